import { circle, line, path, round, text } from '../../scene/marks.ts';
import { type Strip, strip, yearAxis } from '../../scene/strip.ts';
import type { Frame, Mark, Scene, Tone } from '../../scene/types.ts';
import type { Locale } from '../types.ts';
import type { Groups, Lane } from './data.ts';
import { STEPS, type Step } from './steps.ts';

const TONES: Record<string, Tone> = {
  state: 'state',
  plateforme: 'state',
  mnla: 'azawad',
  hcua: 'azawad',
  maa: 'azawad',
  cma: 'azawad',
  csp: 'azawad',
  fla: 'azawad',
  'ansar-dine': 'jnim',
  aqim: 'jnim',
  mujao: 'jnim',
  jnim: 'jnim',
  'is-sahel': 'is',
};
const DIM = 0.28;

interface Sheet {
  s: Strip;
  y(row: number): number;
  weight: number;
  /** How far before a merger a lane leaves its own row, in frame units. */
  bend: number;
  wide: boolean;
  size: number;
}

function sheetOf(frame: Frame): Sheet {
  const wide = frame.id === 'wide';
  const [top, gap] = wide ? [48, 46] : [19, 25.2];
  const s = strip('2012-01-01', '2026-12-31', wide ? 24 : 10, wide ? 690 : 348, wide ? 436 : 232);
  return { s, y: (row) => top + gap * row, weight: wide ? 9 : 6, bend: wide ? 40 : 20, wide, size: frame.text };
}

/**
 * A lane as far as time has come: along its row, then, if its merger has been reached, over to the row of
 * what it goes on in. Always one line and one curve, so that lanes grow from step to step.
 */
function lanePath({ from, to, row }: Lane, target: number | undefined, until: string, { s, y, bend }: Sheet): string {
  const merged = target !== undefined && until >= to;
  const [x0, x1] = [s.x(from), s.x(until < to ? until : to)].map(round) as [number, number];
  const turn = round(merged ? Math.max(x0, x1 - bend) : (x0 + x1) / 2);
  const [y0, y1] = [round(y(row)), round(merged ? y(target) : y(row))];
  const mid = round((turn + x1) / 2);
  return `M${x0},${y0}L${turn},${y0}C${mid},${y0},${mid},${y1},${x1},${y1}`;
}

export function scene({ lanes, ties }: Groups, step: string, frame: Frame, locale: Locale): Scene {
  const id = step as Step;
  const { until, speak, tell } = STEPS[id];
  const sheet = sheetOf(frame);
  const { s, y, wide, size, weight } = sheet;
  const spoken = new Set<string>(speak);
  const rowOf = (lane: string | undefined): number | undefined => lanes.find((l) => l.id === lane)?.row;
  const begun = lanes.filter((l) => l.from <= until);
  const opacity = (lane: string): number => (spoken.has(lane) ? 1 : DIM);

  const routes = begun.map((l) =>
    path(`lane-${l.id}`, 'route', lanePath(l, rowOf(l.into), until, sheet), {
      tone: TONES[l.actor] ?? 'ink',
      weight,
      opacity: opacity(l.id),
      datum: l.datum,
      ...(l.status !== 'established' && { status: l.status }),
    }),
  );
  const names = begun.map((l) =>
    text(`name-${l.id}`, 'label', s.x(l.from), y(l.row) - weight / 2 - 4, locale.actor(l.actor), size + (wide ? 2 : 0), {
      tone: 'ink',
      opacity: spoken.has(l.id) ? 1 : 0.55,
      halo: true,
    }),
  );
  const more = wide
    ? begun
        .filter((l) => (tell as readonly string[]).includes(l.id))
        .map((l) => {
          const width = s.x('2026-12-31') - s.x(l.from);
          const words = l.label[locale.lang];
          // Late lanes are short: their words end at the sheet's edge instead of starting at the lane.
          const late = width < words.length * size * 0.55;
          return text(`what-${l.id}`, 'note', late ? s.right : s.x(l.from), y(l.row) + weight / 2 + size + 1, words, size, {
            halo: true,
            ...(late && { anchor: 'end' as const }),
          });
        })
    : [];
  const accordX = s.x('2015-06-20');
  const reached = until >= '2015-06-20';
  const accord = reached
    ? [
        line('accord', 'hair', accordX, wide ? 22 : 6, accordX, s.y, { tone: 'accent', opacity: id === 'groups-signers' ? 1 : 0.45 }),
        text('accord-name', 'label', accordX + 5, wide ? 22 : y(7) + 4, locale.label('accord'), size, {
          tone: 'accent',
          halo: true,
          opacity: id === 'groups-signers' ? 1 : 0.6,
        }),
      ]
    : [];
  const signed = ties
    .filter((t) => t.kind === 'signed' && t.date <= until)
    .map((t) =>
      circle(`tie-${t.id}`, 'ring', s.x(t.date), y(rowOf(t.from) ?? 0), wide ? 7 : 5, {
        tone: 'accent',
        weight: wide ? 3 : 2.5,
        opacity: id === 'groups-signers' ? 1 : 0.5,
        datum: t.datum,
      }),
    );
  return {
    width: frame.width,
    height: frame.height,
    marks: [
      ...yearAxis('year', s, wide ? [2012, 2014, 2016, 2018, 2020, 2022, 2024, 2026] : [2012, 2015, 2018, 2021, 2024], size),
      ...accord,
      ...routes,
      ...signed,
      ...links(id, { lanes, ties }, sheet, until, locale),
      ...names,
      ...more,
      ...words(id, sheet, locale),
    ],
  };
}

