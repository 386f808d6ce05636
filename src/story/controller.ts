/**
 * The story's state as a pure function of events: which step each figure shows, which scene is being
 * read, and what the page should do about it. Nothing here knows the document.
 */
import { type SceneBox, sceneAt, stepAt } from './geometry.ts';

/** Three ways to read, kept as the reader's choice. */
export type Mode = 'scroll' | 'step' | 'text';
export const MODES: readonly Mode[] = ['scroll', 'step', 'text'];

/** Step ids of each scene, in page order. */
export type Outline = readonly { scene: string; steps: readonly string[] }[];

export interface State {
  mode: Mode;
  /** Index of the step each scene shows, in page order. */
  shown: readonly number[];
  /** Index of the scene being read, -1 outside the scenes. */
  reading: number;
}

export type Event =
  /** The page was measured: after a scroll, a resize, a jump, a return. */
  | { type: 'measure'; boxes: readonly SceneBox[]; line: number }
  /** The reader asked for a step by button, key or address. */
  | { type: 'go'; scene: number; step: number }
  /** `read`: the step of each scene that the page is at, by its words. */
  | { type: 'mode'; mode: Mode; read: readonly number[] };

/** What changed, for the page to act on. */
export interface Change {
  state: State;
  /** Scenes whose step is another now. */
  redraw: readonly number[];
  /** The step being read, if it changed: goes into the address and the `story:step` event. */
  entered: { scene: number; step: number } | undefined;
}

const clamp = (n: number, max: number): number => Math.max(0, Math.min(max, n));

/** Every figure shows its last step until the page has been measured: that is what the markup holds. */
export function initial(outline: Outline, mode: Mode): State {
  return { mode, shown: outline.map(({ steps }) => steps.length - 1), reading: -1 };
}

/** The next state. Same state and event, same change: nothing is accumulated. */
export function reduce(outline: Outline, state: State, event: Event): Change {
  let { mode, shown, reading } = state;
  let asked = false;
  switch (event.type) {
    case 'measure':
      reading = sceneAt(event.boxes, event.line);
      // In the other two modes scrolling turns no page: only the reader's hand does.
      if (mode === 'scroll') shown = event.boxes.map(({ steps }) => stepAt(steps, event.line));
      break;
    case 'go': {
      const last = (outline[event.scene]?.steps.length ?? 1) - 1;
      shown = shown.map((step, i) => (i === event.scene ? clamp(event.step, last) : step));
      reading = event.scene;
      asked = true;
      break;
    }
    case 'mode':
      // Plain text shows each figure finished; the other two begin where the reader is.
      if (event.mode === 'text') shown = outline.map(({ steps }) => steps.length - 1);
      else if (mode === 'text') shown = event.read;
      mode = event.mode;
      break;
  }
  const redraw = shown.flatMap((step, i) => (step === state.shown[i] ? [] : [i]));
  const moved = reading >= 0 && (reading !== state.reading || redraw.includes(reading));
  const tells = asked || mode === 'scroll';
  return {
    state: { mode, shown, reading },
    redraw,
    entered: moved && tells ? { scene: reading, step: shown[reading] ?? 0 } : undefined,
  };
}
