import { columnsOf } from '../table.ts';
import type { Locale, TableModel } from '../types.ts';
import type { Span } from './data.ts';

export function describe(rows: readonly Span[], locale: Locale): TableModel {
  return {
    columns: columnsOf(locale, ['what', 'from', 'to']),
    rows: rows.map((r) => ({
      datum: r.datum,
      cells: {
        what: r.label[locale.lang],
        from: locale.fmt.date(r.date),
        to: r.dateEnd ? locale.fmt.date(r.dateEnd) : locale.label('lasting'),
      },
      status: r.status,
      sources: r.sources,
    })),
  };
}
