import { type Base, readRows } from '../rows.ts';
import type { FigureInput } from '../types.ts';

export const SUPPLIERS = ['russia', 'turkiye', 'uae', 'brazil', 'south-africa'] as const;

/** One delivery named in the press. Without a value nobody gave a number. */
export interface Delivery extends Base {
  date: string;
  supplier: (typeof SUPPLIERS)[number];
  kind: 'helicopter' | 'aircraft' | 'drone' | 'vehicle';
  value: number | undefined;
  bound: 'exact' | 'least' | 'more';
}

/** Arms of one kind that SIPRI counts for a supplier over whole years. */
export interface Supply extends Base {
  supplier: (typeof SUPPLIERS)[number];
  value: number;
  date: string;
  dateEnd: string;
}

export interface Arms {
  deliveries: readonly Delivery[];
  supplies: readonly Supply[];
}

/** Rows of `deliveries.csv` and `arms-sipri.csv`: two counters, never added. */
export function data(input: FigureInput): Arms {
  const deliveries = readRows(input, 'deliveries', (row, cell) => ({
    date: cell.date('date'),
    supplier: cell.oneOf('supplier', SUPPLIERS),
    kind: cell.oneOf('kind', ['helicopter', 'aircraft', 'drone', 'vehicle']),
    value: cell.number('value'),
    bound: row.bound ? cell.oneOf('bound', ['least', 'more']) : ('exact' as const),
  }));
  const supplies = readRows(input, 'arms-sipri', (_row, cell) => ({
    supplier: cell.oneOf('supplier', SUPPLIERS),
    value: cell.required('value'),
    date: cell.date('date'),
    dateEnd: cell.date('dateEnd'),
  }));
  return { deliveries, supplies };
}
