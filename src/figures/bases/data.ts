import type { PlacePoint } from '../../geo/place.ts';
import { type Closing, readClosings } from '../closings.ts';
import type { Dated } from '../eventmap.ts';
import { readRows } from '../rows.ts';
import type { FigureInput } from '../types.ts';

/** A French base handed over, or Russians reported at a base. */
export interface Event extends Dated {
  place: PlacePoint;
  who: 'france' | 'russia';
}

export interface Bases {
  events: readonly Event[];
  closings: readonly Closing[];
}

/** Rows of `bases.csv` and of `minusma-bases.csv`. */
export function data(input: FigureInput): Bases {
  const events = readRows(input, 'bases', (_row, cell) => ({
    date: cell.date('date'),
    dateEnd: undefined,
    place: input.place(cell.text('place')),
    who: cell.oneOf('who', ['france', 'russia']),
  }));
  return { events, closings: readClosings(input) };
}
