import { circle, line, lines, rect, text, wrap } from '../../scene/marks.ts';
import { strip, yearAxis } from '../../scene/strip.ts';
import type { Frame, Mark, Scene } from '../../scene/types.ts';
import type { Locale } from '../types.ts';
import { yearOf, years } from '../whisker.ts';
import type { Daily } from './data.ts';
import type { Step } from './steps.ts';

interface Sheet {
  wide: boolean;
  size: number;
  left: number;
  right: number;
  base: number;
  top: number;
}

/** Counts that are named by their number. */
const NAMED: ReadonlySet<string> = new Set([
  'schools-2017-06',
  'schools-2019-04',
  'schools-2023-01',
  'schools-2024-10',
  'schools-2025-06',
  'schools-2025-11',
]);

/** Schools closed, a stem at each date counted. No line joins them: the months differ, and with them what is open. */
function schools(rows: readonly Daily[], step: Step, sheet: Sheet, locale: Locale): Mark[] {
  const { wide, size, left, right, base, top } = sheet;
  const s = strip('2017-01-01', '2027-01-01', left, right, base);
  const y = (n: number): number => base - ((base - top) * n) / 2500;
  const from = step === 'life-schools' ? '2017' : '2024-10';
  const to = step === 'life-schools' ? '2024-06' : '2026';
  return [
    ...yearAxis('year', s, wide ? [2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026] : [2017, 2019, 2021, 2023, 2025], size),
    text(`head-${step}`, 'head', left, wide ? 42 : 22, locale.label(step.replace('life', 'head')), wide ? 22 : 15),
    ...rows
      .filter((r) => r.date <= to)
      .flatMap((r): Mark[] => {
        const on = r.date >= from;
        const [x, at] = [s.x(r.date), y(r.value ?? 0)];
        const style = { tone: on ? ('accent' as const) : ('soft' as const), opacity: on ? 1 : 0.5, datum: r.datum };
        const late = r.date >= '2025-11';
        return [
          line(`stem-${r.id}`, 'hair', x, base, x, at, { ...style, weight: wide ? 3 : 2 }),
          circle(`head-${r.id}`, r.status === 'established' ? 'dot' : 'ring', x, at, wide ? 5.5 : 3.8, {
            ...style,
            status: r.status,
            weight: 1.6,
          }),
          ...(NAMED.has(r.id) && on
            ? [
                text(
                  `number-${r.id}`,
                  'label',
                  x + (late ? 4 : r.id === 'schools-2024-10' ? 4 : 0),
                  at - (r.id === 'schools-2025-06' ? -16 - (wide ? 6 : 0) : wide ? 10 : 7),
                  locale.fmt.number(r.value ?? 0),
                  size,
                  {
                    anchor: r.id === 'schools-2024-10' ? 'end' : late ? 'start' : r.id === 'schools-2025-06' ? 'start' : 'middle',
                    halo: true,
                    datum: r.datum,
                  },
                ),
              ]
            : []),
        ];
      }),
  ];
}

/** People expected in crisis or worse in June to August, a column a year. */
function hunger(rows: readonly Daily[], sheet: Sheet, locale: Locale): Mark[] {
  const { wide, size, left, right, base, top } = sheet;
  const slots = years(2014, 2026, left, right);
  const y = (n: number): number => base - ((base - top) * n) / 2_050_000;
  const gap = slots.x(2025);
  const words = wrap(locale.label('gap'), right - gap, size);
  return [
    text('head-hunger', 'head', left, wide ? 42 : 22, locale.label('head-hunger'), wide ? 22 : 15),
    line('base', 'hair', left, base, right, base, { tone: 'soft' }),
    ...rows.flatMap((r): Mark[] => {
      const year = yearOf(r);
      const [x, width] = [slots.x(year) + slots.slot * 0.14, slots.slot * 0.72];
      const on = year === 2014 || year === 2015 || year >= 2020;
      return [
        rect(`hunger-${year}`, 'bar', x, y(r.value ?? 0), width, base - y(r.value ?? 0), {
          tone: on ? 'accent' : 'soft',
          status: r.status,
          datum: r.datum,
        }),
        text(`year-${year}`, 'note', x + width / 2, base + size + 4, wide ? String(year) : `’${String(year).slice(2)}`, size, {
          anchor: 'middle',
        }),
        ...(wide || [2014, 2015, 2018, 2020, 2022, 2024].includes(year)
          ? [
              text(`number-${r.id}`, 'label', x + width / 2, y(r.value ?? 0) - 5, locale.fmt.number((r.value ?? 0) / 1e6, 1), size, {
                anchor: 'middle',
                datum: r.datum,
              }),
            ]
          : []),
      ];
    }),
    rect('gap', 'gap', gap + 2, base - (wide ? 60 : 30), right - gap - 2, wide ? 60 : 30),
    ...lines('gap-words', 'note', (gap + right) / 2, base - (wide ? 68 : 36) - (words.length - 1) * (size + 1), words, size, size + 1, {
      anchor: 'middle',
    }),
    text('unit', 'note', left, wide ? 64 : 38, locale.label('unit'), size),
  ];
}

/** The fuel blockade as a record: a day, and what was seen. */
function fuel(rows: readonly Daily[], step: Step, { wide, size, left, right }: Sheet, locale: Locale): Mark[] {
  const now =
    step === 'life-fuel' ? new Set(['fuel-start', 'fuel-schools', 'fuel-tankers']) : new Set(['fuel-power', 'fuel-price', 'fuel-roads']);
  const shown = step === 'life-fuel' ? rows.filter((r) => now.has(r.id)) : rows;
  const [words, top] = wide ? [250, 88] : [108, 48];
  const letter = size + (wide ? 4 : 0.5);
  const leading = letter + (wide ? 5 : 2);
  let y = top;
  return [
    text(`head-${step}`, 'head', left, wide ? 42 : 22, locale.label(step.replace('life', 'head')), wide ? 22 : 15),
    ...shown.flatMap((r): Mark[] => {
      const on = now.has(r.id);
      const said = wrap(r.label[locale.lang], right - words, letter);
      const at = y;
      y += said.length * leading + (wide ? 22 : step === 'life-fuel' ? 16 : 3.5);
      const rest = { opacity: on ? 1 : 0.5, datum: r.datum };
      return [
        line(`rule-${r.id}`, 'hair', left, at - leading, right, at - leading),
        text(`day-${r.id}`, 'note', left, at, wide ? locale.fmt.date(r.date) : locale.fmt.shortDate(r.date), size, rest),
        ...lines(`said-${r.id}`, 'label', words, at, said, letter, leading, { ...rest, tone: 'ink' }),
      ];
    }),
  ];
}

export function scene(rows: readonly Daily[], step: string, frame: Frame, locale: Locale): Scene {
  const id = step as Step;
  const wide = frame.id === 'wide';
  const [left, right, base, top] = wide ? [36, 686, 428, 92] : [12, 348, 232, 56];
  const sheet: Sheet = { wide, size: frame.text, left, right, base, top };
  const of = (kind: Daily['kind']): readonly Daily[] => rows.filter((r) => r.kind === kind);
  const marks =
    id === 'life-hunger'
      ? hunger(of('hunger'), sheet, locale)
      : id === 'life-fuel' || id === 'life-prices'
        ? fuel(of('fuel'), id, sheet, locale)
        : schools(of('schools'), id, sheet, locale);
  return { width: frame.width, height: frame.height, marks };
}
