import type { Locale, TableModel } from '../types.ts';
import type { Kidal } from './data.ts';

/** One row a stretch of time; days only where a stretch is a hold with two dated ends. */
export function describe({ holds }: Kidal, locale: Locale): TableModel {
  const { columns } = locale.text.table;
  const label = (key: string) => columns[key] ?? key;
  // A day that is not fixed is not printed as if it were, neither as an end nor as the next row's start.
  const loose = new Set(holds.filter((h) => h.ends === 'about').map((h) => h.to));
  const date = (iso: string) => (loose.has(iso) ? locale.label('circa', { date: locale.fmt.date(iso) }) : locale.fmt.date(iso));
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
        from: date(h.from),
        to: h.from === h.to ? null : date(h.to),
        holder: h.label[locale.lang],
        days: h.part === 'held' && h.days !== undefined ? locale.fmt.number(h.days) : null,
      },
      status: h.status,
      sources: h.sources,
    })),
  };
}
