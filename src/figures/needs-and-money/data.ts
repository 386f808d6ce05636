import { type Base, readRows } from '../rows.ts';
import type { FigureInput } from '../types.ts';

/** A year's plan: people in `need` and at its `target` in millions; `asked` and `received` in millions of US dollars; `share` received in per cent. */
export interface Plan extends Base {
  date: string;
  kind: 'need' | 'target' | 'asked' | 'received' | 'share';
  value: number | undefined;
}

/** Rows of `needs-and-money.csv`. A missing value is a number nobody gave in what was read. */
export const data = (input: FigureInput): readonly Plan[] =>
  readRows(input, 'needs-and-money', (_row, cell) => ({
    date: cell.date('date'),
    kind: cell.oneOf('kind', ['need', 'target', 'asked', 'received', 'share']),
    value: cell.number('value'),
  }));
