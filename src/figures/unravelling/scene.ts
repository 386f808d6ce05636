import { at } from '../../geo/basemap.ts';
import { type Side, town } from '../../geo/towns.ts';
import { circle, line, lines, path, rect, text, wrap } from '../../scene/marks.ts';
import type { Frame, Mark, Scene, Tone } from '../../scene/types.ts';
import { type EventSheet, eventSheet, ground, telling, until } from '../eventmap.ts';
import type { Locale } from '../types.ts';
import type { Event, Unravelling } from './data.ts';
import { STEPS, type Step, steps } from './steps.ts';

/** Where names stand on the crowded sheet. */
const SIDES: Record<string, Side> = { bamako: 'right', kidal: 'right', gao: 'right', ber: 'above', anefis: 'left', timbuktu: 'below' };

/** Steps that have a second sentence where there is room for it. */
const MORE: ReadonlySet<Step> = new Set<Step>(['unravel-sanctions', 'unravel-suspension', 'unravel-bases', 'unravel-ber']);

/** The day a step has come to: the end of what it tells. */
const dayOf = (told: readonly Event[]): string =>
  told
    .map((e) => e.dateEnd ?? e.date)
    .sort()
    .at(-1) ?? '';

/** UN bases: filled while open, hollow once closed. Present from the step that ends the mandate. */
function bases(series: Unravelling, sheet: EventSheet, day: string, step: Step, locale: Locale): Mark[] {
  const { wide, view, size } = sheet;
  return series.bases.flatMap((b): Mark[] => {
    const [x, y] = at(view, b.place);
    const open = b.closed > day;
    const r = wide ? 6 : 4.2;
    const status = b.status === 'established' ? {} : { status: b.status };
    const named = step === 'unravel-bases' && (wide || ['tessalit', 'kidal', 'timbuktu', 'sevare'].includes(b.place.id));
    const east = ['aguelhok', 'tessalit', 'kidal', 'ansongo', ...(wide ? ['menaka'] : [])].includes(b.place.id);
    const side: Side = b.place.id === 'ber' ? 'above' : east ? 'right' : 'left';
    return [
      circle(`base-${b.id}`, 'ring', x, y, r, { tone: 'un', weight: wide ? 2 : 1.6, ...status, datum: b.datum }),
      ...(open
        ? // Solid, and without the row's dash: the day it closed may be in doubt, that it was open is not.
          [circle(`open-${b.id}`, 'dot', x, y, r - 1.5, { tone: 'un' })]
        : []),
      ...(named
        ? town(`base-${b.place.id}`, [x, y], locale.place(b.place.id), {
            size,
            side,
            dx: side === 'right' ? 3 : side === 'left' ? -3 : 0,
            dy: side === 'above' ? -2 : b.place.id === 'timbuktu' ? -8 : 0,
          }).filter((m) => m.geometry.kind === 'text')
        : []),
    ];
  });
}

/** Closing dates of the bases as short lines over the strip. */
function closings({ bases: all }: Unravelling, { s, wide }: EventSheet, day: string): Mark[] {
  const top = s.y - (wide ? 18 : 11);
  return all.map((b) =>
    line(`closing-${b.id}`, 'hair', s.x(b.closed), top, s.x(b.closed), top + (wide ? 10 : 6), {
      tone: 'un',
      weight: 1.5,
      opacity: b.closed <= day ? 1 : 0.35,
      datum: b.datum,
    }),
  );
}

