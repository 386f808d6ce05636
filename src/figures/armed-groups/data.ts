import { ContentError, listAllowed } from '../../lib/problem.ts';
import { type Base, readRows } from '../rows.ts';
import type { FigureInput } from '../types.ts';

/** A movement from its first to its last dated act, and the one it goes on in. */
export interface Lane extends Base {
  actor: string;
  from: string;
  /** Whether `from` is its first day; otherwise it is only its first dated act, and the lane may be older. */
  founded: boolean;
  /** With `into` the day it went on in that; otherwise its last dated act, if one is known. */
  to: string | undefined;
  into: string | undefined;
  /** Place from the top, counted in lanes. */
  row: number;
}

/** A dated act of one lane, or a link between two. */
export interface Tie extends Base {
  date: string;
  from: string;
  to: string | undefined;
  kind: 'founded' | 'signed' | 'declared' | 'part' | 'tie';
}

export interface Groups {
  lanes: readonly Lane[];
  ties: readonly Tie[];
}

/** Rows of both series. Every lane a row names has to exist. */
export function data(input: FigureInput): Groups {
  const ties = readRows(input, 'armed-groups-ties', (row, cell) => ({
    date: cell.date('date'),
    from: cell.text('lane'),
    to: row.with || undefined,
    kind: cell.oneOf('kind', ['founded', 'signed', 'declared', 'part', 'tie']),
  }));
  const lanes = readRows(input, 'armed-groups', (row, cell) => ({
    actor: cell.text('actor'),
    from: cell.date('from'),
    founded: ties.some((t) => t.kind === 'founded' && t.from === row.id && t.date === row.from),
    to: row.to ? cell.date('to') : undefined,
    into: row.into || undefined,
    row: cell.required('row'),
  }));
  const ids = new Set(lanes.map((l) => l.id));
  for (const [series, id] of [
    ...lanes.map((l) => ['armed-groups', l.into] as const),
    ...ties.flatMap((t) => [['armed-groups-ties', t.from] as const, ['armed-groups-ties', t.to] as const]),
  ]) {
    if (id !== undefined && !ids.has(id)) {
      throw new ContentError([
        {
          file: `content/series/${series}.csv`,
          line: 0,
          rule: 'figure-row',
          found: `group "${id}"`,
          allowed: listAllowed(ids),
          hint: 'Name a row of armed-groups.csv.',
        },
      ]);
    }
  }
  return { lanes, ties };
}
