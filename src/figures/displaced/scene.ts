import { circle, line, lines, rect, text, wrap } from '../../scene/marks.ts';
import { type Strip, strip, yearAxis } from '../../scene/strip.ts';
import type { Frame, Mark, Scene } from '../../scene/types.ts';
import type { Locale } from '../types.ts';
import { yearOf, years } from '../whisker.ts';
import { type Abroad, type Camp, COUNTRIES, type Displaced, type Inside } from './data.ts';
import type { Step } from './steps.ts';

interface Sheet {
  wide: boolean;
  size: number;
  left: number;
  right: number;
  base: number;
  top: number;
  s: Strip;
}

function sheetOf(frame: Frame): Sheet {
  const wide = frame.id === 'wide';
  const [left, right, base, top] = wide ? [36, 690, 428, 76] : [12, 350, 232, 44];
  return { wide, size: frame.text, left, right, base, top, s: strip('2012-01-01', '2026-06-30', left, right, base) };
}

/** The dates each step on displaced people speaks of. */
const SPANS: Partial<Record<Step, readonly [from: string, to: string]>> = {
  'displaced-first': ['2012', '2013-12-31'],
  'displaced-return': ['2014', '2017-12-31'],
  'displaced-again': ['2018', '2026'],
};
/** Counts that are named by their number, where it says most. */
const NAMED: ReadonlySet<string> = new Set(['idp-2013-06', 'idp-2016-12-31', 'idp-2022-09-30', 'idp-2025-12-31']);

/** A grid line at a number of people, named where nothing stands in the way. */
const grid = (n: number, y: number, { left, right, size }: Sheet, locale: Locale, x = left): Mark[] => [
  line(`grid-${n}`, 'hair', left, y, right, y),
  text(`grid-words-${n}`, 'note', x, y - 3, locale.fmt.number(n), size),
];

/** Counts of displaced people as points at their dates; UNHCR's year ends filled, other counts hollow. No line joins them. */
function inside(rows: readonly Inside[], step: Step, sheet: Sheet, locale: Locale): Mark[] {
  const { wide, size, s, base, top } = sheet;
  const [from, to] = SPANS[step] ?? ['2012', '2026'];
  const y = (n: number): number => base - ((base - top) * n) / 480_000;
  return [
    ...yearAxis('year', s, wide ? [2012, 2014, 2016, 2018, 2020, 2022, 2024, 2026] : [2012, 2016, 2020, 2024], size),
    ...[200_000, 400_000].flatMap((n) => grid(n, y(n), sheet, locale, s.x('2015-06'))),
    text(`head-${step}`, 'head', sheet.left, wide ? 42 : 22, locale.label(step.replace('displaced', 'head')), wide ? 22 : 15),
    ...rows
      .filter((r) => r.date <= to)
      .flatMap((r): Mark[] => {
        const on = r.date >= from;
        const style = { tone: on ? ('accent' as const) : ('soft' as const), status: r.status, opacity: on ? 1 : 0.55, datum: r.datum };
        const [x, at] = [s.x(r.date), y(r.value)];
        const r0 = wide ? 5 : 3.4;
        const point =
          r.counter === 'unhcr' && r.status === 'established'
            ? circle(`point-${r.id}`, 'dot', x, at, r0, style)
            : circle(`point-${r.id}`, 'ring', x, at, r0, { ...style, weight: 1.6 });
        const end = r.date > '2025';
        return [
          point,
          ...(NAMED.has(r.id) && on
            ? [
                text(`number-${r.id}`, 'label', x + (end ? 4 : 0), at - (wide ? 10 : 8), locale.fmt.number(r.value), size, {
                  anchor: end ? 'end' : 'middle',
                  halo: true,
                  datum: r.datum,
                }),
              ]
            : []),
        ];
      }),
  ];
}

/** Refugees of all countries, a column a year end. */
function total(rows: readonly Abroad[], sheet: Sheet, locale: Locale): Mark[] {
  const { wide, size, left, right, base, top } = sheet;
  const slots = years(2011, 2025, left, right);
  const y = (n: number): number => base - ((base - top) * n) / 540_000;
  return [
    text('head-refugees', 'head', left, wide ? 42 : 22, locale.label('head-refugees'), wide ? 22 : 15),
    ...[200_000, 400_000].flatMap((n) => grid(n, y(n), sheet, locale)),
    line('base', 'hair', left, base, right, base, { tone: 'soft' }),
    ...rows.flatMap((r): Mark[] => {
      const year = yearOf(r);
      const [x, width] = [slots.x(year) + slots.slot * 0.14, slots.slot * 0.72];
      const last = year === 2025;
      return [
        rect(`all-${year}`, 'bar', x, y(r.value), width, base - y(r.value), {
          tone: last ? 'accent' : 'soft',
          status: r.status,
          datum: r.datum,
        }),
        ...(wide || year % 4 === 3 || last
          ? [
              text(`year-${year}`, 'note', x + width / 2, base + size + 4, wide ? String(year) : `’${String(year).slice(2)}`, size, {
                anchor: 'middle',
              }),
            ]
          : []),
        ...(last || year === 2012 || year === 2023
          ? [
              text(
                `number-${r.id}`,
                'label',
                year > 2012 ? x + width : x + width / 2,
                y(r.value) - (wide ? 8 : 5),
                locale.fmt.number(r.value),
                size,
                { anchor: year > 2012 ? 'end' : 'middle', halo: true, datum: r.datum },
              ),
            ]
          : []),
      ];
    }),
  ];
}

