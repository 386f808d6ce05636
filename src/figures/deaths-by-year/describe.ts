import { columnsOf } from '../table.ts';
import type { Locale, TableModel } from '../types.ts';
import type { Deaths } from './data.ts';

export function describe(rows: readonly Deaths[], locale: Locale): TableModel {
  return {
    columns: columnsOf(locale, ['year', 'what', 'best', 'range'], ['best', 'range']),
    rows: rows.map((r) => ({
      datum: r.datum,
      cells: {
        year: r.date,
        what: r.label[locale.lang],
        best: locale.fmt.number(r.value),
        range: locale.fmt.quantity({ low: r.low, high: r.high }),
      },
      status: r.status,
      sources: r.sources,
    })),
  };
}
