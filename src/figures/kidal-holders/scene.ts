import { at, type Camera, camera, mapMark, scaleBar } from '../../geo/basemap.ts';
import { town } from '../../geo/towns.ts';
import { circle, line, rect, text } from '../../scene/marks.ts';
import { strip, yearAxis } from '../../scene/strip.ts';
import type { Frame, Mark, Scene, Tone } from '../../scene/types.ts';
import type { Locale } from '../types.ts';
import type { Hold, Kidal } from './data.ts';
import type { Step } from './steps.ts';

const TONES: Record<string, Tone> = { 'ansar-dine': 'jnim', mnla: 'azawad', cma: 'azawad', fla: 'azawad', state: 'state' };

/** The three views, from the continent to the region. */
function views(frame: Frame): Record<'kidal-africa' | 'kidal-mali' | 'kidal-town', Camera> {
  const margin = frame.id === 'wide' ? 16 : 6;
  const inset = { top: margin, right: margin, bottom: margin, left: margin };
  return {
    'kidal-africa': camera('africa', frame, inset),
    'kidal-mali': camera('whole', frame, inset),
    'kidal-town': camera('kidal', frame, inset),
  };
}

function mapScene(step: 'kidal-africa' | 'kidal-mali' | 'kidal-town', { points }: Kidal, frame: Frame, locale: Locale): Mark[] {
  const view = views(frame)[step];
  const wide = frame.id === 'wide';
  const size = frame.text + (wide ? 2 : 0);
  const word = (key: string, lat: number, lon: number, letter = size): Mark => {
    const [x, y] = at(view, { lat, lon });
    return text(`land-${key}`, 'note', x, y, locale.label(key), letter, { anchor: 'middle', halo: true });
  };
  const put = (id: keyof Kidal['points'], style: Partial<Parameters<typeof town>[3]>) =>
    town(id, at(view, points[id]), locale.place(id), { size, ...style });
  const chief = { chief: true, tone: 'accent' as const, filled: true };
  switch (step) {
    case 'kidal-africa':
      return [
        mapMark('map-africa', view, 'map-africa'),
        mapMark('map', view, 'map-mali', 0),
        word('mali', 17.2, wide ? -20 : -21, size + 2),
        // Already in their places, unseen, so that they travel with the map when the camera moves in.
        ...put('bamako', { side: 'right', opacity: 0 }),
        ...put('timbuktu', { side: 'left', opacity: 0 }),
        ...put('gao', { side: 'below', opacity: 0 }),
        ...put('kidal', { ...chief, side: 'above', opacity: 0 }),
      ];
    case 'kidal-mali':
      return [
        mapMark('map-africa', view, 'map-africa', 0),
        mapMark('map', view, 'map-mali'),
        ...put('bamako', { side: 'right' }),
        ...put('timbuktu', { side: 'left' }),
        ...put('gao', { side: 'below' }),
        ...put('kidal', { ...chief, side: 'above' }),
        ...scaleBar('scale', view, 300, wide ? 24 : 10, frame.height - 12, locale.label('scale-far'), frame.text),
      ];
    case 'kidal-town':
      return [
        mapMark('map', view, 'map-mali'),
        word('algeria', 20.2, 3, size + 1),
        ...put('tessalit', { side: 'left' }),
        ...put('aguelhok', { side: 'left' }),
        ...put('tinzaouaten', { side: 'below' }),
        ...put('kidal', { ...chief, side: 'right', size: size + 2 }),
        ...scaleBar('scale', view, 100, wide ? 24 : 12, frame.height - 14, locale.label('scale-near'), frame.text),
      ];
  }
}

interface Look {
  /** 1 for what is spoken of, less for the rest. */
  bar(hold: Hold): number;
}
const LOOKS: Record<'kidal-strip' | 'kidal-894' | 'kidal-2026', Look> = {
  'kidal-strip': { bar: () => 1 },
  'kidal-894': { bar: (h) => (h.id === 'h2023-november' ? 1 : 0.3) },
  'kidal-2026': { bar: (h) => (h.from >= '2026' || h.id === 'h2023-november' ? 1 : 0.3) },
};