/** The three neighbours on one scale, a row of columns each. */
function countries(rows: readonly Abroad[], sheet: Sheet, locale: Locale): Mark[] {
  const { wide, size, left, right, base } = sheet;
  const [first, each] = wide ? [64, 124] : [34, 66];
  const slots = years(2011, 2025, left + (wide ? 150 : 92), right);
  const most = Math.max(...rows.map((r) => r.value));
  const high = each * 0.82;
  return [
    ...COUNTRIES.flatMap((country, i): Mark[] => {
      const foot = first + i * each + high;
      const own = rows.filter((r) => r.country === country);
      const last = own.at(-1);
      return [
        line(`foot-${country}`, 'hair', left, foot, right, foot, { tone: 'soft' }),
        text(`country-${country}`, 'head', left, foot - size - (wide ? 10 : 6), locale.label(country), wide ? 17 : 13.5),
        ...(last
          ? [
              text(`number-${country}`, 'label', left, foot - (wide ? 6 : 4), locale.fmt.number(last.value), size, {
                tone: 'accent',
                datum: last.datum,
              }),
            ]
          : []),
        ...own.map((r) => {
          const height = (high * r.value) / most;
          return rect(`${country}-${yearOf(r)}`, 'bar', slots.x(yearOf(r)) + slots.slot * 0.14, foot - height, slots.slot * 0.72, height, {
            tone: r === last ? 'accent' : 'soft',
            status: r.status,
            datum: r.datum,
          });
        }),
      ];
    }),
    ...[2011, 2015, 2020, 2025].map((year) =>
      text(`year-${year}`, 'note', slots.x(year) + slots.slot / 2, base + size + 4, String(year), size, {
        anchor: year === 2025 ? 'end' : 'middle',
      }),
    ),
  ];
}

/** One camp: its counts at their dates, and what it was planned for as a line. */
function mbera(rows: readonly Camp[], sheet: Sheet, locale: Locale): Mark[] {
  const { wide, size, left, right, base, top, s } = sheet;
  const y = (n: number): number => base - ((base - top) * n) / 135_000;
  const planned = rows.find((r) => r.id === 'mbera-planned');
  const counts = rows.filter((r) => r !== planned);
  const words = wrap(locale.label('mbera-note'), wide ? 380 : 200, size);
  return [
    ...yearAxis('year', s, wide ? [2012, 2014, 2016, 2018, 2020, 2022, 2024, 2026] : [2012, 2016, 2020, 2024], size),
    text('head-mbera', 'head', left, wide ? 42 : 22, locale.label('head-mbera'), wide ? 22 : 15),
    ...lines('mbera-note', 'note', left, wide ? 66 : 40, words, size, size + 3),
    ...(planned
      ? [
          line('planned', 'hair', left, y(planned.value), right, y(planned.value), { tone: 'ink', weight: 1.5, datum: planned.datum }),
          text(
            'planned-words',
            'label',
            left,
            y(planned.value) - 5,
            locale.label('planned', { n: locale.fmt.number(planned.value) }),
            size,
            { halo: true, datum: planned.datum },
          ),
        ]
      : []),
    ...counts.flatMap((r): Mark[] => {
      const [x, at] = [s.x(r.date), y(r.value)];
      const last = r.date > '2025';
      return [
        circle(`camp-${r.id}`, 'ring', x, at, wide ? 7 : 5, { tone: 'accent', status: r.status, weight: 2, datum: r.datum }),
        ...(r.date.startsWith('2024-11')
          ? []
          : [
              text(`number-${r.id}`, 'label', x + (last ? 6 : 0), at - (wide ? 13 : 9), locale.fmt.number(r.value), size, {
                anchor: last ? 'end' : 'middle',
                halo: true,
                datum: r.datum,
              }),
            ]),
      ];
    }),
  ];
}

export function scene(series: Displaced, step: string, frame: Frame, locale: Locale): Scene {
  const id = step as Step;
  const sheet = sheetOf(frame);
  const marks = ((): Mark[] => {
    if (id === 'displaced-refugees')
      return total(
        series.abroad.filter((r) => r.country === 'all'),
        sheet,
        locale,
      );
    if (id === 'displaced-countries')
      return countries(
        series.abroad.filter((r) => r.country !== 'all'),
        sheet,
        locale,
      );
    if (id === 'displaced-mbera') return mbera(series.camp, sheet, locale);
    return inside(series.inside, id, sheet, locale);
  })();
  return { width: frame.width, height: frame.height, marks };
}
