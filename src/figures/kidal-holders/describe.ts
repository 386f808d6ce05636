import type { Locale, TableModel } from '../types.ts';
import type { Kidal } from './data.ts';

/** One row a stretch of time; days only where a stretch is a hold with two dated ends. */
export function describe({ holds }: Kidal, locale: Locale): TableModel {
  const { columns } = locale.text.table;
  const label = (key: string) => columns[key] ?? key;
  return {
    columns: [
      { key: 'from', label: label('from') },
      { key: 'to', label: label('to') },
      { key: 'holder', label: label('holder') },
      { key: 'days', label: label('days'), numeric: true },
    ],
    rows: holds.map((h) => ({
      datum: h.datum,
      cells: {
        from: locale.fmt.date(h.from),
        to: h.from === h.to ? null : locale.fmt.date(h.to),
        holder: h.label[locale.lang],
        days: h.part === 'held' && h.days !== undefined ? locale.fmt.number(h.days) : null,
      },
      status: h.status,
      sources: h.sources,
    })),
  };
}
