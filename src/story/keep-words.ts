/** What the page and the worker that keeps it say to each other. */

/**
 * Asked by the page of a worker that waits, with a port for the answer; never of the one at work.
 * `take-over`: you wait, fetched whole; answers `true` and takes over if no other window of the site is open, else `false`.
 * `replace`: the same whatever is open, since the reader asked for another language. Answers `true`.
 */
export type Question = 'take-over' | 'replace';

/** Told to every page while a version is fetched: files so far, and all of them. */
export interface Progress {
  fetched: number;
  of: number;
}

/** Where the reader's choice is remembered: the language kept. */
export const KEEP = 'keep';

/** The cache of a site by the full address it is kept for; the library keeps each file in it by its revision. */
export const cacheOf = (scope: string): string => `kept ${scope}`;
