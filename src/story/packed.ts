/**
 * What the edition in one file carries packed: all that only the script reads or makes. Without script the page holds
 * each figure finished, in the frame of a phone, with its table; the words are all there.
 */
import type { Encoded } from '../scene/diff.ts';

/** One mark of a drawing as markup has it: tag, attributes, words (escaped, as printed). */
export type PackedMark = readonly [tag: string, attributes: Readonly<Record<string, string>>, words: string];

export interface PackedFigure {
  name: string;
  /** The drawing of the last step in the wide frame: what stands before its marks, and the marks. */
  head: string;
  marks: readonly PackedMark[];
  /** What the steps change, a frame: a list, so that the frames of all figures share their columns. */
  steps: readonly { frame: string; encoded: Encoded }[];
  /** The sentence of each step, for readers who turn them by hand. */
  says: readonly string[];
}

export interface Packed {
  figures: readonly PackedFigure[];
  /** Attributes that many marks of the small drawings share: `k3` among the classes of a mark stands for `looks[3]`. */
  looks: readonly Readonly<Record<string, string>>[];
  /** Controls of a figure, as markup; `#` stands for the number of its steps. */
  controls: string;
  /** How a mark and a table are called (`#`: the number, the figure's title), the words of a note's button and of its link, and what keys do. */
  words: Readonly<Record<'note' | 'close' | 'claim' | 'keys' | 'titled', string>>;
  /** The address that a claim's id completes. */
  claims: string;
  /** The claims that the notes tell, in the order of their numbers. */
  facts: readonly string[];
}
