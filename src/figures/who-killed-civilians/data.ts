import { type Base, readRows } from '../rows.ts';
import type { FigureInput } from '../types.ts';

export interface Killed extends Base {
  date: string;
  by: 'governments' | 'groups' | 'militias' | 'foreign' | 'all';
  /** UCDP by year; the `un` inquiry on Moura; MINUSMA for 2021. They count by different rules. */
  counter: 'ucdp' | 'un' | 'minusma';
  value: number;
  low: number | undefined;
  high: number | undefined;
}

/** Rows of `who-killed-civilians.csv`. Counters are never added to one another. */
export const data = (input: FigureInput): readonly Killed[] =>
  readRows(input, 'who-killed-civilians', (_row, cell) => ({
    date: cell.date('date'),
    by: cell.oneOf('by', ['governments', 'groups', 'militias', 'foreign', 'all']),
    counter: cell.oneOf('counter', ['ucdp', 'un', 'minusma']),
    value: cell.required('value'),
    low: cell.number('low'),
    high: cell.number('high'),
  }));
