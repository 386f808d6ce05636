import { columnsOf } from '../table.ts';
import type { Locale, TableModel } from '../types.ts';
import type { Said } from './data.ts';

/** A number as its speaker gave it; nothing where the row is an event. */
export const number = ({ value, bound }: Said, { fmt }: Locale): string | null =>
  value === undefined ? null : fmt.quantity({ value, qualifier: bound === 'least' ? 'at-least' : 'exact' });

export function describe(rows: readonly Said[], locale: Locale): TableModel {
  return {
    columns: columnsOf(locale, ['when', 'what', 'number'], ['number']),
    rows: rows.map((r) => ({
      datum: r.datum,
      cells: { when: locale.fmt.dateRange(r.date, r.dateEnd ?? r.date), what: r.label[locale.lang], number: number(r, locale) },
      status: r.status,
      sources: r.sources,
    })),
  };
}
