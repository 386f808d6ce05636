import { eventColumns, eventRows } from '../eventmap.ts';
import type { Locale, TableModel } from '../types.ts';
import type { Unravelling } from './data.ts';

/** Events first, then the bases in the order they closed. */
export function describe({ events, bases }: Unravelling, locale: Locale): TableModel {
  const closings = bases.map((b) => ({
    datum: b.datum,
    cells: { date: locale.fmt.date(b.closed), place: locale.place(b.place.id), what: locale.label(`base-${b.handed}`) },
    status: b.status,
    sources: b.sources,
  }));
  return { columns: eventColumns(locale), rows: [...eventRows(events, locale), ...closings] };
}
