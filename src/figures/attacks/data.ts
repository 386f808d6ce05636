import type { PlacePoint } from '../../geo/place.ts';
import { typeset } from '../../i18n/typography.ts';
import type { Dated } from '../eventmap.ts';
import { readRows } from '../rows.ts';
import type { FigureInput } from '../types.ts';

type Both = Readonly<Record<'en' | 'fr', string>>;

export interface Attack extends Dated {
  /** Absent where no report read gives a position. */
  place: PlacePoint | undefined;
  /** The alleged perpetrator as a class; who says so is in `who`. */
  by: 'state' | 'jihad' | 'militia' | 'france' | 'rebels' | 'unknown';
  low: number;
  /** Absent where one number was given. */
  high: number | undefined;
  bound: 'exact' | 'least';
  who: Both;
  other: Both;
}

export interface Attacks {
  attacks: readonly Attack[];
  point(id: string): PlacePoint;
}

/** Rows of `attacks.csv`: attacks named in public reports, no finer than those name them. */
export function data(input: FigureInput): Attacks {
  const both = (row: Readonly<Record<string, string>>, key: string): Both => ({
    en: typeset(row[`${key}_en`] ?? '', 'en'),
    fr: typeset(row[`${key}_fr`] ?? '', 'fr'),
  });
  const attacks = readRows(input, 'attacks', (row, cell) => ({
    date: cell.date('date'),
    dateEnd: row.dateEnd || undefined,
    place: row.place ? input.place(row.place) : undefined,
    by: cell.oneOf('by', ['state', 'jihad', 'militia', 'france', 'rebels', 'unknown']),
    low: cell.required('low'),
    high: cell.number('high'),
    bound: row.bound ? cell.oneOf('bound', ['least']) : ('exact' as const),
    who: both(row, 'who'),
    other: both(row, 'other'),
  }));
  return { attacks, point: (id) => input.place(id) };
}
