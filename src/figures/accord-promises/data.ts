import { typeset } from '../../i18n/typography.ts';
import { ContentError } from '../../lib/problem.ts';
import { type Base, readRows } from '../rows.ts';
import type { FigureInput } from '../types.ts';

export const UNITS = ['', 'percent-revenue', 'years', 'commitments', 'percent', 'powers', 'fighters', 'score'] as const;

export interface Count extends Base {
  group: 'promise' | 'commitments' | 'powers' | 'fighters' | 'shares';
  value: number | undefined;
  low: number | undefined;
  high: number | undefined;
  total: number | undefined;
  unit: (typeof UNITS)[number];
  date: string;
  counter: Readonly<Record<'en' | 'fr', string>>;
}

export interface Promises {
  rows: readonly Count[];
  /** The row of that id; the figure cannot be drawn without it. */
  row(id: string): Count;
}

/** Rows of `accord-promises.csv`. Counts of different methods stay separate rows with their own counter. */
export function data(input: FigureInput): Promises {
  const rows = readRows(input, 'accord-promises', (row, cell) => ({
    group: cell.oneOf('group', ['promise', 'commitments', 'powers', 'fighters', 'shares']),
    value: cell.number('value'),
    low: cell.number('low'),
    high: cell.number('high'),
    total: cell.number('total'),
    unit: row.unit ? cell.oneOf('unit', UNITS) : ('' as const),
    date: cell.date('date'),
    counter: { en: typeset(cell.text('counter_en'), 'en'), fr: typeset(cell.text('counter_fr'), 'fr') },
  }));
  return {
    rows,
    row(id) {
      const found = rows.find((r) => r.id === id);
      if (!found)
        throw new ContentError([
          {
            file: 'content/series/accord-promises.csv',
            line: 0,
            rule: 'figure-row',
            found: `no row "${id}"`,
            allowed: rows.map((r) => r.id).join(', '),
            hint: 'The figure accord-promises draws this row: restore it.',
          },
        ]);
      return found;
    },
  };
}
