import { columnsOf } from '../table.ts';
import type { Locale, TableModel } from '../types.ts';
import type { Goods, Item } from './data.ts';

/** A quantity in its unit, or nothing where none was given. */
export function amount({ value, low, high, unit }: Item, locale: Locale): string | null {
  if (value === undefined && low === undefined) return null;
  return locale.label(unit, { n: locale.fmt.quantity({ value, low, high }) });
}

export function describe({ items }: Goods, locale: Locale): TableModel {
  return {
    columns: columnsOf(locale, ['when', 'what', 'kind', 'amount'], ['amount']),
    rows: items.map((i) => ({
      datum: i.datum,
      cells: {
        when: locale.fmt.dateRange(i.date, i.dateEnd ?? i.date),
        what: i.label[locale.lang],
        kind: locale.label(`kind-${i.kind}`),
        amount: amount(i, locale),
      },
      status: i.status,
      sources: i.sources,
    })),
  };
}
