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
  /** How long the dashes of a beginning or an end without a date are, in frame units. */
  tail: number;
  wide: boolean;
  size: number;
}

function sheetOf(frame: Frame): Sheet {
  const wide = frame.id === 'wide';
  const [top, gap] = wide ? [48, 46] : [19, 25.2];
  const s = strip('2012-01-01', '2026-12-31', wide ? 24 : 10, wide ? 690 : 348, wide ? 436 : 232);
  return { s, y: (row) => top + gap * row, weight: wide ? 9 : 6, bend: wide ? 40 : 20, tail: wide ? 22 : 13, wide, size: frame.text };
}

/** One dated act and no more, then a merger: the lane is drawn as the bend that leads there. */
const isBend = ({ from, to }: Lane): boolean => from === to;

/** Where a lane is first drawn: at its first date; a bend has to begin before it. */
const startOf = (lane: Lane, { s, bend }: Sheet): number => (isBend(lane) ? s.x(lane.from) - bend : s.x(lane.from));

/**
 * A lane as far as time has come: along its row, then, if its merger has been reached, over to the row of
 * what it goes on in. Always one line and one curve, so that lanes grow from step to step.
 */
function lanePath(lane: Lane, target: number | undefined, until: string, sheet: Sheet): string {
  const { s, y, bend } = sheet;
  const to = lane.to ?? until;
  const merged = target !== undefined && until >= to;
  const [x0, x1] = [startOf(lane, sheet), s.x(until < to ? until : to)].map(round) as [number, number];
  const turn = round(merged ? Math.max(x0, x1 - bend) : (x0 + x1) / 2);
  const [y0, y1] = [round(y(lane.row)), round(merged ? y(target) : y(lane.row))];
  const mid = round((turn + x1) / 2);
  return `M${x0},${y0}L${turn},${y0}C${mid},${y0},${mid},${y1},${x1},${y1}`;
}

