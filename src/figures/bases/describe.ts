import { eventColumns } from '../eventmap.ts';
import type { Locale, TableModel } from '../types.ts';
import type { Bases } from './data.ts';

/** First the French bases and the reports of Russians, then the UN's in the order they closed. */
export function describe({ events, closings }: Bases, locale: Locale): TableModel {
  const row = (datum: string, date: string, place: string, what: string) => ({
    datum,
    cells: { date: locale.fmt.date(date), place: locale.place(place), what },
  });
  return {
    columns: eventColumns(locale),
    rows: [
      ...events.map((e) => ({ ...row(e.datum, e.date, e.place.id, e.label[locale.lang]), status: e.status, sources: e.sources })),
      ...closings.map((b) => ({
        ...row(b.datum, b.closed, b.place.id, locale.label(`base-${b.handed}`)),
        status: b.status,
        sources: b.sources,
      })),
    ],
  };
}
