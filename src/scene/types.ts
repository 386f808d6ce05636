/**
 * The vocabulary of a picture. A figure is a pure function from data to a `Scene`; everything else
 * (markup, differences between steps, motion, tables) is made from that.
 */

/** The languages the site is written in. */
export type Lang = 'en' | 'fr';

/** How sure a claim is; the same five words in the ledger, the tables and the patterns of a mark. */
export type Status = 'established' | 'reported' | 'alleged' | 'disputed' | 'estimate';

/** Whose colour a mark wears. One entry per colour token in `styles/tokens.css`. */
export type Tone =
  | 'state'
  | 'russia'
  | 'azawad'
  | 'jnim'
  | 'is'
  | 'un'
  | 'france'
  | 'algeria'
  | 'civilians'
  | 'accent'
  | 'ink'
  | 'soft'
  | 'rule'
  | 'paper'
  | 'raised';

/**
 * What a mark is for; each role has one rule in `styles/scene.css`.
 * Shapes: `area` filled with its tone; `outline` stroked, not filled; `hair` a hairline; `bar` a filled
 * quantity; `gap` hatched "no figure"; `ring` a town, paper inside; `dot` a filled point; `route` a thick line.
 * Words: `label` sans; `head` the reading face, bold; `note` soft sans; `figure` large tabular numeral.
 */
export type Role = 'area' | 'outline' | 'hair' | 'bar' | 'gap' | 'ring' | 'dot' | 'route' | 'map' | 'label' | 'head' | 'note' | 'figure';

export type Geometry =
  | { kind: 'path'; d: string; x?: number; y?: number; scale?: number }
  | { kind: 'circle'; cx: number; cy: number; r: number }
  | { kind: 'rect'; x: number; y: number; width: number; height: number; rx?: number }
  | { kind: 'line'; x1: number; y1: number; x2: number; y2: number }
  | { kind: 'text'; x: number; y: number; text: string; size: number; anchor?: 'start' | 'middle' | 'end' }
  /** A drawing kept once a page (`geo/basemap.ts`), placed by the camera. */
  | { kind: 'use'; href: string; x: number; y: number; scale: number };

/** One thing in the picture. `key` is unique in a scene and names the same thing in every step. */
export interface Mark {
  key: string;
  role: Role;
  geometry: Geometry;
  tone?: Tone;
  /** Drawn as a pattern (fills) or a dash (strokes), so that it never rests on colour alone. */
  status?: Status;
  /** 1 is fully there (the default); what is not being spoken of is dimmed to about 0.4. */
  opacity?: number;
  /** Text with a halo of paper, for words over a map. */
  halo?: boolean;
  /** Stroke width in frame units, where the role's own will not do. */
  weight?: number;
  /** The row (`series:row-id`) or fact this mark stands for; absent on furniture such as axes. */
  datum?: string;
}

/** One state of one figure in one frame and language. */
export interface Scene {
  /** Frame units; `compact` 360 wide is drawn 1:1 on a 360 px phone, so text is never under 12. */
  width: number;
  height: number;
  marks: readonly Mark[];
}

export type FrameId = 'compact' | 'wide';

/** The two sheets a figure is drawn on. */
export interface Frame {
  id: FrameId;
  width: number;
  height: number;
  /** Smallest text size allowed on this sheet. */
  text: number;
}

export const FRAMES: Record<FrameId, Frame> = {
  compact: { id: 'compact', width: 360, height: 256, text: 12.5 },
  wide: { id: 'wide', width: 720, height: 470, text: 13 },
};
