import { line, lines, rect, text, wrap } from '../../scene/marks.ts';
import type { Frame, Mark, Scene, Tone } from '../../scene/types.ts';
import type { Locale } from '../types.ts';
import { whisker, type Years, yearOf, years } from '../whisker.ts';
import { type Deaths, TYPES } from './data.ts';
import { STEPS, type Step } from './steps.ts';

const TONES: Record<(typeof TYPES)[number], Tone> = { 'one-sided': 'civilians', 'state-based': 'soft', 'non-state': 'ink' };
/** Two years after the last of the data stand empty, and say so. */
const [FIRST, LAST, END] = [2011, 2024, 2026];

interface Sheet {
  wide: boolean;
  size: number;
  left: number;
  right: number;
  base: number;
  slots: Years;
  y(deaths: number): number;
}

function sheetOf(frame: Frame, rows: readonly Deaths[]): Sheet {
  const wide = frame.id === 'wide';
  const [left, right, base, top] = wide ? [36, 690, 430, 70] : [12, 350, 230, 42];
  const most = Math.max(...rows.map((r) => r.high));
  return { wide, size: frame.text, left, right, base, slots: years(FIRST, END, left, right), y: (n) => base - ((base - top) * n) / most };
}

/** A year as a stack, deliberate killing of civilians lowest, with the range of the whole. */
function stack(rows: readonly Deaths[], year: number, on: boolean, ranged: boolean, sheet: Sheet, locale: Locale): Mark[] {
  const { slots, base, y, wide, size } = sheet;
  const [x, width] = [slots.x(year) + slots.slot * 0.14, slots.slot * 0.72];
  const all = rows.find((r) => r.type === 'all');
  const opacity = on ? 1 : 0.4;
  let below = 0;
  const parts = TYPES.flatMap((type): Mark[] => {
    const row = rows.find((r) => r.type === type);
    if (!row?.value)
      return row
        ? [line(`${type}-${year}`, 'hair', x, y(below), x + width, y(below), { tone: TONES[type], opacity, datum: row.datum })]
        : [];
    const top = y(below + row.value);
    const height = y(below) - top;
    below += row.value;
    return [rect(`${type}-${year}`, 'bar', x, top, width, height, { tone: TONES[type], status: row.status, opacity, datum: row.datum })];
  });
  if (!all) return parts;
  const middle = x + width / 2;
  const labelled = on && (wide || [2012, 2013, 2016, 2020, 2022, 2024].includes(year));
  return [
    ...parts,
    line(`year-${year}`, 'hair', x, base, x + width, base, { tone: 'soft' }),
    ...(ranged || on ? whisker(`range-${year}`, middle, all.low, all.high, y, wide ? 5 : 3, { datum: all.datum, opacity }) : []),
    ...(labelled && !ranged
      ? [
          text(`value-${year}`, 'label', middle, y(all.high) - (wide ? 7 : 5), locale.fmt.number(all.value), size, {
            anchor: 'middle',
            datum: all.datum,
          }),
        ]
      : []),
  ];
}

/** The three types with their share of the deadliest year, in the empty corner before its column. */
function names(rows: readonly Deaths[], { slots, y, wide, size }: Sheet, locale: Locale): Mark[] {
  const letter = size + (wide ? 2 : 0);
  const right = slots.x(2022) - (wide ? 8 : 4);
  const [first, each] = [y(3750), wide ? 30 : 21];
  return TYPES.toReversed().flatMap((type, i): Mark[] => {
    const row = rows.find((r) => r.type === type);
    if (!row) return [];
    const words = locale.label(wide ? `long-${type}` : type, { n: locale.fmt.number(row.value) });
    const at = first + i * each;
    return [
      rect(`swatch-${type}`, 'bar', right - letter, at - letter * 0.85, letter, letter, {
        tone: TONES[type],
        status: row.status,
        datum: row.datum,
      }),
      text(`name-${type}`, 'label', right - letter - 6, at, words, letter, { anchor: 'end', halo: true, datum: row.datum }),
    ];
  });
}

export function scene(rows: readonly Deaths[], step: string, frame: Frame, locale: Locale): Scene {
  const id = step as Step;
  const sheet = sheetOf(frame, rows);
  const { wide, size, left, right, base, slots, y } = sheet;
  const [from, to] = STEPS[id];
  const missing = id === 'deaths-missing';
  const all = Array.from({ length: LAST - FIRST + 1 }, (_, i) => FIRST + i);
  const of = (year: number): Deaths[] => rows.filter((r) => yearOf(r) === year);
  const reached = all.filter((year) => year <= to);
  const ticks = wide ? [2011, 2013, 2015, 2017, 2019, 2021, 2023, 2025] : [2012, 2016, 2020, 2024];
  const gap = slots.x(LAST + 1);
  return {
    width: frame.width,
    height: frame.height,
    marks: [
      line('base', 'hair', left, base, right, base, { tone: 'soft' }),
      ...ticks.map((year) =>
        text(`tick-${year}`, 'note', slots.x(year) + slots.slot / 2, base + size + 4, String(year), size, { anchor: 'middle' }),
      ),
      ...[1000, 2000, 3000].flatMap((n) => [
        line(`grid-${n}`, 'hair', left, y(n), right, y(n)),
        ...(wide || (id !== 'deaths-2012' && id !== 'deaths-2022')
          ? [text(`grid-words-${n}`, 'note', left, y(n) - 3, locale.fmt.number(n), size, { opacity: 0.9 })]
          : []),
      ]),
      ...reached.flatMap((year) => stack(of(year), year, year >= from, missing, sheet, locale)),
      ...(id === 'deaths-2022' ? names(of(2022), sheet, locale) : []),
      rect('gap', 'gap', gap + 2, base - (wide ? 60 : 30), right - gap - 2, wide ? 60 : 30),
      text('unread', 'note', (gap + right) / 2, base - (wide ? 66 : 34), locale.label('unread'), size, { anchor: 'middle' }),
      ...(missing || id === 'deaths-2022'
        ? []
        : [text(`head-${id}`, 'head', left, wide ? 44 : 24, locale.label(id.replace('deaths', 'head')), wide ? 22 : 15)]),
      ...(missing
        ? lines(
            'missing',
            'label',
            left + (wide ? 40 : 34),
            wide ? 44 : 20,
            wrap(locale.label('missing'), wide ? 400 : 206, size + (wide ? 3 : 0.5)),
            size + (wide ? 3 : 0.5),
            size + (wide ? 7 : 4),
            { halo: true },
          )
        : []),
    ],
  };
}
