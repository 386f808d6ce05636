import { columnsOf } from '../table.ts';
import type { Locale, TableModel } from '../types.ts';
import type { Arms, Delivery } from './data.ts';

const QUALIFIERS = { exact: 'exact', least: 'at-least', more: 'more-than' } as const;

/** How many, with its bound; nothing where nobody gave a number. */
export const count = ({ value, bound }: Delivery, { fmt }: Locale): string | null =>
  value === undefined ? null : fmt.quantity({ value, qualifier: QUALIFIERS[bound] });

export function describe({ deliveries, supplies }: Arms, locale: Locale): TableModel {
  return {
    columns: columnsOf(locale, ['when', 'supplier', 'what', 'number'], ['number']),
    rows: [
      ...deliveries.map((d) => ({
        datum: d.datum,
        cells: { when: locale.fmt.date(d.date), supplier: locale.label(d.supplier), what: d.label[locale.lang], number: count(d, locale) },
        status: d.status,
        sources: d.sources,
      })),
      ...supplies.map((s) => ({
        datum: s.datum,
        cells: {
          when: locale.fmt.dateRange(s.date, s.dateEnd),
          supplier: locale.label('by-sipri', { supplier: locale.label(s.supplier) }),
          what: s.label[locale.lang],
          number: locale.fmt.number(s.value),
        },
        status: s.status,
        sources: s.sources,
      })),
    ],
  };
}