function stripScene(step: keyof typeof LOOKS, { holds }: Kidal, frame: Frame, locale: Locale): Mark[] {
  const wide = frame.id === 'wide';
  const { text: size } = frame;
  const [left, right] = wide ? [36, 676] : [12, 346];
  const [top, high] = wide ? [236, 104] : [134, 50];
  const s = strip('2012-01-01', '2026-12-31', left, right, top + high + 8);
  const shown = LOOKS[step];
  const of = (id: string): Hold => {
    const hold = holds.find((h) => h.id === id);
    if (!hold) throw new Error(`kidal-holders.csv has no row "${id}"`);
    return hold;
  };
  const bars = holds.flatMap((h): Mark[] => {
    const [x0, x1] = [s.x(h.from), s.x(h.to)];
    const rest = { opacity: shown.bar(h), datum: h.datum, ...(h.status !== 'established' && { status: h.status }) };
    if (h.part === 'gap') return [rect(`bar-${h.id}`, 'gap', x0, top, x1 - x0, high, { ...rest, tone: 'rule' })];
    if (h.part === 'return')
      return [
        circle(`bar-${h.id}`, 'dot', x0, top - (wide ? 14 : 11), wide ? 7 : 5.5, { ...rest, tone: TONES[h.holders[0] ?? ''] ?? 'ink' }),
      ];
    if (h.part === 'inside') return [rect(`bar-${h.id}`, 'bar', x0, top + high * 0.74, x1 - x0, high * 0.14, { ...rest, tone: 'state' })];
    // Two holders share the height: the first above, the second below.
    const tones = h.holders.map((id) => TONES[id]).filter((t) => t !== undefined);
    const each = high / Math.max(1, tones.length);
    return tones.map((tone, i) => rect(`bar-${h.id}-${i}`, 'bar', x0, top + each * i, x1 - x0, each, { ...rest, tone }));
  });
  const middle = (id: string): number => (s.x(of(id).from) + s.x(of(id).to)) / 2;
  const say = (key: string, x: number, y: number, words: string, rest: Parameters<typeof text>[6] = {}, letter = size): Mark =>
    text(`${key}-${step === 'kidal-strip' ? 'all' : 'dim'}`, 'label', x, y, words, letter, rest);
  const state = of('h2023-november');
  const [sx0, sx1] = [s.x(state.from), s.x(state.to)];
  const axis = yearAxis('year', s, [2012, 2015, 2018, 2021, 2024], size);
  const above = top - (wide ? 12 : 9);
  const marks: Mark[] = [
    text('place', 'head', left, wide ? 56 : 30, locale.place('kidal'), wide ? 34 : 22),
    ...axis,
    ...bars,
    line('edge', 'hair', s.x('2026-10-06'), top - 4, s.x('2026-10-06'), top + high + 8, { tone: 'ink' }),
  ];
  if (step === 'kidal-strip')
    return [
      ...marks,
      say('ansar', left, above - (wide ? 44 : 33), locale.label('ansar')),
      say('and-mnla', left, above - (wide ? 26 : 18), locale.label('and-mnla')),
      line('ansar-line', 'hair', middle('h2012-march'), above - (wide ? 20 : 13), middle('h2012-march'), top, { tone: 'soft' }),
      say('cma', (s.x('2014-05-21') + s.x('2023-11-14')) / 2, above, locale.label('cma'), { anchor: 'middle' }),
      // On a phone the two notes below the strip take a row each.
      say('gap', wide ? s.x('2013-06-18') : left, top + high + (wide ? 48 : 64), locale.label('gap')),
      line('gap-line', 'hair', middle('h2013-gap'), top + high, middle('h2013-gap'), top + high + (wide ? 36 : 51), { tone: 'soft' }),
      say('mixed', middle('mixed-2020'), top + high + (wide ? 48 : 46), locale.label('mixed'), { anchor: 'middle' }),
      line('mixed-line', 'hair', middle('mixed-2020'), top + high * 0.88, middle('mixed-2020'), top + high + (wide ? 34 : 33), {
        tone: 'state',
      }),
      say('state', (sx0 + sx1) / 2, above - (wide ? 20 : 15), locale.label('state'), { anchor: 'middle', tone: 'state' }),
      line('state-line', 'hair', (sx0 + sx1) / 2, above - (wide ? 15 : 11), (sx0 + sx1) / 2, top, { tone: 'state' }),
      say('fla', right, above - (wide ? 42 : 32), locale.label('fla'), { anchor: 'end' }),
      line('fla-line', 'hair', s.x('2026-07-15'), above - (wide ? 37 : 28), s.x('2026-07-15'), top, { tone: 'azawad' }),
    ];
  const days = state.days ?? 0;
  if (step === 'kidal-894')
    return [
      ...marks,
      text('days', 'figure', sx1, above - (wide ? 62 : 34), locale.label('days', { n: locale.fmt.number(days) }), wide ? 54 : 32, {
        anchor: 'end',
        tone: 'state',
        datum: state.datum,
      }),
      text(
        'days-span',
        'label',
        sx1,
        above - (wide ? 34 : 12),
        locale.label('span', { from: locale.fmt.shortDate(state.from), to: locale.fmt.shortDate(state.to) }),
        size + (wide ? 3 : 0),
        { anchor: 'end' },
      ),
      line('days-left', 'hair', sx0, above - (wide ? 24 : 7), sx0, top, { tone: 'state' }),
      line('days-top', 'hair', sx0, above - (wide ? 24 : 7), sx1, above - (wide ? 24 : 7), { tone: 'state' }),
      line('days-right', 'hair', sx1, above - (wide ? 24 : 7), sx1, top, { tone: 'state' }),
    ];
  const back = of('return-2026');
  const lostX = s.x('2026-04-26');
  const backX = s.x(back.from);
  return [
    ...marks,
    text('lost', 'head', right, wide ? 96 : 56, locale.label('lost'), wide ? 22 : 16, { anchor: 'end' }),
    text(
      'lost-when',
      'label',
      right,
      wide ? 118 : 73,
      locale.label('about', { date: locale.fmt.dateRange('2026-04-25', '2026-04-26') }),
      size + (wide ? 2 : 0),
      { anchor: 'end', datum: of('h2026-april').datum },
    ),
    line('lost-line', 'hair', lostX, wide ? 126 : 78, lostX, top, { tone: 'azawad' }),
    text(
      'back',
      'label',
      right,
      top + high + (wide ? 60 : 42),
      `${locale.fmt.shortDate(back.from)} : ${locale.label('return')}`.replace(' : ', locale.lang === 'fr' ? '\u00a0: ' : ': '),
      size + (wide ? 2 : 0),
      { anchor: 'end', datum: back.datum },
    ),
    text('back-by', 'note', right, top + high + (wide ? 80 : 58), locale.label('return-by'), size, { anchor: 'end' }),
    line('back-line', 'hair', backX, top + high + 8, backX, top + high + (wide ? 44 : 30), { tone: 'soft' }),
  ];
}

export function scene(series: Kidal, step: string, frame: Frame, locale: Locale): Scene {
  const id = step as Step;
  const marks =
    id === 'kidal-africa' || id === 'kidal-mali' || id === 'kidal-town'
      ? mapScene(id, series, frame, locale)
      : stripScene(id, series, frame, locale);
  return { width: frame.width, height: frame.height, marks };
}
