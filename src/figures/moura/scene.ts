import { circle, line, lines, path, rect, round, text, wrap } from '../../scene/marks.ts';
import { strip, yearAxis } from '../../scene/strip.ts';
import type { Frame, Mark, Scene, Tone } from '../../scene/types.ts';
import type { Locale } from '../types.ts';
import type { Said } from './data.ts';
import { number } from './describe.ts';
import { STEPS, type Step, steps } from './steps.ts';

const TONES: Record<Said['who'], Tone> = { army: 'state', state: 'state', un: 'un', ucdp: 'soft' };

interface Sheet {
  wide: boolean;
  size: number;
  left: number;
  /** Left edge of the words, and right edge of the numbers. */
  words: number;
  right: number;
}

/** When, as short as the sheet asks: a span of days, a day, a month. */
const when = (r: Said, { wide }: Sheet, { fmt }: Locale): string => {
  if (r.dateEnd) return fmt.dateRange(r.date, r.dateEnd);
  return wide ? fmt.date(r.date) : fmt.shortDate(r.date);
};

/** What was said up to a step, a row each in the order it was said: whose it is, when, the words, the number. */
function record(rows: readonly Said[], step: Step, sheet: Sheet, locale: Locale): Mark[] {
  const { wide, size, left, words, right } = sheet;
  const now = new Set<string>(STEPS[step]);
  const past = new Set<string>(steps.slice(0, steps.indexOf(step) + 1).flatMap((s) => [...STEPS[s]]));
  const letter = size + (wide ? 5 : 0.5);
  const leading = letter + (wide ? 5 : 2);
  const told = rows.filter((r) => past.has(r.id));
  let y = wide ? 46 : 22;
  // The sheets have room for seven and five rows: the latest.
  return told.slice(wide ? -7 : -5).flatMap((r): Mark[] => {
    const on = now.has(r.id);
    const n = number(r, locale);
    const said = wrap(r.label[locale.lang], right - words - (n ? (wide ? 150 : 92) : wide ? 0 : 10), letter);
    const dated = wrap(when(r, sheet, locale), words - left - (wide ? 26 : 16), size);
    const at = y;
    y += Math.max(said.length, dated.length) * leading + (wide ? 13 : 7);
    const rest = { opacity: on ? 1 : 0.55, datum: r.datum };
    return [
      rect(`whose-${r.id}`, 'area', left, at - letter * 0.85, wide ? 5 : 3.5, said.length * leading - 2, {
        tone: TONES[r.who],
        opacity: rest.opacity,
      }),
      ...lines(`when-${r.id}`, 'note', left + (wide ? 14 : 9), at, dated, size, leading, { ...rest, tone: 'soft' }),
      ...lines(`said-${r.id}`, 'label', words, at, said, letter, leading, { ...rest, tone: 'ink' }),
      ...(n ? [text(`number-${r.id}`, 'label', right, at, n, letter, { ...rest, anchor: 'end', tone: on ? 'accent' : 'soft' })] : []),
    ];
  });
}

/** The days on a strip of time, from the operation to the report and its answer. */
function calendar(rows: readonly Said[], step: Step, frame: Frame, { wide, size, left, right }: Sheet): Mark[] {
  const now = new Set<string>(STEPS[step]);
  const past = new Set<string>(steps.slice(0, steps.indexOf(step) + 1).flatMap((s) => [...STEPS[s]]));
  const s = strip('2022-01-01', '2023-09-01', left, right, frame.height - (wide ? 34 : 24));
  const dates = new Map(rows.filter((r) => past.has(r.id)).map((r) => [r.date, r] as const));
  return [
    ...yearAxis('year', s, [2022, 2023], size),
    ...[...dates.values()].flatMap((r): Mark[] => {
      const on = [...dates.values(), ...rows].some((o) => o.date === r.date && now.has(o.id));
      return [
        circle(`tick-${r.date}`, r.status === 'established' ? 'dot' : 'ring', s.x(r.date), s.y, on ? (wide ? 7 : 5) : wide ? 4.5 : 3.4, {
          tone: on ? 'accent' : 'soft',
          status: r.status,
          weight: 1.6,
          datum: r.datum,
        }),
      ];
    }),
  ];
}

/** The four numbers on one scale of people, each with whose it is and what it counts. They are not parts of one whole. */
function scale(rows: readonly Said[], sheet: Sheet, locale: Locale): Mark[] {
  const { wide, size, left, right } = sheet;
  const claims = rows.filter((r) => r.value !== undefined && r.id !== 'un-women').sort((a, b) => (a.value ?? 0) - (b.value ?? 0));
  const most = 600;
  const x = (n: number): number => left + ((right - left - (wide ? 20 : 8)) * n) / most;
  const [first, each, foot] = wide ? [86, 88, 436] : [40, 49, 234];
  const letter = size + (wide ? 2 : 0);
  return [
    line('axis', 'hair', left, foot, x(most), foot, { tone: 'soft' }),
    ...[0, 300, most].map((n) =>
      text(`tick-${n}`, 'note', x(n), foot + size + 4, n === most ? locale.label('people', { n }) : locale.fmt.number(n), size, {
        anchor: n === 0 ? 'start' : n === most ? 'end' : 'middle',
      }),
    ),
    ...claims.flatMap((r, i): Mark[] => {
      const y = first + i * each;
      const at = x(r.value ?? 0);
      const to = at + (wide ? 34 : 20);
      const arrow = wide ? 5 : 3.5;
      const style = { tone: TONES[r.who], datum: r.datum };
      return [
        text(`scale-words-${r.id}`, 'label', left, y - (wide ? 18 : 12), locale.label(`scale-${r.id}`), letter, { datum: r.datum }),
        line(`scale-line-${r.id}`, 'hair', left, y, at, y, { ...style, weight: 1.5 }),
        ...(r.bound === 'least'
          ? [
              line(`beyond-${r.id}`, 'hair', at, y, to, y, { ...style, weight: 1.5 }),
              path(
                `arrow-${r.id}`,
                'hair',
                `M${round(to - arrow)},${round(y - arrow)}L${round(to)},${round(y)}L${round(to - arrow)},${round(y + arrow)}`,
                { ...style, weight: 1.5 },
              ),
            ]
          : []),
        circle(`scale-point-${r.id}`, 'ring', at, y, wide ? 7 : 5, { ...style, status: r.status, weight: 2 }),
        text(`scale-number-${r.id}`, 'label', right, y - (wide ? 18 : 12), number(r, locale) ?? '', letter, {
          anchor: 'end',
          datum: r.datum,
        }),
      ];
    }),
  ];
}

export function scene(rows: readonly Said[], step: string, frame: Frame, locale: Locale): Scene {
  const id = step as Step;
  const wide = frame.id === 'wide';
  const sheet: Sheet = { wide, size: frame.text, left: wide ? 36 : 12, words: wide ? 236 : 109, right: wide ? 684 : 348 };
  const marks =
    id === 'moura-scale' ? scale(rows, sheet, locale) : [...record(rows, id, sheet, locale), ...calendar(rows, id, frame, sheet)];
  return { width: frame.width, height: frame.height, marks };
}
