import { columnsOf } from '../table.ts';
import type { Locale, TableModel } from '../types.ts';
import type { Groups } from './data.ts';

/** Lanes first, then their ties, in the order of the series. */
export function describe({ lanes, ties }: Groups, locale: Locale): TableModel {
  const actorOf = (id: string): string => locale.actor(lanes.find((l) => l.id === id)?.actor ?? id);
  return {
    columns: columnsOf(locale, ['who', 'from', 'to', 'into', 'what']),
    rows: [
      ...lanes.map((l) => ({
        datum: l.datum,
        cells: {
          who: locale.actor(l.actor),
          // A first or last dated act bounds a beginning or an end; it does not date it.
          from: l.founded ? locale.fmt.date(l.from) : locale.label('or-before', { date: locale.fmt.date(l.from) }),
          to: l.to === undefined ? null : l.into ? locale.fmt.date(l.to) : locale.label('or-after', { date: locale.fmt.date(l.to) }),
          into: l.into ? actorOf(l.into) : '–',
          what: l.label[locale.lang],
        },
        status: l.status,
        sources: l.sources,
      })),
      ...ties.map((t) => ({
        datum: t.datum,
        cells: {
          who: actorOf(t.from),
          from: locale.fmt.date(t.date),
          to: locale.fmt.date(t.date),
          into: t.to ? actorOf(t.to) : '–',
          what: t.label[locale.lang],
        },
        status: t.status,
        sources: t.sources,
      })),
    ],
  };
}
