/** What the page and the worker that keeps it say to each other. */

/** What a worker holds: one language of one version. */
export interface Holding {
  lang: string;
  version: string;
}

/**
 * Asked by the page, each with a port for the answer.
 * `which`: what do you hold? Answers with a `Holding`.
 * `take-over`: you wait, fetched whole; answers `true` and takes over if no other window of the site is open, else `false`.
 * `replace`: the same whatever is open, since the reader asked for another language. Answers `true`.
 */
export type Question = 'which' | 'take-over' | 'replace';

/** Told to every page while a version is fetched: files so far, and all of them. */
export interface Progress {
  fetched: number;
  of: number;
}

/** Where the reader's choice is remembered: the language kept. */
export const KEEP = 'keep';

/** The cache of a site by the full address it is kept for; the library keeps each file in it by its revision. */
export const cacheOf = (scope: string): string => `kept ${scope}`;
