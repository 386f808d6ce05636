/** The UN bases that closed in 2023, as two figures read them. */
import type { PlacePoint } from '../geo/place.ts';
import { type Base, readRows } from './rows.ts';
import type { FigureInput } from './types.ts';

/** A UN base and the day it closed. */
export interface Closing extends Base {
  order: number;
  place: PlacePoint;
  closed: string;
  handed: 'yes' | 'no';
}

/** Rows of `minusma-bases.csv`, in the order they closed. */
export const readClosings = (input: FigureInput): Closing[] =>
  readRows(input, 'minusma-bases', (_row, cell) => ({
    order: cell.required('order'),
    place: input.place(cell.text('place')),
    closed: cell.date('closed'),
    handed: cell.oneOf('handed', ['yes', 'no']),
  }));
