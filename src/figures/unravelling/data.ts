import type { PlacePoint } from '../../geo/place.ts';
import { type Closing, readClosings } from '../closings.ts';
import type { Dated } from '../eventmap.ts';
import { readRows } from '../rows.ts';
import type { FigureInput } from '../types.ts';

export interface Event extends Dated {
  place: PlacePoint | undefined;
  kind: 'event' | 'span';
}

export interface Unravelling {
  events: readonly Event[];
  bases: readonly Closing[];
  point(id: string): PlacePoint;
}

/** Rows of `unravelling.csv` and `minusma-bases.csv`, in order of date. */
export function data(input: FigureInput): Unravelling {
  const events = readRows(input, 'unravelling', (row, cell) => ({
    date: cell.date('date'),
    dateEnd: row.dateEnd || undefined,
    place: row.place ? input.place(row.place) : undefined,
    kind: cell.oneOf('kind', ['event', 'span']),
  }));
  const bases = readClosings(input);
  return { events, bases, point: (id) => input.place(id) };
}
