import type { Count } from './data.ts';

export interface Sheet {
  wide: boolean;
  left: number;
  right: number;
  size: number;
}

/** A number that cannot be missing here: the row without it could not be drawn. */
export function need(row: Count, field: 'value' | 'total'): number {
  const n = row[field];
  if (n === undefined) throw new Error(`${row.datum} has no ${field}`);
  return n;
}
