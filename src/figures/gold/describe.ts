import { columnsOf } from '../table.ts';
import type { Locale, TableModel } from '../types.ts';
import type { Gold, Payment } from './data.ts';

/** A payment in words: so many million dollars, a month or in all. */
export const paid = ({ per, bound, value }: Payment, locale: Locale): string =>
  locale.label(per, { n: locale.fmt.quantity({ value, qualifier: bound === 'more' ? 'more-than' : bound }) });

export function describe({ outputs, payments }: Gold, locale: Locale): TableModel {
  return {
    columns: columnsOf(locale, ['when', 'what', 'value'], ['value']),
    rows: [
      ...outputs.map((o) => ({
        datum: o.datum,
        cells: {
          when: locale.fmt.date(o.date),
          what: o.label[locale.lang],
          value: o.value === undefined ? null : locale.label('tonnes', { n: locale.fmt.number(o.value) }),
        },
        status: o.status,
        sources: o.sources,
      })),
      ...payments.map((p) => ({
        datum: p.datum,
        cells: { when: locale.fmt.date(p.date), what: p.label[locale.lang], value: paid(p, locale) },
        status: p.status,
        sources: p.sources,
      })),
    ],
  };
}