export function scene(series: Unravelling, step: string, frame: Frame, locale: Locale): Scene {
  const id = step as Step;
  const sheet = eventSheet(frame, '2020-06-01', '2024-03-31');
  const { wide, view, size, s } = sheet;
  const now = new Set<string>(STEPS[id]);
  const told = series.events.filter((e) => now.has(e.id));
  const day = dayOf(told);
  const reached = steps.indexOf(id) >= steps.indexOf('unravel-bases');
  const span = series.events.find((e) => e.kind === 'span');

  let y = wide ? 22 : 8;
  // The phone's north-west has room for one telling: two dates share their words, or the later one stands.
  const spare = wide ? [] : told.slice(0, -1);
  const coups = id === 'unravel-coups' && !wide;
  const words = told
    .filter((e) => coups || !spare.includes(e))
    .flatMap((e) => {
      const date = e.dateEnd ? locale.fmt.dateRange(e.date, e.dateEnd) : locale.fmt.date(e.date);
      const { marks, below } = telling(
        e.id,
        y,
        date,
        coups ? (spare.includes(e) ? '' : locale.label('two-coups')) : e.label[locale.lang],
        sheet,
        e.datum,
      );
      y = below + (wide ? 10 : 3);
      return marks;
    });
  if (wide) words.push(...more(series, id, y, sheet, locale));
  const spots = [...new Set(told.flatMap((e) => (e.place ? [e.place.id] : [])))];
  const tone: Tone = id === 'unravel-kidal' || id === 'unravel-end' ? 'state' : 'accent';
  const chiefs = spots.flatMap((place) => {
    const event = told.filter((e) => e.place?.id === place).at(-1);
    const minor = id === 'unravel-kidal' && place === 'anefis';
    return town(place, at(view, series.point(place)), locale.place(place), {
      size: size + (wide ? 2 : 0),
      side: SIDES[place] ?? 'right',
      chief: !minor,
      filled: !minor,
      tone,
      ...(event && event.status !== 'established' && { status: event.status }),
      ...(event && { datum: event.datum }),
    });
  });
  // Where a base stands its ring is enough, and at the step of the bases its name too.
  const based = (p: string): boolean => reached && series.bases.some((b) => b.place.id === p);
  const quiet = ['bamako', 'kidal', 'gao', 'timbuktu']
    .filter((p) => !spots.includes(p) && !(id === 'unravel-bases' && based(p)) && (wide || p !== 'timbuktu' || !reached))
    .flatMap((p) =>
      town(p, at(view, series.point(p)), locale.place(p), {
        size,
        // Goundam's ring stands where the name of Timbuktu stood; above it, at Ber's own step, stands Ber.
        side: reached && p === 'timbuktu' ? (id === 'unravel-ber' ? 'left' : 'above') : (SIDES[p] ?? 'right'),
        dx: based(p) ? (p === 'timbuktu' ? -4 : 3) : 0,
        dy: reached && p === 'timbuktu' ? (id === 'unravel-ber' ? -8 : -5) : 0,
        opacity: reached ? 0.6 : 0.8,
      }).filter((m) => !based(p) || m.geometry.kind === 'text'),
    );
  const convoy = series.events.find((e) => e.id === 'anefis');
  const road = id === 'unravel-kidal' && convoy ? [route(series, sheet, convoy)] : [];
  return {
    width: frame.width,
    height: frame.height,
    marks: [
      ...ground(
        sheet,
        frame,
        [2021, 2022, 2023, 2024],
        until(
          series.events.filter((e) => e.kind === 'event'),
          day,
        ),
        now,
      ),
      ...(span && span.date <= day
        ? [
            rect('span', 'bar', s.x(span.date), s.y - 2, s.x(span.dateEnd ?? span.date) - s.x(span.date), 4, {
              tone: now.has(span.id) ? 'accent' : 'soft',
              datum: span.datum,
            }),
          ]
        : []),
      ...(span && now.has(span.id) && wide
        ? [text('span-name', 'label', s.x(span.date), s.y - 8, locale.label('sanctions'), size, { tone: 'accent' })]
        : []),
      ...road,
      ...(reached ? bases(series, sheet, day, id, locale) : []),
      ...(reached ? closings(series, sheet, day) : []),
      ...quiet,
      ...chiefs,
      ...words,
    ],
  };
}

/** A second sentence where there is room for it. */
function more({ bases: all }: Unravelling, step: Step, y: number, { left, size }: EventSheet, locale: Locale): Mark[] {
  if (!MORE.has(step)) return [];
  const days = all.map((b) => b.closed).sort();
  const day = (iso: string | undefined): string => (iso ? locale.fmt.dayMonth(iso) : '');
  const words = locale.label(step.replace('unravel', 'more'), {
    from: day(days[0]),
    to: day(days.at(-1)),
  });
  return lines(`more-${step}`, 'note', left, y, wrap(words, 240, size), size, size + 4, { halo: true });
}

/** The column's way from Gao by Anéfis to Kidal, schematic. */
function route(series: Unravelling, { view, wide }: EventSheet, convoy: Event): Mark {
  const stops = ['gao', 'anefis', 'kidal'].map((p) => at(view, series.point(p)));
  return path('road', 'route', `M${stops.map(([x, y]) => `${x},${y}`).join('L')}`, {
    tone: 'state',
    weight: wide ? 3 : 2,
    datum: convoy.datum,
    ...(convoy.status !== 'established' && { status: convoy.status }),
  });
}
