import { at, type Box } from '../../geo/basemap.ts';
import type { Side } from '../../geo/towns.ts';
import { circle, estimateWidth, line, lines, path, rect, round, text, wrap } from '../../scene/marks.ts';
import type { Frame, Mark, Scene } from '../../scene/types.ts';
import type { Closing } from '../closings.ts';
import { type Dated, type EventSheet, eventSheet, ground, telling } from '../eventmap.ts';
import type { Locale } from '../types.ts';
import type { Bases, Event } from './data.ts';
import { STEPS, type Step, steps } from './steps.ts';

/** From the inland delta to Tessalit: every base of the figure, and little else. */
const VIEW: Box = { west: -5.6, south: 13.3, east: 4.2, north: 20.7 };

/** Where names stand. */
const SIDES: Record<string, Side> = {
  kidal: 'right',
  tessalit: 'right',
  aguelhok: 'right',
  timbuktu: 'left',
  ber: 'right',
  goundam: 'below',
  gossi: 'below',
  menaka: 'below',
  gao: 'above',
  ansongo: 'below',
  douentza: 'right',
  sevare: 'left',
  ogossagou: 'right',
};

/** Which rows a step has come to, its own included. */
const reached = (step: Step): ReadonlySet<string> => new Set(steps.slice(0, steps.indexOf(step) + 1).flatMap((s) => [...STEPS[s]]));

const certain = (row: { status: Event['status'] }) => (row.status === 'established' ? {} : { status: row.status });

/** A French base: a square, filled while held, hollow once handed over. */
function square(e: Event, left: boolean, now: boolean, { view, wide }: EventSheet): Mark[] {
  const [x, y] = at(view, e.place);
  const half = wide ? 7 : 5;
  const style = { tone: 'france' as const, datum: e.datum, ...(now || !left ? {} : { opacity: 0.55 }) };
  return [
    rect(`square-${e.place.id}`, 'outline', x - half, y - half, 2 * half, 2 * half, { ...style, weight: now ? 2.4 : 1.6 }),
    ...(left ? [] : [rect(`held-${e.place.id}`, 'bar', x - half + 2.5, y - half + 2.5, 2 * half - 5, 2 * half - 5, { tone: 'france' })]),
  ];
}

/** Russians reported at a base: a diamond above it, hatched where the report is not established. */
function diamond(e: Event, now: boolean, { view, wide }: EventSheet): Mark {
  const [x, y] = at(view, e.place);
  const r = wide ? 9 : 7;
  const [cx, cy] = [x, y - (wide ? 20 : 15)].map(round) as [number, number];
  return path(`diamond-${e.id}`, 'bar', `M${cx},${round(cy - r)}L${round(cx + r)},${cy}L${cx},${round(cy + r)}L${round(cx - r)},${cy}Z`, {
    tone: 'russia',
    datum: e.datum,
    ...certain(e),
    ...(now ? {} : { opacity: 0.6 }),
  });
}

/** A UN base: a ring, filled while open, hollow once closed, crossed where it was not handed to the state. */
function ring(b: Closing, closed: boolean, now: boolean, { view, wide }: EventSheet): Mark[] {
  const [x, y] = at(view, b.place);
  const r = wide ? 8 : 5.6;
  const arm = r * 0.62;
  const style = { tone: 'un' as const, datum: b.datum, ...(now || !closed ? {} : { opacity: 0.55 }) };
  return [
    circle(`ring-${b.id}`, 'ring', x, y, r, { ...style, weight: now ? 2.4 : 1.6, ...certain(b) }),
    ...(closed ? [] : [circle(`open-${b.id}`, 'dot', x, y, r - 2, { tone: 'un' })]),
    ...(closed && b.handed === 'no'
      ? [1, -1].map((s) =>
          line(`cross-${b.id}-${s}`, 'hair', x - arm, y - arm * s, x + arm, y + arm * s, { ...style, weight: wide ? 2.2 : 1.8 }),
        )
      : []),
  ];
}

interface Name {
  place: string;
  point: readonly [number, number];
  /** The day under the name; a place not spoken of has none. */
  date?: string;
  /** Day behind the name instead: three bases of the region of Kidal stand close. */
  inline?: boolean;
  datum: string;
}

