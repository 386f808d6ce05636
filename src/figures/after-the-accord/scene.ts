import { at, mapMark } from '../../geo/basemap.ts';
import { type Side, town } from '../../geo/towns.ts';
import { circle, path, text } from '../../scene/marks.ts';
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

/** Two pairs of towns touch at this scale: one name for each pair. */
const PAIRS: Record<string, string> = { kati: 'airport', bamako: 'airport', sevare: 'twin', mopti: 'twin' };

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

/** Places of a step: each a ring; in a pair only the better known place is named, with both names. */
function places(step: Step, told: readonly Event[], sheet: EventSheet, locale: Locale): Mark[] {
  const { wide, view, size } = sheet;
  const paired = step === 'after-april';
  return told
    .filter((e) => e.place && e.kind !== 'road')
    .flatMap((e): Mark[] => {
      const id = e.place?.id ?? '';
      const [x, y] = at(view, e.place ?? { lat: 0, lon: 0 });
      const status = e.status === 'established' ? {} : { status: e.status };
      if (paired && (id === 'kati' || id === 'mopti'))
        return [circle(`ring-${id}`, 'ring', x, y, wide ? 7 : 5.5, { tone: TONES[step], weight: 2, datum: e.datum })];
      const name = paired && PAIRS[id] ? locale.label(PAIRS[id] ?? '') : locale.place(id);
      return town(id, [x, y], name, {
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
  const { marks: words } = telling(
    id,
    wide ? 22 : 8,
    dateOf(id, told, locale),
    locale.label(`note-${id.replace('after-', '')}`),
    sheet,
    (id === 'after-july' ? told.at(-1) : first)?.datum ?? '',
  );
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
      ? told.filter((e) => e.kind === 'road').flatMap((e) => [...road(`road-${e.id}`, series, sheet, e), ...gate(e, series, sheet, locale)])
      : [];
  return {
    width: frame.width,
    height: frame.height,
    marks: [
      ...ground(sheet, frame, [2025, 2026], until(series.events, day), now),
      ...border,
      ...roads,
      ...quiet,
      ...algeria,
      ...places(id, told, sheet, locale),
      ...words,
      ...(id === 'after-blockade'
        ? [text('schematic', 'note', sheet.left, sheet.s.y - (wide ? 30 : 20), locale.label('schematic'), size, { halo: true })]
        : []),
      ...(id === 'after-horizon'
        ? [
            text(
              'as-of',
              'note',
              sheet.s.right,
              sheet.s.y - (wide ? 30 : 20),
              locale.label('as-of', { date: locale.fmt.date('2026-10-06') }),
              size,
              { anchor: 'end', halo: true },
            ),
          ]
        : []),
    ],
  };
}

/** Where a road comes from: its town, and the country beyond. */
function gate(event: Event, _series: After, { view, size }: EventSheet, locale: Locale): Mark[] {
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
