import type { PlacePoint } from '../../geo/place.ts';
import type { Dated } from '../eventmap.ts';
import { type Base, readRows } from '../rows.ts';
import type { FigureInput } from '../types.ts';

export interface Event extends Dated {
  place: PlacePoint | undefined;
  kind: 'event' | 'span';
}

/** A UN base and the day it closed. */
export interface Closing extends Base {
  order: number;
  place: PlacePoint;
  closed: string;
  handed: 'yes' | 'no';
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
  const bases = readRows(input, 'minusma-bases', (_row, cell) => ({
    order: cell.required('order'),
    place: input.place(cell.text('place')),
    closed: cell.date('closed'),
    handed: cell.oneOf('handed', ['yes', 'no']),
  }));
  return { events, bases, point: (id) => input.place(id) };
}