/** Links between two lanes: a thin curve where part of one went over, a dashed line where two acted together. */
function links(step: Step, { lanes, ties }: Groups, { s, y, wide, size }: Sheet, until: string, locale: Locale): Mark[] {
  const rowOf = (lane: string | undefined): number => lanes.find((l) => l.id === lane)?.row ?? 0;
  return ties.flatMap((t): Mark[] => {
    if (t.kind === 'signed' || t.date > until) return [];
    const [x, y0, y1] = [s.x(t.date), y(rowOf(t.from)), y(rowOf(t.to))];
    if (t.kind === 'part') {
      const back = x - (wide ? 70 : 36);
      const now = step === 'groups-fla';
      return [
        path(
          `tie-${t.id}`,
          'outline',
          `M${round(back)},${round(y0)}C${round((back + x) / 2)},${round(y0)},${round((back + x) / 2)},${round(y1)},${round(x)},${round(y1)}`,
          { tone: 'state', opacity: now ? 1 : DIM, datum: t.datum },
        ),
        ...(now
          ? [text('tie-gatia-name', 'note', s.right, y0 - (wide ? 10 : 7), locale.label('gatia'), size, { anchor: 'end', halo: true })]
          : []),
      ];
    }
    return [
      line(`tie-${t.id}`, 'outline', x, y0, x, y1, { tone: 'accent', weight: wide ? 3 : 2.5, datum: t.datum }),
      circle('tie-top', 'dot', x, y1, wide ? 6 : 4.5, { tone: 'accent' }),
      circle('tie-bottom', 'dot', x, y0, wide ? 6 : 4.5, { tone: 'accent' }),
      text(
        'tie-pact-name',
        'label',
        x - 8,
        (y0 + y1) / 2 - 2,
        locale.label('pact', { date: locale.fmt.date(t.date) }),
        size + (wide ? 2 : 0),
        { anchor: 'end', tone: 'accent', halo: true },
      ),
      text('tie-pact-not', 'note', x - 8, (y0 + y1) / 2 + size + 2, locale.label('pact-not'), size, { anchor: 'end', halo: true }),
    ];
  });
}

/** The one annotation of a step. */
function words(step: Step, { s, y, wide, size }: Sheet, locale: Locale): Mark[] {
  if (step === 'groups-signers') {
    const x = s.x('2015-06-20') + (wide ? 14 : 9);
    return [0, 1, 3].map((row) =>
      text(
        `signed-${row}`,
        'label',
        Math.max(x, s.x('2015-12-31') + 6),
        y(row) + size * 0.35,
        locale.label('signed'),
        size + (wide ? 2 : 0),
        { tone: 'accent' },
      ),
    );
  }
  if (step === 'groups-outside') {
    const never = locale.label('never');
    const letter = size + (wide ? 2 : 0);
    return [
      text('never-jnim', 'label', s.right, y(6) - (wide ? 9 : 7), never, letter, { anchor: 'end', tone: 'accent', halo: true }),
      text('never-is', 'label', s.x('2022-03') - 8, y(8) + size * 0.35, never, letter, { anchor: 'end', tone: 'accent', halo: true }),
    ];
  }
  if (step === 'groups-fla')
    return [
      text(
        'founded',
        'label',
        s.right,
        y(3) - (wide ? 30 : 20),
        locale.label('founded', { date: locale.fmt.shortDate('2024-11-30') }),
        size + (wide ? 2 : 0),
        { anchor: 'end', tone: 'accent', halo: true },
      ),
    ];
  return [];
}
