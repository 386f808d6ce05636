/** What a check is and what it says: in words for an editor, who is no programmer. */

/** `fail` stops publishing; `look` is for a person to judge. */
export type Level = 'fail' | 'look';

export interface Finding {
  level: Level;
  /** The page or file, by its address in the site. */
  where: string;
  /** What is wrong, as one plain sentence. */
  words: string;
}

/** A picture taken for the report, by its path beside it. */
export interface Shot {
  file: string;
  caption: string;
}

export interface Outcome {
  findings: readonly Finding[];
  /** What was looked at, with numbers: a check that saw nothing must not look like one that found nothing. */
  seen: string;
  /** Counts that an editor may want to know. */
  notes?: readonly string[];
  shots?: readonly Shot[];
}

export interface Section extends Outcome {
  title: string;
}

export const fail = (where: string, words: string): Finding => ({ level: 'fail', where, words });
export const look = (where: string, words: string): Finding => ({ level: 'look', where, words });
