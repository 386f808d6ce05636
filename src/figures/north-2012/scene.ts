import { at, type Camera, camera, locator, mapMark, scaleBar } from '../../geo/basemap.ts';
import { circle, lines, text, wrap } from '../../scene/marks.ts';
import type { Frame, Mark, Scene, Tone } from '../../scene/types.ts';
import type { Locale } from '../types.ts';
import { type Event, type North, TOWNS, type Town } from './data.ts';
import { STEPS, type Step, steps } from './steps.ts';

const TONES: Record<string, Tone> = {
  mnla: 'azawad',
  'ansar-dine': 'jnim',
  mujao: 'jnim',
  aqim: 'jnim',
  state: 'state',
  barkhane: 'france',
};

/** A holder as the picture names it: the army and the French troops by a plain word. */
const nameOf = (id: string, locale: Locale): string => (id === 'state' || id === 'barkhane' ? locale.label(id) : locale.actor(id));

/** The rows told up to a step, each town's last one wins. */
function heldAt(step: Step, { events }: North): Map<Town, Event> {
  const told = new Set<string>(steps.slice(0, steps.indexOf(step) + 1).flatMap((s) => STEPS[s]));
  const held = new Map<Town, Event>();
  const now: readonly string[] = STEPS[step];
  for (const event of events) {
    // An attack is not a hold: it is shown in its own step and leaves the town as it was.
    const counts = told.has(event.id) && (event.event !== 'attacked' || now.includes(event.id));
    if (event.place && counts) held.set(event.place, event);
  }
  return held;
}

/** One town: a ring in the first holder's colour, a dot in the second's, and both named under it. */
function townMarks(
  id: Town,
  event: Event | undefined,
  step: readonly string[],
  view: Camera,
  series: North,
  frame: Frame,
  locale: Locale,
): Mark[] {
  const now = event !== undefined && step.includes(event.id);
  const [x, y] = at(view, series.points[id]);
  const wide = frame.id === 'wide';
  const [big, small] = wide ? [11, 6] : [9, 5];
  const r = event ? big : small;
  const [first, second] = event?.holders ?? [];
  const status = event && event.status !== 'established' ? { status: event.status } : {};
  const datum = event ? { datum: event.datum } : {};
  const opacity = now || !event ? 1 : 0.5;
  const tone = first ? (TONES[first] ?? 'ink') : 'soft';
  const inner = TONES[second ?? first ?? ''] ?? 'soft';
  // A town taken twice within one step names both, in order.
  const before =
    now && event?.event === 'taken' ? series.events.filter((e) => e.place === id && e.id !== event.id && step.includes(e.id)) : [];
  const named = (e: Event): string => e.holders.map((h) => nameOf(h, locale)).join(locale.label('and'));
  const who = event ? [...before, event].map(named).join(locale.label('then')) : '';
  const place = locale.place(id);
  const size = frame.text + (wide ? 6 : 3);
  // Ménaka stands close to the border: both its lines go above.
  const high = id === 'menaka' && event ? frame.text + 4 : 0;
  const attacked = event?.event === 'attacked';
  return [
    circle(`ring-${id}`, 'ring', x, y, r, { tone, weight: event ? (wide ? 3.5 : 3) : 1.5, opacity, ...status, ...datum }),
    ...(event && !attacked ? [circle(`hold-${id}`, 'dot', x, y, r * 0.5, { tone: inner, opacity, ...status, ...datum })] : []),
    text(`name-${id}`, event ? 'head' : 'label', x, y - r - 5 - high, place, event ? size : frame.text, {
      anchor: 'middle',
      halo: true,
      tone: event ? 'ink' : 'soft',
      opacity: event ? Math.max(opacity, 0.75) : 1,
    }),
    ...(event
      ? [
          text(
            `who-${id}-${event.id}${before.length ? '-then' : ''}`,
            'label',
            x,
            high ? y - r - 6 : y + r + frame.text + 3,
            attacked ? locale.label('attacked', { who }) : who,
            frame.text + (wide ? 1 : 0),
            { anchor: 'middle', halo: true, tone: now ? 'ink' : 'soft' },
          ),
        ]
      : []),
  ];
}

/** The large date of a step, as its rows have it. */
function dateOf(step: Step, { events }: North, locale: Locale): string {
  const told = events.filter((e) => (STEPS[step] as readonly string[]).includes(e.id));
  const days = told.flatMap((e) => [e.date, e.dateEnd ?? e.date]).sort();
  return locale.fmt.dateRange(days[0] ?? '', days.at(-1) ?? '');
}

/** Where the camera looks: room is kept for the date in the empty desert of the north-west. */
const view = (frame: Frame): Camera =>
  camera('north', frame, frame.id === 'wide' ? { left: 60, right: 10, top: 10, bottom: 30 } : { left: 4, right: 0, top: 0, bottom: 14 });

export function scene(series: North, step: string, frame: Frame, locale: Locale): Scene {
  const id = step as Step;
  const held = heldAt(id, series);
  const lens = view(frame);
  const wide = frame.id === 'wide';
  const left = wide ? 48 : 12;
  const dateSize = wide ? 30 : 19;
  const date = dateOf(id, series, locale);
  // Date and note stand for the step's first row, which may have no town of its own.
  const told = `north-2012:${STEPS[id][0]}`;
  const note = locale.label(`note-${id.replace('north-', '')}`);
  const word = (key: string, lat: number, lon: number): Mark => {
    const [x, y] = at(lens, { lat, lon });
    return text(`land-${key}`, 'note', x, y, locale.label(key), frame.text, { anchor: 'middle' });
  };
  const azawad = id === 'north-azawad' || id === 'north-june';
  const [ax, ay] = at(lens, { lat: 18.35, lon: -2.1 });
  return {
    width: frame.width,
    height: frame.height,
    marks: [
      mapMark('map', lens, 'map-mali'),
      word('algeria', wide ? 20.7 : 20.55, wide ? 3.3 : 3.2),
      ...(wide ? [word('niger', 15.2, 4.1), word('river', 16.98, -1.4)] : []),
      ...(wide ? scaleBar('scale', lens, 100, left, frame.height - 16, locale.label('scale'), frame.text) : []),
      ...(wide ? locator('locator', left, 128, 92) : []),
      ...(azawad
        ? [
            text('azawad', 'head', ax, ay, locale.label('azawad'), wide ? 40 : 22, {
              anchor: 'middle',
              tone: 'ink',
              opacity: id === 'north-azawad' ? 0.9 : 0.2,
              datum: 'north-2012:azawad',
            }),
          ]
        : []),
      ...TOWNS.flatMap((town) => townMarks(town, held.get(town), STEPS[id], lens, series, frame, locale)),
      text(`date-${id}`, 'head', left, wide ? 48 : 28, date, dateSize, { tone: 'ink', halo: true, datum: told }),
      ...lines(
        `note-${id}`,
        'label',
        left,
        wide ? 74 : 46,
        wrap(note, wide ? 300 : 168, frame.text + (wide ? 2 : 0)),
        frame.text + (wide ? 2 : 0),
        frame.text + (wide ? 6 : 4),
        { tone: 'soft', halo: true, datum: told },
      ),
    ],
  };
}
