import type { Locale, TableModel } from '../types.ts';
import type { After } from './data.ts';

/** One row an event, in order of date. */
export function describe({ events }: After, locale: Locale): TableModel {
  const { columns } = locale.text.table;
  return {
    columns: ['date', 'place', 'what'].map((key) => ({ key, label: columns[key] ?? key })),
    rows: events.map((e) => ({
      datum: e.datum,
      cells: {
        date: locale.fmt.dateRange(e.date, e.dateEnd ?? e.date),
        place: e.place ? locale.place(e.place.id) : null,
        what: e.label[locale.lang],
      },
      status: e.status,
      sources: e.sources,
    })),
  };
}
