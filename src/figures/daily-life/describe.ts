import { columnsOf } from '../table.ts';
import type { Locale, TableModel } from '../types.ts';
import type { Daily } from './data.ts';

export function describe(rows: readonly Daily[], locale: Locale): TableModel {
  return {
    columns: columnsOf(locale, ['when', 'what', 'number'], ['number']),
    rows: rows.map((r) => ({
      datum: r.datum,
      cells: {
        when: locale.fmt.date(r.date),
        what: r.label[locale.lang],
        number: r.value === undefined ? null : locale.fmt.number(r.value),
      },
      status: r.status,
      sources: r.sources,
    })),
  };
}
