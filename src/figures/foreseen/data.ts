import { typeset } from '../../i18n/typography.ts';
import { type Base, readRows } from '../rows.ts';
import type { FigureInput } from '../types.ts';

export const VERDICTS = ['confirmed', 'corrected', 'outdated', 'opinion', 'unverified'] as const;
export const OUTCOMES = ['came', 'partly', 'not'] as const;

/** One claim or forecast of the article, and what was found. */
export interface Claim extends Base {
  /** Chapter that tells of it. */
  chapter: number;
  verdict: (typeof VERDICTS)[number];
  /** For a forecast: whether it came true. */
  forecast: (typeof OUTCOMES)[number] | undefined;
  since: Readonly<Record<'en' | 'fr', string>>;
}

/** Rows of `foreseen.csv`, in the order of the article. */
export const data = (input: FigureInput): readonly Claim[] =>
  readRows(input, 'foreseen', (row, cell) => ({
    chapter: cell.required('chapter'),
    verdict: cell.oneOf('verdict', VERDICTS),
    forecast: row.forecast ? cell.oneOf('forecast', OUTCOMES) : undefined,
    since: { en: typeset(cell.text('since_en'), 'en'), fr: typeset(cell.text('since_fr'), 'fr') },
  }));
