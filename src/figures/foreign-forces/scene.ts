import { circle, estimateWidth, line, rect, text } from '../../scene/marks.ts';
import { type Strip, strip, yearAxis } from '../../scene/strip.ts';
import type { Frame, Mark, Scene, Tone } from '../../scene/types.ts';
import type { Locale } from '../types.ts';
import { type Count, FORCES, type Force, type Forces } from './data.ts';
import { numberOf } from './describe.ts';
import { STEPS, type Step } from './steps.ts';

const TONES: Record<Force, Tone> = { minusma: 'un', france: 'france', takuba: 'ink', eutm: 'ink', russia: 'russia' };

/** Height of a person, in frame units, the same in every lane; and where each lane's name and baseline stand. */
const LAYOUT = {
  compact: {
    person: 0.0026,
    lanes: { minusma: [12, 71], france: [84, 116], takuba: [132, 145], eutm: [161, 169], russia: [186, 217] },
    axis: 232,
  },
  wide: {
    person: 0.0076,
    lanes: { minusma: [24, 164], france: [190, 254], takuba: [278, 303], eutm: [327, 347], russia: [371, 421] },
    axis: 437,
  },
} as const satisfies Record<string, { person: number; lanes: Record<Force, readonly [name: number, base: number]>; axis: number }>;

/** Numbers that have room on the phone; the others are in the table. */
const SPOKEN: ReadonlySet<string> = new Set([
  'minusma-2019',
  'minusma-2022',
  'france-2014',
  'france-2016',
  'france-2020',
  'takuba-peak',
  'eutm-most',
  'russia-2021',
  'russia-2022-03',
  'russia-2023',
  'russia-2025',
  'russia-2026',
]);

/** The years each step shows: most the whole of them, three steps only those that matter to them. */
const WINDOWS: Partial<Record<Step, readonly [from: string, to: string, ...years: number[]]>> = {
  'forces-russia': ['2021-06-01', '2025-01-01', 2022, 2023, 2024],
  'forces-crossing': ['2021-06-01', '2025-01-01', 2022, 2023, 2024],
  'forces-africa-corps': ['2021-06-01', '2027-01-01', 2022, 2023, 2024, 2025, 2026],
};

interface Sheet {
  wide: boolean;
  size: number;
  s: Strip;
  person: number;
  step: Step;
}

/** What the step speaks of: within the Russian lane, the years before or after the handover of 2025. */
function spoken(row: Count, step: Step): boolean {
  if (!(STEPS[step] as readonly Force[]).includes(row.force)) return false;
  if (step === 'forces-russia') return row.date < '2025';
  if (step === 'forces-africa-corps') return row.date >= '2025';
  return true;
}

/** Left and right edge of what covers a span of time. */
function edges(row: Count, { s }: Sheet): [number, number] {
  const to = row.dateEnd?.length === 4 ? `${row.dateEnd}-12-31` : (row.dateEnd ?? row.date);
  return [Math.max(s.x(row.date), s.left), Math.min(s.x(to), s.right)];
}

/**
 * A span as a column from zero, solid to its low and open to its high; a count of one date as a point on a
 * stem; a ceiling as a ring alone. What is not established is drawn hollow or hatched.
 */
function mark(row: Count, base: number, sheet: Sheet, opacity: number): Mark[] {
  const { person, wide, s } = sheet;
  const tone = TONES[row.force];
  const style = { tone, opacity, status: row.status, datum: row.datum };
  const y = (n: number): number => base - n * person;
  const low = row.low ?? row.value ?? 0;
  const top = row.high ?? low;
  if (row.dateEnd) {
    const [x0, x1] = edges(row, sheet);
    const open = rect(`range-${row.id}`, 'outline', x0, y(top), x1 - x0, (top - (row.kind === 'most' ? 0 : low)) * person, style);
    if (row.kind === 'most') return [open];
    return [rect(`column-${row.id}`, 'bar', x0, y(low), x1 - x0, low * person, style), ...(top > low ? [open] : [])];
  }
  const x = s.x(row.date);
  const r = wide ? 5 : 3.4;
  const point = (key: string, n: number): Mark =>
    row.status === 'established' && row.kind === 'count'
      ? circle(key, 'dot', x, y(n), r, style)
      : circle(key, 'ring', x, y(n), r, { ...style, weight: 1.6 });
  if (row.kind === 'allowed') return [point(`allowed-${row.id}`, low)];
  return [
    line(`stem-${row.id}`, 'hair', x, base, x, y(top), { tone, opacity, weight: wide ? 2.5 : 2, datum: row.datum }),
    ...(top > low ? [point(`low-${row.id}`, low)] : []),
    point(`head-${row.id}`, top),
  ];
}

