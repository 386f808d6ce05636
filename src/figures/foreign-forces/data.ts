import { type Base, readRows } from '../rows.ts';
import type { FigureInput } from '../types.ts';

export const FORCES = ['minusma', 'france', 'takuba', 'eutm', 'russia'] as const;
export type Force = (typeof FORCES)[number];

export interface Count extends Base {
  date: string;
  /** Last day of a mean or of a span; `undefined` for a count of one date. */
  dateEnd: string | undefined;
  force: Force;
  /** `count` people there; `allowed` a ceiling; `most` an upper bound over years; `start`, `turn` and `end` carry no number. */
  kind: 'count' | 'allowed' | 'most' | 'start' | 'turn' | 'end';
  value: number | undefined;
  low: number | undefined;
  high: number | undefined;
}

export interface Forces {
  rows: readonly Count[];
  of(force: Force): readonly Count[];
}

/** Rows of `foreign-forces.csv`. Counts are measured in different ways: nothing is drawn between two of them. */
export function data(input: FigureInput): Forces {
  const rows = readRows(input, 'foreign-forces', (row, cell) => {
    const kind = cell.oneOf('kind', ['count', 'allowed', 'most', 'start', 'turn', 'end']);
    return {
      date: cell.date('date'),
      dateEnd: row.dateEnd || undefined,
      force: cell.oneOf('force', FORCES),
      kind,
      value: kind === 'allowed' || kind === 'most' ? cell.required('value') : cell.number('value'),
      low: cell.number('low'),
      high: cell.number('high'),
    };
  });
  return { rows, of: (force) => rows.filter((r) => r.force === force) };
}
