import { type Base, readRows } from '../rows.ts';
import type { FigureInput } from '../types.ts';

/** People displaced inside Mali at a date, by UNHCR's year-end table or by another count (IOM, OCHA and others). */
export interface Inside extends Base {
  date: string;
  counter: 'unhcr' | 'other';
  value: number;
}

export const COUNTRIES = ['mauritania', 'niger', 'burkina'] as const;

/** Refugees from Mali at the end of a year, without asylum seekers. */
export interface Abroad extends Base {
  date: string;
  country: (typeof COUNTRIES)[number] | 'all';
  value: number;
}

/** People in Mbera camp, or what it was planned for. */
export interface Camp extends Base {
  date: string;
  value: number;
}

export interface Displaced {
  inside: readonly Inside[];
  abroad: readonly Abroad[];
  camp: readonly Camp[];
}

/** Rows of `displaced.csv`, `refugees.csv` and `mbera.csv`. Counts of different methods are points, not one line. */
export function data(input: FigureInput): Displaced {
  const inside = readRows(input, 'displaced', (_row, cell) => ({
    date: cell.date('date'),
    counter: cell.oneOf('counter', ['unhcr', 'other']),
    value: cell.required('value'),
  }));
  const abroad = readRows(input, 'refugees', (_row, cell) => ({
    date: cell.date('date'),
    country: cell.oneOf('country', [...COUNTRIES, 'all']),
    value: cell.required('value'),
  }));
  const camp = readRows(input, 'mbera', (_row, cell) => ({ date: cell.date('date'), value: cell.required('value') }));
  return { inside, abroad, camp };
}