/** The number over its mark. Ceilings say what they are. */
function number(row: Count, base: number, sheet: Sheet, locale: Locale): Mark[] {
  const { wide, size, person, step } = sheet;
  const n = numberOf(row, locale);
  const away = step === 'forces-crossing' && row.force !== 'russia' && row.force !== 'minusma';
  const second = ['takuba-2021', 'minusma-2023'].includes(row.id) && step !== 'forces-crossing';
  if (!n || away || second) return [];
  const [x0, x1] = edges(row, sheet);
  const y = base - (row.high ?? row.value ?? 0) * person - (wide ? 9 : 6.5);
  const rest = { tone: row.force === 'russia' ? ('russia' as const) : ('ink' as const), datum: row.datum };
  const put = (x: number, words: string, anchor: 'start' | 'middle' | 'end', dy = 0): Mark[] => [
    text(`number-${row.id}`, 'label', x, y + dy, words, size, { ...rest, anchor }),
  ];
  if (row.kind === 'allowed') {
    if (wide)
      return put(row.id.endsWith('2013') ? x0 - 6 : x0, locale.label('allowed', { n }), row.id.endsWith('2013') ? 'start' : 'middle');
    return row.id.endsWith('2013') ? [] : put(x0 - 6, locale.label('ceiling'), 'end', 10);
  }
  if (!wide && !SPOKEN.has(row.id)) return [];
  if (row.kind === 'most') return put(x1, locale.label('most', { n }), 'end');
  if (wide && row.id === 'france-2019') return put(x0 + 6, n, 'end');
  if (wide && row.id === 'france-2020') return put(x0 - 6, n, 'start', -6);
  // The first weeks of Wagner crowd: one number beside its ring, one above it, one after.
  if (row.id === 'russia-2021') return put(x0 - 7, n, 'end', wide ? 10 : 5);
  if (row.id === 'russia-2022-01') return put(x0 + 8, n, 'end', -4);
  if (row.id === 'russia-2025' || row.id === 'takuba-peak') return put(x1 + (row.dateEnd ? 0 : 6), n, 'end');
  if (row.id === 'russia-2022-03') return put(x0 - 4, n, 'start');
  return put((x0 + x1) / 2, n, 'middle');
}

/** Where a lane ends: a tick and its date, beside it or, where the sheet ends, before it. */
function end(row: Count, base: number, sheet: Sheet, on: boolean, opacity: number, locale: Locale): Mark[] {
  const { s, wide, size } = sheet;
  const x = s.x(row.date);
  const full = locale.fmt.shortDate(row.date);
  const short = locale.fmt.shortDate(row.date.slice(0, 7));
  const fits = (words: string): boolean => x + 6 + estimateWidth(words, size) <= s.right + (wide ? 20 : 0);
  const words = fits(full) || !fits(short) ? full : short;
  const beside = fits(words);
  return [
    line(`end-${row.id}`, 'hair', x, base - (wide ? 14 : 9), x, base + 2, { tone: TONES[row.force], weight: 2, opacity, datum: row.datum }),
    ...(on
      ? [
          text(`end-date-${row.id}`, 'note', beside ? x + 6 : x - 6, base - (wide ? 4 : 3), words, size, {
            datum: row.datum,
            anchor: beside ? 'start' : 'end',
          }),
        ]
      : []),
  ];
}

/** One lane: name, thin line over the dated years, and its marks. */
function lane(force: Force, series: Forces, sheet: Sheet, frame: Frame, locale: Locale): Mark[] {
  const { s, wide, size, step } = sheet;
  const [name, base] = LAYOUT[frame.id].lanes[force];
  const rows = series.of(force);
  const focus = (STEPS[step] as readonly Force[]).includes(force);
  const days = rows.map((r) => r.date).sort();
  const [from, to] = [Math.max(s.left, s.x(days[0] ?? '')), Math.min(s.right, s.x(days.at(-1) ?? ''))];
  const seen = rows.filter((r) => s.x(r.dateEnd ?? r.date) > s.left && s.x(r.date) <= s.right);
  const opacity = (r: Count): number => (spoken(r, step) ? 1 : focus ? 0.5 : 0.35);
  return [
    line(`lane-${force}`, 'hair', from, base, to, base, { tone: TONES[force], opacity: focus ? 1 : 0.5 }),
    text(`name-${force}`, focus ? 'head' : 'label', s.left, name, locale.label(force), size + (focus ? (wide ? 3 : 1) : 0), {
      tone: focus ? 'ink' : 'soft',
    }),
    ...seen.flatMap((r): Mark[] => {
      const on = spoken(r, step);
      if (r.kind === 'end') return end(r, base, sheet, on || wide, opacity(r), locale);
      if (r.kind === 'start' || r.kind === 'turn') return [turn(r, base, sheet, on, opacity(r), locale)].flat();
      return [...mark(r, base, sheet, opacity(r)), ...(on ? number(r, base, sheet, locale) : [])];
    }),
  ];
}

/** A dated beginning, or the day one name took over from another: a tick, and for the latter the date. */
function turn(row: Count, base: number, { s, wide, size }: Sheet, on: boolean, opacity: number, locale: Locale): Mark[] {
  const x = s.x(row.date);
  const tick = line(`tick-${row.id}`, 'hair', x, base - (wide ? 9 : 6), x, base + (row.kind === 'turn' ? 4 : 2), {
    tone: TONES[row.force],
    weight: 2,
    opacity,
    datum: row.datum,
  });
  if (row.kind === 'start' || !on || !wide) return [tick];
  return [
    tick,
    text(`turn-${row.id}`, 'note', x - 8, base - 4, locale.label('turn', { date: locale.fmt.shortDate(row.date) }), size, {
      anchor: 'end',
      datum: row.datum,
    }),
  ];
}

export function scene(series: Forces, step: string, frame: Frame, locale: Locale): Scene {
  const wide = frame.id === 'wide';
  const { person, axis } = LAYOUT[frame.id];
  const [left, right] = wide ? [32, 688] : [12, 348];
  const whole = [
    '2013-01-01',
    '2027-01-01',
    ...(wide ? [2013, 2015, 2017, 2019, 2021, 2023, 2025] : [2013, 2016, 2019, 2022, 2025]),
  ] as const;
  const [from, to, ...years] = WINDOWS[step as Step] ?? whole;
  const s = strip(from, to, left, right, axis);
  const sheet: Sheet = { wide, size: frame.text, s, person, step: step as Step };
  return {
    width: frame.width,
    height: frame.height,
    marks: [...yearAxis('year', s, years, frame.text), ...FORCES.flatMap((force) => lane(force, series, sheet, frame, locale))],
  };
}
