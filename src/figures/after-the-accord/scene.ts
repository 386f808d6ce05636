import { at, mapMark } from '../../geo/basemap.ts';
import { type Side, town } from '../../geo/towns.ts';
import { circle, line, lines, path, rect, text, wrap } from '../../scene/marks.ts';
import type { Frame, Mark, Scene, Tone } from '../../scene/types.ts';
import { type EventSheet, eventSheet, ground, telling, until } from '../eventmap.ts';
import type { Locale } from '../types.ts';
import type { After, Event } from './data.ts';
import { STEPS, type Step } from './steps.ts';

const SIDES: Record<string, Side> = {
  bamako: 'right',
  kidal: 'right',
  gao: 'right',
  sevare: 'left',
  tinzaouaten: 'left',
  anefis: 'left',
  aguelhok: 'left',
  kayes: 'above',
  sikasso: 'below',
};

/** Who the step is about: the tone of what it names. */
const TONES: Record<Step, Tone> = {
  'after-tinzaouaten': 'azawad',
  'after-fla': 'azawad',
  'after-algiers': 'algeria',
  'after-blockade': 'jnim',
  'after-april': 'accent',
  'after-kidal': 'azawad',
  'after-july': 'accent',
  'after-horizon': 'state',
};

/** Two pairs of towns touch at this scale: a leader takes each name out of the other's way, by so much of a wide sheet. */
const LEADERS: Record<string, readonly [dx: number, dy: number]> = {
  kati: [-22, -22],
  bamako: [22, 16],
  sevare: [-24, -20],
  mopti: [-26, 16],
};

/** Steps that have a second sentence where there is room for it. */
const MORE: ReadonlySet<Step> = new Set<Step>(['after-tinzaouaten', 'after-algiers', 'after-kidal', 'after-july', 'after-horizon']);

/** The date as the step says it: a range, "around" a range, or "since" a day. */
function dateOf(step: Step, told: readonly Event[], locale: Locale): string {
  const [first] = told;
  if (!first) return '';
  const range = locale.fmt.dateRange(first.date, first.dateEnd ?? first.date);
  if (step === 'after-kidal') return locale.label('around', { date: range });
  if (step === 'after-blockade') return locale.label('since', { date: range });
  return range;
}

/** A road as a bent connector: it says which way, not which route. */
function road(key: string, series: After, sheet: EventSheet, event: Event): Mark[] {
  if (!event.place) return [];
  const [x0, y0] = at(sheet.view, event.place);
  const [x1, y1] = at(sheet.view, series.point('bamako'));
  const bend = [(x0 + x1) / 2, (y0 + y1) / 2 - (event.id === 'blockade-west' ? 8 : -4)].map((n) => Math.round(n * 10) / 10);
  return [
    path(key, 'route', `M${x0},${y0}Q${bend.join(',')},${x1},${y1}`, { tone: 'jnim', weight: sheet.wide ? 4 : 3, datum: event.datum }),
  ];
}

/** A town too near another for a ring: a dot where it is, its name at the end of a leader. */
function led(event: Event, { wide, view, size }: EventSheet, tone: Tone, locale: Locale): Mark[] {
  const id = event.place?.id ?? '';
  const [x, y] = at(view, event.place ?? { lat: 0, lon: 0 });
  const [dx, dy] = (LEADERS[id] ?? [0, 0]).map((n) => (wide ? n : n * 0.8)) as [number, number];
  const letter = size + (wide ? 4.5 : 2.5);
  return [
    line(`leader-${id}`, 'hair', x, y, x + dx, y + dy, { tone: 'soft', datum: event.datum }),
    circle(`dot-${id}`, 'dot', x, y, wide ? 6 : 4.6, { tone, datum: event.datum }),
    text(
      `name-${id}-led`,
      'head',
      x + dx + Math.sign(dx) * 3,
      y + dy + letter * 0.35,
      id === 'bamako' ? locale.label('airport') : locale.place(id),
      letter,
      { halo: true, anchor: dx < 0 ? 'end' : 'start' },
    ),
  ];
}

/** Places of a step: each a ring with its name. */
function places(step: Step, told: readonly Event[], sheet: EventSheet, locale: Locale): Mark[] {
  const { wide, view, size } = sheet;
  return told
    .filter((e) => e.place && e.kind !== 'road')
    .flatMap((e): Mark[] => {
      const id = e.place?.id ?? '';
      if (step === 'after-april' && LEADERS[id]) return led(e, sheet, TONES[step], locale);
      const status = e.status === 'established' ? {} : { status: e.status };
      return town(id, at(view, e.place ?? { lat: 0, lon: 0 }), locale.place(id), {
        size: size + (wide ? 2 : 0),
        side: SIDES[id] ?? 'right',
        chief: true,
        filled: true,
        tone: TONES[step],
        ...status,
        datum: e.datum,
      });
    });
}

