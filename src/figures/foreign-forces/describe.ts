import { columnsOf } from '../table.ts';
import type { Locale, TableModel } from '../types.ts';
import type { Count, Forces } from './data.ts';

/** The number of a row as words: a value, a range, or nothing where the row only dates a beginning or an end. */
export const numberOf = ({ value, low, high }: Count, { fmt }: Locale): string | null =>
  value === undefined && low === undefined ? null : fmt.quantity({ value, low, high });

export function describe({ rows }: Forces, locale: Locale): TableModel {
  return {
    columns: columnsOf(locale, ['force', 'when', 'people', 'what'], ['people']),
    rows: rows.map((r) => ({
      datum: r.datum,
      cells: {
        force: locale.label(r.force),
        // A mean of a year is named by the year alone.
        when:
          r.dateEnd && r.date.slice(0, 4) === r.dateEnd.slice(0, 4) && r.date.endsWith('-01-01') && r.dateEnd.endsWith('-12-31')
            ? r.date.slice(0, 4)
            : locale.fmt.dateRange(r.date, r.dateEnd ?? r.date),
        people: numberOf(r, locale),
        what: r.label[locale.lang],
      },
      status: r.status,
      sources: r.sources,
    })),
  };
}
