import type { PlacePoint } from '../../geo/place.ts';
import type { Dated } from '../eventmap.ts';
import { readRows } from '../rows.ts';
import type { FigureInput } from '../types.ts';

const KINDS = ['battle', 'founded', 'drone', 'road', 'event', 'attack', 'lost', 'return', 'toll'] as const;

export interface Event extends Dated {
  place: PlacePoint | undefined;
  kind: (typeof KINDS)[number];
  /** Bounds of rival counts, where the row is a count. */
  low: number | undefined;
  high: number | undefined;
}

export interface After {
  events: readonly Event[];
  point(id: string): PlacePoint;
}

/** Rows of `after-the-accord.csv`. A row without a place is told in words and the table only. */
export function data(input: FigureInput): After {
  const events = readRows(input, 'after-the-accord', (row, cell) => ({
    date: cell.date('date'),
    dateEnd: row.dateEnd || undefined,
    place: row.place ? input.place(row.place) : undefined,
    kind: cell.oneOf('kind', KINDS),
    low: cell.number('low'),
    high: cell.number('high'),
  }));
  return { events, point: (id) => input.place(id) };
}
