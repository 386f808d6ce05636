import type { Geometry, Mark, Role } from './types.ts';

type Rest = Omit<Mark, 'key' | 'role' | 'geometry'>;

/** One decimal is a tenth of a frame unit, finer than any screen shows and short in the markup. */
export const round = (n: number): number => Math.round(n * 10) / 10;

function mark(key: string, role: Role, geometry: Geometry, rest: Rest = {}): Mark {
  return { key, role, geometry, ...rest };
}

/** A disc or ring. Frame units; rounded. */
export const circle = (key: string, role: Role, cx: number, cy: number, r: number, rest?: Rest): Mark =>
  mark(key, role, { kind: 'circle', cx: round(cx), cy: round(cy), r: round(r) }, rest);

/** A rectangle from its top left corner. Negative widths or heights are refused, not flipped. */
export function rect(key: string, role: Role, x: number, y: number, width: number, height: number, rest?: Rest): Mark {
  if (width < 0 || height < 0) throw new RangeError(`mark ${key}: a rectangle of ${width} by ${height}`);
  return mark(key, role, { kind: 'rect', x: round(x), y: round(y), width: round(width), height: round(height) }, rest);
}

/** A straight line. */
export const line = (key: string, role: Role, x1: number, y1: number, x2: number, y2: number, rest?: Rest): Mark =>
  mark(key, role, { kind: 'line', x1: round(x1), y1: round(y1), x2: round(x2), y2: round(y2) }, rest);

/** A path in frame units. To morph from step to step it must keep its number of points. */
export const path = (key: string, role: Role, d: string, rest?: Rest): Mark => mark(key, role, { kind: 'path', d }, rest);

/** One line of words; `size` in frame units, never under the frame's `text`. */
export const text = (
  key: string,
  role: Role,
  x: number,
  y: number,
  words: string,
  size: number,
  rest: Rest & { anchor?: 'start' | 'middle' | 'end' } = {},
): Mark => {
  const { anchor, ...others } = rest;
  const geometry: Geometry = { kind: 'text', x: round(x), y: round(y), text: words, size };
  if (anchor && anchor !== 'start') geometry.anchor = anchor;
  return mark(key, role, geometry, others);
};

/** Several lines of words as marks `key-0`, `key-1`…; `leading` is the distance of baselines. */
export const lines = (
  key: string,
  role: Role,
  x: number,
  y: number,
  words: readonly string[],
  size: number,
  leading: number,
  rest?: Parameters<typeof text>[6],
): Mark[] => words.map((row, i) => text(`${key}-${i}`, role, x, y + i * leading, row, size, rest));

/** Mean advance widths in em, for breaking lines and placing neighbours without measuring in a browser. */
const ADVANCE = { sans: 0.56, serif: 0.5 } as const;

/** Estimated width of words in frame units: close for labels, on the safe side for capitals. */
export function estimateWidth(words: string, size: number, face: keyof typeof ADVANCE = 'sans'): number {
  let em = 0;
  for (const c of words) em += /[ilj.,:;'’|!\u202f\u00a0 ]/.test(c) ? 0.3 : /[A-ZÀ-ÞMmw—%]/.test(c) ? 0.72 : ADVANCE[face];
  return em * size;
}

/** Breaks words into rows no wider than `width` by the estimate above; a single long word stays whole. */
export function wrap(words: string, width: number, size: number, face: keyof typeof ADVANCE = 'sans'): string[] {
  const rows: string[] = [];
  let row = '';
  for (const word of words.split(' ')) {
    const longer = row ? `${row} ${word}` : word;
    if (row && estimateWidth(longer, size, face) > width) {
      rows.push(row);
      row = word;
    } else row = longer;
  }
  return row ? [...rows, row] : rows;
}
