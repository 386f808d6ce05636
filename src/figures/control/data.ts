import type { PlacePoint } from '../../geo/place.ts';
import { type Base, readRows } from '../rows.ts';
import type { FigureInput } from '../types.ts';

/** The towns of which the sources say who held them, in the order they are drawn. */
export const TOWNS = ['timbuktu', 'gao', 'menaka', 'kidal', 'ber', 'anefis', 'aguelhok'] as const;
export type Town = (typeof TOWNS)[number];

/** `unknown`: nobody's hold is documented; `return`: one report; `attacked` changes no hold. */
export type Kind = 'taken' | 'held' | 'shared' | 'contested' | 'attacked' | 'unknown' | 'return';

export interface Change extends Base {
  date: string;
  place: Town;
  holders: readonly string[];
  kind: Kind;
}

export interface Control {
  /** In order of date. */
  changes: readonly Change[];
  points: Readonly<Record<Town, PlacePoint>>;
}

const CONTROL = ['taken', 'held', 'shared', 'contested', 'attacked'] as const;
const NORTH: Readonly<Record<string, Kind>> = {
  attacked: 'attacked',
  taken: 'taken',
  held: 'held',
  retaken: 'taken',
  contested: 'contested',
  'pushed-out': 'taken',
};
const KIDAL: Readonly<Record<string, Kind>> = { held: 'held', gap: 'unknown', return: 'return' };

const isTown = (id: string | undefined): id is Town => TOWNS.some((town) => town === id);

/**
 * Joins three series without repeating any of them: Kidal from `kidal-holders.csv`, the year 2012 of the other
 * towns from `north-2012.csv`, and what neither has from `control.csv`.
 */
export function data(input: FigureInput): Control {
  const own = readRows(input, 'control', (_row, cell) => ({
    date: cell.date('date'),
    place: cell.oneOf('place', TOWNS),
    holders: cell.list('holder'),
    kind: cell.oneOf('kind', CONTROL) as Kind,
  }));
  const kidal = readRows(input, 'kidal-holders', (_row, cell) => ({
    date: cell.date('from'),
    place: 'kidal' as Town,
    holders: cell.list('holder'),
    kind: KIDAL[cell.text('part')],
  }));
  const north = readRows(input, 'north-2012', (row, cell) => ({
    date: row.dateEnd || cell.date('date'),
    place: row.place,
    holders: cell.list('holder'),
    kind: NORTH[cell.text('event')],
  })).filter((row) => row.place !== 'kidal');
  const changes = [...own, ...kidal, ...north]
    .flatMap((row) => (row.kind && isTown(row.place) ? [{ ...row, kind: row.kind, place: row.place }] : []))
    .sort((a, b) => a.date.localeCompare(b.date) || a.datum.localeCompare(b.datum));
  return { changes, points: Object.fromEntries(TOWNS.map((id) => [id, input.place(id)])) as Record<Town, PlacePoint> };
}

/** Who had each town on a day: its last change up to it. An attack is shown only where it falls inside the state. */
export function heldOn(day: string, after: string, { changes }: Control): Map<Town, Change> {
  const held = new Map<Town, Change>();
  for (const change of changes) {
    if (change.date > day) break;
    if (change.kind === 'attacked' && change.date <= after) continue;
    held.set(change.place, change);
  }
  return held;
}
