/**
 * Where the reader is, from rectangles alone. Coordinates are CSS pixels from the top of the viewport,
 * as `getBoundingClientRect` gives them, so scroll position, zoom and the address bar are already in.
 */

/** The vertical extent of one scene and the tops of its steps, in order. */
export interface SceneBox {
  top: number;
  bottom: number;
  steps: readonly number[];
}

/** Half a pixel of tolerance: at 90 % or 110 % zoom browsers report edges a fraction off. */
const SLACK = 0.5;

/** The step being read: the last whose top has passed the line; the first while none has. */
export function stepAt(tops: readonly number[], line: number): number {
  let step = 0;
  tops.forEach((top, i) => {
    if (top <= line + SLACK) step = i;
  });
  return step;
}

/** Index of the scene the line runs through, or -1 between scenes and outside them. */
export function sceneAt(boxes: readonly SceneBox[], line: number): number {
  return boxes.findIndex(({ top, bottom }) => top <= line + SLACK && bottom > line + SLACK);
}
