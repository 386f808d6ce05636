import { at, type Camera, camera, locator, mapMark, scaleBar } from '../../geo/basemap.ts';
import { circle, text } from '../../scene/marks.ts';
import type { Frame, Mark, Scene, Tone } from '../../scene/types.ts';
import type { Locale } from '../types.ts';
import { type Change, type Control, heldOn, TOWNS, type Town } from './data.ts';
import { holders } from './describe.ts';
import { dayBefore, STEPS, type Step } from './steps.ts';

const TONES: Record<string, Tone> = {
  mnla: 'azawad',
  cma: 'azawad',
  fla: 'azawad',
  'ansar-dine': 'jnim',
  mujao: 'jnim',
  aqim: 'jnim',
  state: 'state',
  plateforme: 'un',
  barkhane: 'france',
  wagner: 'russia',
};

/** Where a town's two lines stand: neighbours and borders leave each one side. */
const SIDES: Record<Town, 'above' | 'around' | 'left' | 'right'> = {
  timbuktu: 'around',
  gao: 'around',
  menaka: 'above',
  kidal: 'right',
  ber: 'right',
  anefis: 'left',
  aguelhok: 'left',
};
/** Towns that show even before anybody's hold on them is told. */
const CHIEF: readonly Town[] = ['timbuktu', 'gao', 'menaka', 'kidal'];

/** Room is kept for the date in the empty desert of the north-west. */
const view = (frame: Frame): Camera =>
  camera('north', frame, frame.id === 'wide' ? { left: 60, right: 10, top: 10, bottom: 30 } : { left: 4, right: 0, top: 0, bottom: 14 });

/** One town: a ring in the first holder's colour, a dot in the second's, both named; a ring alone where nobody is documented. */
function townMarks(
  id: Town,
  change: Change | undefined,
  now: boolean,
  lens: Camera,
  series: Control,
  frame: Frame,
  locale: Locale,
): Mark[] {
  const [x, y] = at(lens, series.points[id]);
  const wide = frame.id === 'wide';
  const held = change && change.kind !== 'unknown';
  const chief = CHIEF.includes(id);
  const r = held ? (chief ? (wide ? 10 : 8) : wide ? 7 : 5.5) : wide ? 5 : 4;
  const [first, second] = change?.holders ?? [];
  const firm = change && change.kind !== 'return' && change.kind !== 'contested';
  const tone = first ? (TONES[first] ?? 'ink') : 'soft';
  const marked = { ...(change && change.status !== 'established' && { status: change.status }), ...(change && { datum: change.datum }) };
  const opacity = now || !held ? 1 : 0.55;
  const names = change ? holders(change, locale).join(locale.label('and')) : '';
  const word =
    change && ['attacked', 'contested', 'return', 'unknown'].includes(change.kind) ? locale.label(change.kind, { who: names }) : names;
  const size = chief ? frame.text + (wide ? 5 : 2) : frame.text;
  const step = frame.text + 2;
  const gap = r + 5;
  const spots = {
    above: { x, name: y - gap - step, who: y - gap, anchor: 'middle' },
    around: { x, name: y - gap, who: y + gap + frame.text - 2, anchor: 'middle' },
    left: { x: x - gap, name: y, who: y + step, anchor: 'end' },
    right: { x: x + gap, name: y, who: y + step, anchor: 'start' },
  } as const;
  const spot = spots[SIDES[id]];
  // On a phone the border leaves little room beside Kidal: long words end at the edge of the sheet instead.
  const tight = SIDES[id] === 'right' && !wide && word.length > 13;
  const [whoX, whoY, whoAnchor] = tight ? ([frame.width - 6, spot.who + 3, 'end'] as const) : ([spot.x, spot.who, spot.anchor] as const);
  return [
    circle(`ring-${id}`, 'ring', x, y, r, { tone, weight: held ? (wide ? 3.2 : 2.6) : 1.5, opacity, ...marked }),
    ...(held && firm
      ? [circle(`hold-${id}`, 'dot', x, y, r * 0.5, { tone: TONES[second ?? first ?? ''] ?? 'soft', opacity, ...marked })]
      : []),
    text(
      `name-${id}-${held ? 'held' : 'bare'}`,
      held && chief ? 'head' : 'label',
      spot.x,
      spot.name,
      locale.place(id),
      held ? size : frame.text,
      {
        anchor: spot.anchor,
        halo: true,
        tone: held ? 'ink' : 'soft',
        opacity: held ? Math.max(opacity, 0.75) : 1,
      },
    ),
    ...(change
      ? [
          text(`who-${id}-${change.datum}`, 'label', whoX, whoY, word, frame.text, {
            anchor: whoAnchor,
            halo: true,
            tone: now ? 'ink' : 'soft',
          }),
        ]
      : []),
  ];
}

export function scene(series: Control, step: string, frame: Frame, locale: Locale): Scene {
  const id = step as Step;
  const [day, after] = [STEPS[id], dayBefore(id)];
  const held = heldOn(day, after, series);
  const lens = view(frame);
  const wide = frame.id === 'wide';
  const left = wide ? 48 : 12;
  const latest = series.changes.findLast((c) => c.date <= day);
  return {
    width: frame.width,
    height: frame.height,
    marks: [
      mapMark('map', lens, 'map-mali'),
      ...(wide ? scaleBar('scale', lens, 100, left, frame.height - 16, locale.label('scale'), frame.text) : []),
      ...(wide ? locator('locator', left, 78, 92) : []),
      ...TOWNS.flatMap((town) => {
        const change = held.get(town);
        if (!change && !CHIEF.includes(town)) return [];
        return townMarks(town, change, change !== undefined && change.date > after, lens, series, frame, locale);
      }),
      text(`date-${id}`, 'head', left, wide ? 48 : 28, locale.fmt.date(day), wide ? 30 : 19, {
        tone: 'ink',
        halo: true,
        ...(latest && { datum: latest.datum }),
      }),
    ],
  };
}