export function scene(series: After, step: string, frame: Frame, locale: Locale): Scene {
  const id = step as Step;
  const sheet = eventSheet(frame, '2024-04-01', '2026-12-31');
  const { wide, view, size } = sheet;
  const now = new Set<string>(STEPS[id]);
  const told = series.events.filter((e) => now.has(e.id));
  const day =
    told
      .map((e) => e.dateEnd ?? e.date)
      .sort()
      .at(-1) ?? '';
  const first = told[0];
  const { marks: words, below } = telling(
    id,
    wide ? 22 : 8,
    dateOf(id, told, locale),
    locale.label(`note-${id.replace('after-', '')}`),
    sheet,
    first?.datum ?? '',
  );
  const more =
    wide && MORE.has(id)
      ? lines(`more-${id}`, 'note', sheet.left, below + 8, wrap(locale.label(id.replace('after', 'more')), 240, size), size, size + 4, {
          halo: true,
        })
      : [];
  const spots = new Set(told.flatMap((e) => (e.place && e.kind !== 'road' ? [e.place.id] : [])));
  const quiet = ['bamako', 'kidal', 'gao']
    .filter((p) => !spots.has(p))
    .flatMap((p) => town(p, at(view, series.point(p)), locale.place(p), { size, side: SIDES[p] ?? 'right', opacity: 0.7 }));
  const border = id === 'after-algiers' ? [mapMark('border', view, 'map-border', 1, 'algeria')] : [];
  const [ax, ay] = at(view, { lat: 20.9, lon: wide ? 4.6 : 3.3 });
  const algeria =
    id === 'after-algiers'
      ? [
          text('algeria', 'label', ax, ay, locale.label('algeria'), size + (wide ? 2 : 0), {
            tone: 'algeria',
            anchor: 'middle',
            halo: true,
          }),
        ]
      : [];
  const roads =
    id === 'after-blockade'
      ? told.filter((e) => e.kind === 'road').flatMap((e) => [...road(`road-${e.id}`, series, sheet, e), ...gate(e, sheet, locale)])
      : [];
  return {
    width: frame.width,
    height: frame.height,
    marks: [
      ...ground(
        sheet,
        frame,
        [2025, 2026],
        until(
          series.events.filter((e) => e.kind !== 'toll'),
          day,
        ),
        now,
      ),
      ...border,
      ...roads,
      ...quiet,
      ...algeria,
      ...places(id, told, sheet, locale),
      ...words,
      ...more,
      ...asides(id, told, sheet, locale),
    ],
  };
}

/** What is said over the foot of the map: how roads are drawn, a disputed count, a place without a position, what is not known. */
function asides(step: Step, told: readonly Event[], sheet: EventSheet, locale: Locale): Mark[] {
  const { wide, left, s, size } = sheet;
  const foot = s.y - (wide ? 30 : 20);
  const leading = size + 3;
  /** Words that end at the foot, in as many rows as their corner has room for. */
  const corner = (key: string, words: string, side: 'start' | 'end', width: number, up = 0, rest: Partial<Mark> = {}): Mark[] => {
    const rows = wrap(words, width, size);
    const x = side === 'start' ? left : s.right;
    return lines(key, 'note', x, foot - up - (rows.length - 1) * leading, rows, size, leading, { anchor: side, halo: true, ...rest });
  };
  if (step === 'after-blockade') {
    const count = told.find((e) => e.kind === 'toll');
    if (!count) return [];
    const words = locale.label('tankers', { date: locale.fmt.dayMonth(count.date), n: locale.fmt.quantity(count) });
    return [
      ...corner('schematic', locale.label('schematic'), 'start', wide ? 200 : 100),
      ...corner('tankers', words, 'end', wide ? 200 : 128, wide ? 110 : 28, { datum: count.datum, status: count.status, tone: 'ink' }),
    ];
  }
  if (step === 'after-july') {
    const unplaced = told.find((e) => !e.place);
    return unplaced ? corner('unplaced', locale.label('unplaced'), 'end', wide ? 200 : 120, 0, { datum: unplaced.datum }) : [];
  }
  if (step !== 'after-horizon') return [];
  // What is firm ends with July; the report of 6 October stands in the hatching. The dossier was read on 24 November.
  const clear = wide ? 9 : 7;
  const report = s.x('2026-10-06');
  const gaps = [
    [s.x('2026-08-01'), report - clear],
    [report + clear, s.x('2026-11-24')],
  ] as const;
  const tall = wide ? 8 : 6;
  return [
    ...gaps.map(([x0, x1], i) => rect(`gap-${i}`, 'gap', x0, s.y - tall / 2, x1 - x0, tall)),
    ...corner('as-of', locale.label('as-of', { date: locale.fmt.dayMonth('2026-10-06') }), 'end', wide ? 240 : 130),
  ];
}

/** Where a road comes from: its town, and the country beyond. */
function gate(event: Event, { view, size }: EventSheet, locale: Locale): Mark[] {
  if (!event.place) return [];
  const [x, y] = at(view, event.place);
  const west = event.id === 'blockade-west';
  return [
    circle(`gate-${event.id}`, 'ring', x, y, 4, { tone: 'jnim', weight: 2, datum: event.datum }),
    text(`gate-name-${event.id}`, 'label', west ? x - 8 : x + 9, west ? y - 20 : y + 14, locale.label(west ? 'senegal' : 'ivory'), size, {
      anchor: 'start',
      halo: true,
    }),
  ];
}
