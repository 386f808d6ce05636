import type { Locale, TableModel } from '../types.ts';
import type { Unravelling } from './data.ts';

/** Events first, then the bases in the order they closed. */
export function describe({ events, bases }: Unravelling, locale: Locale): TableModel {
  const { columns } = locale.text.table;
  return {
    columns: ['date', 'place', 'what'].map((key) => ({ key, label: columns[key] ?? key })),
    rows: [
      ...events.map((e) => ({
        datum: e.datum,
        cells: {
          date: locale.fmt.dateRange(e.date, e.dateEnd ?? e.date),
          place: e.place ? locale.place(e.place.id) : null,
          what: e.label[locale.lang],
        },
        status: e.status,
        sources: e.sources,
      })),
      ...bases.map((b) => ({
        datum: b.datum,
        cells: { date: locale.fmt.date(b.closed), place: locale.place(b.place.id), what: locale.label(`base-${b.handed}`) },
        status: b.status,
        sources: b.sources,
      })),
    ],
  };
}
