import { type Base, readRows } from '../rows.ts';
import type { FigureInput } from '../types.ts';

/** Tonnes of gold in a year: `output` of the industry, the `first` figure published for it, one `mine`’s part, a `gap`, or a planned `capacity`. */
export interface Output extends Base {
  date: string;
  kind: 'output' | 'first' | 'mine' | 'gap' | 'capacity';
  value: number | undefined;
}

/** What somebody said was paid, in millions of US dollars. */
export interface Payment extends Base {
  date: string;
  per: 'month' | 'total';
  bound: 'about' | 'more' | 'exact';
  value: number;
}

export interface Gold {
  outputs: readonly Output[];
  payments: readonly Payment[];
  /** Rows of one kind, in order of year. */
  of(kind: Output['kind']): readonly Output[];
}

/** Rows of `gold.csv` and of `wagner-money.csv`. A year without a figure is a row without a value. */
export function data(input: FigureInput): Gold {
  const outputs = readRows(input, 'gold', (_row, cell) => {
    const kind = cell.oneOf('kind', ['output', 'first', 'mine', 'gap', 'capacity']);
    return { date: cell.date('date'), kind, value: kind === 'gap' ? cell.number('value') : cell.required('value') };
  });
  const payments = readRows(input, 'wagner-money', (row, cell) => ({
    date: cell.date('date'),
    per: cell.oneOf('per', ['month', 'total']),
    bound: row.bound ? cell.oneOf('bound', ['about', 'more']) : ('exact' as const),
    value: cell.required('value'),
  }));
  return { outputs, payments, of: (kind) => outputs.filter((o) => o.kind === kind) };
}
