import { type Base, readRows } from '../rows.ts';
import type { FigureInput } from '../types.ts';

/** Schools closed at a date, people expected in crisis in a lean season, or a fact of the fuel blockade. */
export interface Daily extends Base {
  date: string;
  kind: 'schools' | 'hunger' | 'fuel';
  value: number | undefined;
  unit: '' | 'schools' | 'people' | 'hours' | 'days' | 'francs' | 'tankers';
}

/** Rows of `daily-life.csv`. Counts of different months are points and make no line. */
export const data = (input: FigureInput): readonly Daily[] =>
  readRows(input, 'daily-life', (row, cell) => ({
    date: cell.date('date'),
    kind: cell.oneOf('kind', ['schools', 'hunger', 'fuel']),
    value: cell.number('value'),
    unit: row.unit ? cell.oneOf('unit', ['schools', 'people', 'hours', 'days', 'francs', 'tankers']) : ('' as const),
  }));
