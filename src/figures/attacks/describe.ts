import { columnsOf } from '../table.ts';
import type { Locale, TableModel } from '../types.ts';
import type { Attack, Attacks } from './data.ts';

/** The range of the dead as counted; one number where only one was given. */
export const toll = ({ low, high, bound }: Attack, { fmt }: Locale): string =>
  high === undefined ? fmt.quantity({ value: low, qualifier: bound === 'least' ? 'at-least' : 'exact' }) : fmt.quantity({ low, high });

export function describe({ attacks }: Attacks, locale: Locale): TableModel {
  return {
    columns: columnsOf(locale, ['when', 'place', 'what', 'dead', 'who', 'other'], ['dead']),
    rows: attacks.map((a) => ({
      datum: a.datum,
      cells: {
        when: locale.fmt.dateRange(a.date, a.dateEnd ?? a.date),
        place: a.place ? locale.place(a.place.id) : null,
        what: a.label[locale.lang],
        dead: toll(a, locale),
        who: a.who[locale.lang],
        other: a.other[locale.lang] || null,
      },
      status: a.status,
      sources: a.sources,
    })),
  };
}