/** The name of a place with its day. */
function named({ place, point: [x, y], date, inline = false, datum }: Name, { wide, size }: EventSheet, locale: Locale): Mark[] {
  const gap = (wide ? 9 : 7) + 5;
  const letter = date ? size + 2 : size;
  const below = date && !inline ? letter + 1 : 0;
  const [dx, dy, anchor] = {
    right: [gap, letter * 0.35 - below / 2, 'start'],
    left: [-gap, letter * 0.35 - below / 2, 'end'],
    above: [0, -gap - below, 'middle'],
    below: [0, gap + letter * 0.75, 'middle'],
  }[SIDES[place] ?? 'right'] as [number, number, 'start' | 'middle' | 'end'];
  const words = locale.place(place);
  const name = text(`name-${place}-${date ? 'now' : 'then'}`, date ? 'head' : 'label', x + dx, y + dy, words, letter, {
    tone: date ? 'ink' : 'soft',
    halo: true,
    anchor,
  });
  if (!date) return [name];
  const behind = inline ? estimateWidth(words, letter, 'serif') * 1.1 + 6 : 0;
  return [name, text(`day-${place}`, 'note', x + dx + behind, y + dy + below, date, size, { halo: true, anchor, datum })];
}

export function scene(series: Bases, step: string, frame: Frame, locale: Locale): Scene {
  const id = step as Step;
  const sheet = eventSheet(frame, '2021-07-01', '2024-01-31', { extent: VIEW, right: frame.id === 'wide' ? 0.13 : 0.02, words: 0.07 });
  const { wide, view, size } = sheet;
  const now = new Set<string>(STEPS[id]);
  const past = reached(id);
  const un = steps.indexOf(id) >= steps.indexOf('bases-un');
  const french = series.events.filter((e) => e.who === 'france' && !un);
  const closings = un ? series.closings : [];
  const russian = series.events.filter(
    (e) => e.who === 'russia' && past.has(e.id) && (!un || closings.some((b) => b.place.id === e.place.id)),
  );
  const told: Dated[] = [
    ...series.events.filter((e) => past.has(e.id)),
    ...closings.filter((b) => past.has(b.id)).map((b) => ({ ...b, date: b.closed, dateEnd: undefined })),
  ];
  // One name a place: what is told now, with its day; of the rest, those that stand on the map.
  const spoken = [...told.filter((r) => now.has(r.id))];
  const days = new Map(
    [...closings.map((b) => ({ ...b, date: b.closed })), ...series.events]
      .filter((r) => now.has(r.id))
      .map((r) => [r.place.id, r] as const)
      .reverse(),
  );
  const others = [...french, ...closings].filter(
    (r) => !days.has(r.place.id) && (wide || french.length > 0 || ['timbuktu', 'kidal', 'sevare'].includes(r.place.id)),
  );
  const inline = id === 'bases-kidal' && !wide;
  const label = (place: string, r: Event | Closing, date = ''): Mark[] =>
    named({ place, point: at(view, r.place), date, inline: inline && r.place.lat > 18, datum: r.datum }, sheet, locale);
  // The heading has the year; the phone has no room to say it again.
  const day = (iso: string): string => (wide ? locale.fmt.shortDate(iso) : locale.fmt.shortDate(iso).replace(/ \d{4}$/, ''));
  const names = [
    ...[...days].flatMap(([place, r]) => label(place, r, day(r.date))),
    ...[...new Map(others.map((r) => [r.place.id, r]))].flatMap(([place, r]) => label(place, r)),
  ];
  const { marks: words, below } = telling(
    id,
    wide ? 22 : 6,
    locale.label(id.replace('bases', 'head')),
    locale.label(id.replace('bases', 'note')),
    sheet,
    spoken[0]?.datum ?? '',
  );
  const key = wide
    ? lines('key', 'note', sheet.left, below + 10, wrap(locale.label(un ? 'key-un' : 'key-france'), 230, size), size, size + 4, {
        halo: true,
      })
    : [];
  return {
    width: frame.width,
    height: frame.height,
    marks: [
      ...ground(sheet, frame, [2022, 2023, 2024], told, now),
      ...french.flatMap((e) => square(e, past.has(e.id), now.has(e.id), sheet)),
      ...closings.flatMap((b) => ring(b, past.has(b.id), now.has(b.id), sheet)),
      ...russian.map((e) => diamond(e, now.has(e.id), sheet)),
      ...names,
      ...words,
      ...key,
    ],
  };
}
