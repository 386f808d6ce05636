import { columnsOf } from '../table.ts';
import type { Locale, TableModel } from '../types.ts';
import type { Change, Control } from './data.ts';

/** The army and the French troops by a plain word, everybody else by their short name. */
const nameOf = (id: string, locale: Locale): string => (id === 'state' || id === 'barkhane' ? locale.label(id) : locale.actor(id));

/** Those who had the town, as the picture names them; one row of Kidal begins before the CMA was founded. */
export function holders(change: Change, locale: Locale): string[] {
  return change.id === 'h2014-may' ? [locale.label('mnla-cma')] : change.holders.map((h) => nameOf(h, locale));
}

/** One row a change, in order of date. */
export function describe({ changes }: Control, locale: Locale): TableModel {
  return {
    columns: columnsOf(locale, ['date', 'place', 'holder', 'event']),
    rows: changes.map((c) => ({
      datum: c.datum,
      cells: {
        date: locale.fmt.date(c.date),
        place: locale.place(c.place),
        holder: c.holders.length ? locale.fmt.list(holders(c, locale)) : locale.label('nobody'),
        event: c.label[locale.lang],
      },
      status: c.status,
      sources: c.sources,
    })),
  };
}
