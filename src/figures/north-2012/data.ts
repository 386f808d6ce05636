import type { PlacePoint } from '../../geo/place.ts';
import { type Base, readRows } from '../rows.ts';
import type { FigureInput } from '../types.ts';

/** The towns of the story, in the order they are drawn. */
export const TOWNS = ['kidal', 'gao', 'timbuktu', 'menaka'] as const;
export type Town = (typeof TOWNS)[number];

export interface Event extends Base {
  date: string;
  dateEnd: string | undefined;
  place: Town | undefined;
  holders: readonly string[];
  event: string;
}

export interface North {
  events: readonly Event[];
  points: Readonly<Record<Town, PlacePoint>>;
}

const EVENTS = ['attacked', 'taken', 'proclaimed', 'pushed-out', 'held', 'launched', 'retaken', 'contested'] as const;

/** Rows of `north-2012.csv` in order of date. */
export function data(input: FigureInput): North {
  const events = readRows(input, 'north-2012', (row, cell) => ({
    date: cell.date('date'),
    dateEnd: row.dateEnd || undefined,
    place: row.place ? cell.oneOf('place', TOWNS) : undefined,
    holders: cell.list('holder'),
    event: cell.oneOf('event', EVENTS),
  })).sort((a, b) => a.date.localeCompare(b.date));
  const points = Object.fromEntries(TOWNS.map((id) => [id, input.place(id)])) as Record<Town, PlacePoint>;
  return { events, points };
}
