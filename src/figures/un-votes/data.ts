import { type Base, readRows } from '../rows.ts';
import type { FigureInput } from '../types.ts';

export interface Vote extends Base {
  date: string;
  body: 'assembly' | 'council';
  /** How Mali voted; `none` where it had no seat. */
  mali: 'against' | 'abstain' | 'none';
  yes: number;
  no: number;
  abstain: number;
}

/** Rows of `un-votes.csv`, in order of date. States that did not vote are in no count. */
export const data = (input: FigureInput): readonly Vote[] =>
  readRows(input, 'un-votes', (_row, cell) => ({
    date: cell.date('date'),
    body: cell.oneOf('body', ['assembly', 'council']),
    mali: cell.oneOf('mali', ['against', 'abstain', 'none']),
    yes: cell.required('yes'),
    no: cell.required('no'),
    abstain: cell.required('abstain'),
  }));
