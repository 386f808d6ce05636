import type { Locale, TableModel } from '../types.ts';
import type { Killed } from './data.ts';

export function describe(rows: readonly Killed[], locale: Locale): TableModel {
  const { columns } = locale.text.table;
  return {
    columns: [{ key: 'when' }, { key: 'who' }, { key: 'counter' }, { key: 'best', numeric: true }, { key: 'range', numeric: true }].map(
      (c) => ({ ...c, label: columns[c.key] ?? c.key }),
    ),
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
