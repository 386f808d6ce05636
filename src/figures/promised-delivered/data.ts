import { type Base, readRows } from '../rows.ts';
import type { FigureInput } from '../types.ts';

export const GOODS = ['wheat', 'fertiliser', 'fuel', 'mixed', 'trade'] as const;
export type Good = (typeof GOODS)[number];

export interface Item extends Base {
  date: string;
  dateEnd: string | undefined;
  good: Good;
  /** `others` is a delivery that did not come from Russia; `word` is what a leader said of trade. */
  kind: 'promised' | 'delivered' | 'others' | 'word';
  value: number | undefined;
  low: number | undefined;
  high: number | undefined;
  unit: '' | 'tonnes' | 'tankers';
}

export interface Goods {
  items: readonly Item[];
  of(good: Good, ...kinds: readonly Item['kind'][]): readonly Item[];
}

/** Rows of `promised-delivered.csv`. An empty value is a quantity nobody gave. */
export function data(input: FigureInput): Goods {
  const items = readRows(input, 'promised-delivered', (row, cell) => ({
    date: cell.date('date'),
    dateEnd: row.dateEnd || undefined,
    good: cell.oneOf('good', GOODS),
    kind: cell.oneOf('kind', ['promised', 'delivered', 'others', 'word']),
    value: cell.number('value'),
    low: cell.number('low'),
    high: cell.number('high'),
    unit: row.unit ? cell.oneOf('unit', ['tonnes', 'tankers']) : ('' as const),
  }));
  return { items, of: (good, ...kinds) => items.filter((i) => i.good === good && kinds.includes(i.kind)) };
}
