import { columnsOf } from '../table.ts';
import type { Locale, TableModel } from '../types.ts';
import type { North } from './data.ts';

/** One row an event, as the picture tells them. */
export function describe({ events }: North, locale: Locale): TableModel {
  return {
    columns: columnsOf(locale, ['date', 'place', 'holder', 'event']),
    rows: events.map((e) => ({
      datum: e.datum,
      cells: {
        date: locale.fmt.dateRange(e.date, e.dateEnd ?? e.date),
        place: e.place ? locale.place(e.place) : null,
        holder: locale.fmt.list(e.holders.map((h) => (h === 'state' || h === 'barkhane' ? locale.label(h) : locale.actor(h)))),
        event: e.label[locale.lang],
      },
      status: e.status,
      sources: e.sources,
    })),
  };
}