/** Dashes before a first act that is not a founding, and after a last act that is not an end. */
function tails(lane: Lane, lanes: readonly Lane[], until: string, { s, y, tail, weight }: Sheet, opacity: number): Mark[] {
  const at = round(y(lane.row));
  const stretch = (key: string, x0: number, x1: number): Mark[] =>
    x1 - x0 < 4
      ? []
      : [
          path(key, 'route', `M${round(x0)},${at}L${round(x1)},${at}`, {
            tone: TONES[lane.actor] ?? 'ink',
            weight,
            opacity,
            status: 'estimate',
          }),
        ];
  const x0 = s.x(lane.from);
  // What others have just gone on in needs no dashes: their lanes lead into it.
  const led = lanes.some((l) => l.into === lane.id && l.to !== undefined && l.to <= lane.from);
  return [
    ...(lane.founded || led || isBend(lane) ? [] : stretch(`before-${lane.id}`, Math.max(s.left, x0 - tail), x0)),
    ...(lane.to === undefined || lane.into ? [] : stretch(`after-${lane.id}`, s.x(lane.to), Math.min(s.x(lane.to) + tail, s.x(until)))),
  ];
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
      // Nothing of a bend's length is dated.
      ...(isBend(l) && { status: 'estimate' as const }),
    }),
  );
  const names = begun.map((l) =>
    // A name stands over its lane, or before it where the lane is only a bend.
    isBend(l)
      ? text(`name-${l.id}`, 'label', startOf(l, sheet) - 6, y(l.row) + size * 0.35, locale.actor(l.actor), size + (wide ? 2 : 0), {
          anchor: 'end',
          tone: 'ink',
          opacity: spoken.has(l.id) ? 1 : 0.55,
        })
      : text(`name-${l.id}`, 'label', s.x(l.from), y(l.row) - weight / 2 - 4, locale.actor(l.actor), size + (wide ? 2 : 0), {
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
  const founded = ties
    .filter((t) => t.kind === 'founded' && t.date <= until)
    .map((t) => circle(`tie-${t.id}`, 'dot', s.x(t.date), y(rowOf(t.from) ?? 0), wide ? 2.2 : 1.5, { tone: 'paper', datum: t.datum }));
  return {
    width: frame.width,
    height: frame.height,
    marks: [
      ...yearAxis('year', s, wide ? [2012, 2014, 2016, 2018, 2020, 2022, 2024, 2026] : [2012, 2015, 2018, 2021, 2024], size),
      ...accord,
      ...begun.flatMap((l) => tails(l, lanes, until, sheet, opacity(l.id))),
      ...routes,
      ...signed,
      ...founded,
      ...links(id, { lanes, ties }, sheet, until, locale),
      ...names,
      ...more,
      ...words(id, { lanes, ties }, sheet, locale),
    ],
  };
}

/** A dashed upright as one path: here the dash says "tie"; the dash of a status would say "not sure". */
const dashes = (x: number, top: number, bottom: number): string =>
  Array.from(
    { length: Math.floor((bottom - top) / 7) },
    (_, i) => `M${round(x)},${round(top + i * 7)}L${round(x)},${round(top + i * 7 + 4)}`,
  ).join('');

/** Links between two lanes: a thin curve where part of one went over, a dashed line where two acted together. */
function links(step: Step, { lanes, ties }: Groups, { s, y, wide, size, tail }: Sheet, until: string, locale: Locale): Mark[] {
  const rowOf = (lane: string | undefined): number => lanes.find((l) => l.id === lane)?.row ?? 0;
  return ties.flatMap((t): Mark[] => {
    if (t.kind === 'signed' || t.kind === 'founded' || t.date > until) return [];
    const [x, y0, y1] = [s.x(t.date), y(rowOf(t.from)), y(rowOf(t.to))];
    const now = step === 'groups-fla';
    if (t.kind === 'declared') {
      const said = locale.label('merger');
      const words = wide ? `${said}, ${locale.fmt.shortDate(t.date)}` : said;
      return [
        circle(`tie-${t.id}`, 'ring', x, y0, wide ? 5.5 : 4, { tone: 'ink', weight: 2, opacity: now ? 1 : DIM, datum: t.datum }),
        ...(now ? [text('tie-merger-name', 'note', x + 4, y0 - (wide ? 12 : 8), words, size, { anchor: 'end', halo: true })] : []),
      ];
    }
    if (t.kind === 'part') {
      // The part leaves late and steeply, so that the rest of its lane is not led along.
      const [back, drop] = [s.x(lanes.find((l) => l.id === t.from)?.to ?? t.date) + tail + 4, x - (wide ? 26 : 14)];
      const curve = `C${round(x - 4)},${round(y0)},${round(drop + 8)},${round(y1)},${round(x)},${round(y1)}`;
      return [
        path(`tie-${t.id}`, 'outline', `M${round(back)},${round(y0)}L${round(drop)},${round(y0)}${curve}`, {
          tone: 'state',
          opacity: now ? 1 : DIM,
          datum: t.datum,
        }),
        ...(now
          ? [text('tie-gatia-name', 'note', s.right, y0 - (wide ? 10 : 7), locale.label('gatia'), size, { anchor: 'end', halo: true })]
          : []),
      ];
    }
    // Two thirds of the way down, clear of the lane between the two.
    const low = y1 + ((y0 - y1) * 2) / 3;
    return [
      path(`tie-${t.id}`, 'outline', dashes(x, y1, y0), { tone: 'accent', weight: 2, datum: t.datum }),
      circle('tie-top', 'dot', x, y1, wide ? 6 : 4.5, { tone: 'accent' }),
      circle('tie-bottom', 'dot', x, y0, wide ? 6 : 4.5, { tone: 'accent' }),
      text('tie-pact-name', 'label', x - 8, low - 2, locale.label('pact', { date: locale.fmt.date(t.date) }), size + (wide ? 2 : 0), {
        anchor: 'end',
        tone: 'accent',
        halo: true,
      }),
      text('tie-pact-not', 'note', x - 8, low + size + 2, locale.label('pact-not'), size, { anchor: 'end', halo: true }),
    ];
  });
}

/** The one annotation of a step. */
function words(step: Step, { lanes, ties }: Groups, { s, y, wide, size, tail }: Sheet, locale: Locale): Mark[] {
  const lane = (id: string): Lane | undefined => lanes.find((l) => l.id === id);
  const said = (key: string, x: number, at: number, what: string, anchor: 'start' | 'end' = 'end'): Mark =>
    text(key, 'label', x, at, what, size + (wide ? 2 : 0), { anchor, tone: 'accent', halo: true });
  switch (step) {
    case 'groups-signers':
      return ties
        .filter((t) => t.kind === 'signed')
        .map((t) => {
          const words = locale.label('signed', { date: locale.fmt.dayMonth(t.date) });
          return said(`words-${t.id}`, s.x('2015-12-31') + (wide ? 10 : 6), y(lane(t.from)?.row ?? 0) + size * 0.35, words, 'start');
        });
    case 'groups-outside': {
      const never = locale.label('never');
      return [
        said('never-jnim', s.right, y(6) - (wide ? 9 : 7), never),
        said('never-is', s.x(lane('is-sahel')?.from ?? '2022') - tail - 6, y(8) + size * 0.35, never),
      ];
    }
    case 'groups-fla': {
      const from = lane('fla')?.from ?? '2024-11-30';
      return [
        said(
          'founded',
          s.x(from) - (wide ? 32 : 18),
          y(2) - (wide ? 12 : 7),
          locale.label('founded', { date: locale.fmt.shortDate(from) }),
        ),
      ];
    }
    default:
      return [];
  }
}
