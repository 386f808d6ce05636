import { at, type Box, type Extent } from '../../geo/basemap.ts';
import { town } from '../../geo/towns.ts';
import { circle, estimateWidth, path, rect, round, text } from '../../scene/marks.ts';
import type { Frame, Mark, Scene, Tone } from '../../scene/types.ts';
import { type EventSheet, eventSheet, ground } from '../eventmap.ts';
import type { Locale } from '../types.ts';
import type { Attack, Attacks } from './data.ts';
import { toll } from './describe.ts';
import { STEPS, type Step, steps } from './steps.ts';

const TONES: Record<Attack['by'], Tone> = {
  state: 'state',
  jihad: 'jnim',
  militia: 'accent',
  france: 'france',
  rebels: 'azawad',
  unknown: 'soft',
};

/** The middle of the country, where most villages of these years lie. */
const CENTRE: Box = { west: -7.4, south: 12.9, east: 2.2, north: 17.2 };
const VIEWS: Partial<Record<Step, Box | Extent>> = { 'attacks-centre': CENTRE, 'attacks-2021': CENTRE, 'attacks-2022': CENTRE };

/** One shape for each class of alleged perpetrator: it must not rest on colour. */
function mark(key: string, a: Attack, [x, y]: readonly [number, number], r: number, opacity: number): Mark {
  const style = { tone: TONES[a.by], status: a.status, datum: a.datum, opacity, weight: 2 };
  const side = r * 0.88;
  const poly = (points: readonly (readonly [number, number])[]): string =>
    `M${points.map(([dx, dy]) => `${round(x + dx)},${round(y + dy)}`).join('L')}Z`;
  if (a.by === 'state' || a.by === 'france') return rect(key, 'outline', x - side, y - side, side * 2, side * 2, style);
  if (a.by === 'militia')
    return path(
      key,
      'outline',
      poly([
        [0, -r * 1.15],
        [r * 1.15, 0],
        [0, r * 1.15],
        [-r * 1.15, 0],
      ]),
      style,
    );
  if (a.by === 'unknown')
    return path(
      key,
      'outline',
      poly([
        [0, -r * 1.1],
        [r * 1.05, r * 0.8],
        [-r * 1.05, r * 0.8],
      ]),
      style,
    );
  return circle(key, 'ring', x, y, r, style);
}

/** Where the list of a step stands, in frame units. */
function listOn({ wide, left, size }: EventSheet) {
  const [head, top, each] = wide ? [42, 74, 27] : [21, 41, 15.6];
  return { head, top, each, letter: size + (wide ? 2 : 0), right: left + (wide ? 262 : 152) };
}

/** A plate of paper for the list: borders and rivers run under it, marks lie on it. */
function plate(lines: number, sheet: EventSheet): Mark {
  const { head, top, each, letter, right } = listOn(sheet);
  const [x, y] = [sheet.left - 6, head - letter * 1.5];
  return rect('list-ground', 'area', x, y, right + 6 - x, top + (lines - 1) * each + letter * 0.5 - y, { tone: 'paper', opacity: 0.86 });
}

/** What the step tells, one line each: the mark, the place, the range of the dead. */
function list(told: readonly Attack[], step: Step, sheet: EventSheet, locale: Locale): Mark[] {
  const { wide, left } = sheet;
  const { head, top, each, letter, right } = listOn(sheet);
  const first = told[0];
  const last = told.at(-1);
  const years = first && last ? locale.fmt.dateRange(first.date.slice(0, 4), last.date.slice(0, 4)) : '';
  return [
    text(`years-${step}`, 'head', left, head, years, wide ? 24 : 15.5, { halo: true }),
    ...told.flatMap((a, i): Mark[] => {
      const y = top + i * each;
      const name = a.place ? locale.place(a.place.id) : locale.label(a.id);
      // The list has room for a plus, the table for "at least".
      const n = a.bound === 'least' ? `${locale.fmt.number(a.low)}+` : toll(a, locale);
      const room = right - left - 18 - estimateWidth(n, letter) - 6;
      const short = estimateWidth(name, letter) > room ? (name.split(/ (?:and|et) /)[0] ?? name) : name;
      return [
        mark(`list-${a.id}`, a, [left + 6, y - letter * 0.34], wide ? 6 : 4.4, 1),
        text(`list-name-${a.id}`, 'label', left + (wide ? 22 : 17), y, short, letter, { halo: true, datum: a.datum }),
        text(`list-toll-${a.id}`, 'label', right, y, n, letter, { anchor: 'end', halo: true, datum: a.datum }),
      ];
    }),
  ];
}

export function scene(series: Attacks, step: string, frame: Frame, locale: Locale): Scene {
  const id = step as Step;
  const near = VIEWS[id];
  const sheet = eventSheet(frame, '2012-01-01', '2026-12-31', near ? { extent: near } : {});
  const { wide, view, size } = sheet;
  const now = new Set<string>(STEPS[id]);
  const past = new Set<string>(steps.slice(0, steps.indexOf(id) + 1).flatMap((s) => [...STEPS[s]]));
  const reached = series.attacks.filter((a) => past.has(a.id));
  const told = series.attacks.filter((a) => now.has(a.id));
  const foot = sheet.s.y - (wide ? 22 : 14);
  const drawn = (a: Attack): Mark[] => {
    if (!a.place) return [];
    const point = at(view, a.place);
    const on = now.has(a.id);
    if (!on && (point[0] < 4 || point[0] > frame.width - 4 || point[1] < 4 || point[1] > foot - 6)) return [];
    return [mark(`attack-${a.id}`, a, point, on ? (wide ? 9 : 6.4) : wide ? 5 : 3.6, on ? 1 : 0.4)];
  };
  const towns = near ? ['mopti', 'gao'] : ['bamako', 'gao', 'kidal'];
  return {
    width: frame.width,
    height: frame.height,
    marks: [
      ...ground(sheet, frame, wide ? [2012, 2014, 2016, 2018, 2020, 2022, 2024, 2026] : [2012, 2016, 2020, 2024], reached, now),
      plate(told.length, sheet),
      ...towns
        .filter((p) => !told.some((a) => a.place?.id === p))
        .flatMap((p) =>
          town(p, at(view, series.point(p)), locale.place(p), {
            size,
            side: p === 'mopti' ? 'above' : p === 'gao' && !near ? 'below' : 'right',
            opacity: 0.7,
          }),
        ),
      ...reached.filter((a) => !now.has(a.id)).flatMap(drawn),
      ...told.flatMap(drawn),
      ...list(told, id, sheet, locale),
    ],
  };
}
