import { type Base, readRows } from '../rows.ts';
import type { FigureInput } from '../types.ts';

/** What was done or said about Moura: an `event`, or a `claim` with a number of people. */
export interface Said extends Base {
  date: string;
  dateEnd: string | undefined;
  who: 'army' | 'un' | 'state' | 'ucdp';
  kind: 'event' | 'claim';
  value: number | undefined;
  bound: 'exact' | 'least';
}

/** Rows of `moura.csv`, in the order they were said. Numbers of different counters are never added. */
export const data = (input: FigureInput): readonly Said[] =>
  readRows(input, 'moura', (row, cell) => {
    const kind = cell.oneOf('kind', ['event', 'claim']);
    return {
      date: cell.date('date'),
      dateEnd: row.dateEnd || undefined,
      who: cell.oneOf('who', ['army', 'un', 'state', 'ucdp']),
      kind,
      value: kind === 'claim' ? cell.required('value') : undefined,
      bound: row.bound ? cell.oneOf('bound', ['least']) : ('exact' as const),
    };
  });
