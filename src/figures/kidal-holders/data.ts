import type { PlacePoint } from '../../geo/place.ts';
import { daysBetween } from '../../scene/strip.ts';
import { type Base, readRows } from '../rows.ts';
import type { FigureInput } from '../types.ts';

/** `held`: somebody had the town; `inside`: a force in it without control; `gap`: not documented; `return`: one report. */
const PARTS = ['held', 'inside', 'gap', 'return'] as const;

/** How firm the end of a row is: the day the town changed hands, around that day, or only the last dated act. */
const ENDS = ['day', 'about', 'act'] as const;

export interface Hold extends Base {
  from: string;
  to: string;
  holders: readonly string[];
  ends: (typeof ENDS)[number];
  part: (typeof PARTS)[number];
  /** Whole days from start to end, where the town changed hands at both: a last dated act ends nothing. */
  days: number | undefined;
  note: string;
}

/** The towns the three maps name. */
const TOWNS = ['kidal', 'bamako', 'timbuktu', 'gao', 'tessalit', 'aguelhok', 'tinzaouaten'] as const;
type Town = (typeof TOWNS)[number];

export interface Kidal {
  holds: readonly Hold[];
  points: Readonly<Record<Town, PlacePoint>>;
}

/** Rows of `kidal-holders.csv`; the lengths are computed here, so that prose and strip share one arithmetic. */
export function data(input: FigureInput): Kidal {
  const holds = readRows(input, 'kidal-holders', (row, cell) => {
    const [from, to, ends] = [cell.date('from'), cell.date('to'), cell.oneOf('ends', ENDS)];
    return {
      from,
      to,
      ends,
      holders: cell.list('holder'),
      part: cell.oneOf('part', PARTS),
      days: from.length === 10 && to.length === 10 && ends !== 'act' ? daysBetween(from, to) : undefined,
      note: row.note ?? '',
    };
  });
  return { holds, points: Object.fromEntries(TOWNS.map((id) => [id, input.place(id)])) as Record<Town, PlacePoint> };
}
