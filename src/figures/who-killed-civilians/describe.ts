import { columnsOf } from '../table.ts';
import type { Locale, TableModel } from '../types.ts';
import type { Killed } from './data.ts';

export function describe(rows: readonly Killed[], locale: Locale): TableModel {
  return {
    columns: columnsOf(locale, ['when', 'who', 'counter', 'best', 'range'], ['best', 'range']),
    rows: rows.map((r) => ({
      datum: r.datum,
      cells: {
        when: locale.fmt.date(r.date),
        who: r.label[locale.lang],
        counter: locale.label(`by-${r.counter}`),
        best: locale.fmt.quantity({ value: r.value, qualifier: r.counter === 'un' ? 'at-least' : 'exact' }),
        range: r.low === undefined ? null : locale.fmt.quantity({ low: r.low, high: r.high }),
      },
      status: r.status,
      sources: r.sources,
    })),
  };
}
