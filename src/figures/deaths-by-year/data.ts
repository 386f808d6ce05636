import { type Base, readRows } from '../rows.ts';
import type { FigureInput } from '../types.ts';

export const TYPES = ['one-sided', 'state-based', 'non-state'] as const;

export interface Deaths extends Base {
  date: string;
  /** UCDP's three types of organised violence, or `all` of them. */
  type: (typeof TYPES)[number] | 'all';
  /** UCDP's best estimate, and its low and high. */
  value: number;
  low: number;
  high: number;
}

/** Rows of `deaths-by-year.csv`: UCDP country-year data, version 25.1. */
export const data = (input: FigureInput): readonly Deaths[] =>
  readRows(input, 'deaths-by-year', (_row, cell) => ({
    date: cell.date('date'),
    type: cell.oneOf('type', [...TYPES, 'all']),
    value: cell.required('value'),
    low: cell.required('low'),
    high: cell.required('high'),
  }));
