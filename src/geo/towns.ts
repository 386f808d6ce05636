import { circle, text } from '../scene/marks.ts';
import type { Mark, Status, Tone } from '../scene/types.ts';

/** Where a town's name stands from its ring. */
export type Side = 'above' | 'below' | 'left' | 'right';

export interface TownStyle {
  /** Smallest text of the sheet. */
  size: number;
  side?: Side;
  /** Being spoken of: larger, name in the reading face. */
  chief?: boolean;
  opacity?: number;
  tone?: Tone;
  /** Fills the ring: somebody's hold is drawn, not only the place. */
  filled?: boolean;
  status?: Status;
  datum?: string;
  /** Nudges the name, in frame units, where a border or a neighbour is in the way. */
  dx?: number;
  dy?: number;
}

/** A town: a ring, a dot inside where somebody holds it, and its name over a halo of paper. */
export function town(id: string, [x, y]: readonly [number, number], name: string, style: TownStyle): Mark[] {
  const { size, side = 'right', chief = false, opacity, tone = 'ink', filled = false, status, datum, dx = 0, dy = 0 } = style;
  const r = chief ? 7 : 3.5;
  const letter = chief ? size + 2.5 : size;
  const rest = { ...(opacity !== undefined && { opacity }), tone };
  const gap = r + 4;
  const spot = {
    above: [x, y - gap, 'middle'],
    below: [x, y + gap + letter * 0.7, 'middle'],
    left: [x - gap, y + letter * 0.35, 'end'],
    right: [x + gap, y + letter * 0.35, 'start'],
  } as const;
  const [tx, ty, anchor] = spot[side];
  return [
    circle(`ring-${id}`, 'ring', x, y, r, { ...rest, weight: chief ? 2.5 : 1.4, ...(status && { status }), ...(datum && { datum }) }),
    ...(filled
      ? [circle(`hold-${id}`, 'dot', x, y, chief ? 3.5 : 1.8, { ...rest, ...(status && { status }), ...(datum && { datum }) })]
      : []),
    text(`name-${id}-${chief ? 'chief' : 'town'}`, chief ? 'head' : 'label', tx + dx, ty + dy, name, letter, {
      ...(opacity !== undefined && { opacity }),
      tone: chief ? 'ink' : 'soft',
      halo: true,
      anchor,
    }),
  ];
}
