import { type Base, readRows } from '../rows.ts';
import type { FigureInput } from '../types.ts';

export const DEAD = ['russians', 'soldiers', 'rebels'] as const;

/** What one counter said of one side's dead. */
export interface Claim extends Base {
  date: string;
  who: 'army' | 'wagner' | 'jnim' | 'csp' | 'nyt' | 'bbc' | 'fighter';
  /** Whose dead. */
  of: (typeof DEAD)[number];
  word: 'first' | 'later';
  value: number | undefined;
  low: number | undefined;
  high: number | undefined;
  bound: 'exact' | 'least' | 'about';
}

/** All that one counter said at one time: a row of the picture. */
export interface Counter {
  id: string;
  claims: readonly Claim[];
}

/** Rows of `tinzaouaten-claims.csv`, by counter and time. Rival claims: no sum of them means anything. */
export function data(input: FigureInput): readonly Counter[] {
  const claims = readRows(input, 'tinzaouaten-claims', (row, cell) => ({
    date: cell.date('date'),
    who: cell.oneOf('who', ['army', 'wagner', 'jnim', 'csp', 'nyt', 'bbc', 'fighter']),
    of: cell.oneOf('of', DEAD),
    word: cell.oneOf('word', ['first', 'later']),
    value: cell.number('value'),
    low: cell.number('low'),
    high: cell.number('high'),
    bound: row.bound ? cell.oneOf('bound', ['least', 'about']) : ('exact' as const),
  }));
  const ids = [...new Set(claims.map((c) => `${c.who}-${c.word}`))];
  return ids.map((id) => ({ id, claims: claims.filter((c) => `${c.who}-${c.word}` === id) }));
}
