import type { FigureModule } from '../figures/types.ts';
import type { Located as At, Content } from '../lib/content.ts';
import { listAllowed, nearest, type Problem } from '../lib/problem.ts';
import type { ChapterOutline } from './outline.ts';

/** Everything a rule may look at. */
export interface Ledger {
  content: Content;
  chapters: readonly ChapterOutline[];
  /** Pages of plain prose: held to the rules of words and of translation, not to those of a story. */
  pages: readonly ChapterOutline[];
  /** Short versions of the chapters: held to the rules of prose as if they were chapters. */
  shorts: readonly ChapterOutline[];
  figures: readonly FigureModule<never>[];
  /** What the last edition promised; absent before the first. */
  published: Edition | undefined;
}

/** A fact's number as it was last published. */
export interface Published {
  value?: number;
  low?: number;
  high?: number;
}

/** An edition as the next one remembers it: `content/published.json`. */
export interface Edition {
  /** By fact id. */
  numbers: Readonly<Record<string, Published>>;
  /** Addresses others may link to, by chapter or kind. */
  ids: Readonly<Record<string, readonly string[]>>;
}

/** A rule of the audit: a name that every complaint carries, and a check. */
export interface Rule {
  name: string;
  check(ledger: Ledger): Omit<Problem, 'rule'>[];
}

/** Complaint about an id that does not exist, with the nearest one that does. */
export function unknown(place: { file: string; line: number }, kind: string, id: string, known: Iterable<string>): Omit<Problem, 'rule'> {
  const ids = [...known];
  const guess = nearest(id, ids);
  return {
    file: place.file,
    line: place.line,
    found: `${kind} "${id}"`,
    allowed: listAllowed(ids) || 'none here',
    hint: guess ? `Did you mean "${guess}"?` : `Add the ${kind} first, or use one that exists.`,
  };
}

/** All located records of a map, as a list. */
export const located = <T>(map: ReadonlyMap<string, At<T>>): At<T>[] => [...map.values()];
