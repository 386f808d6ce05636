import { circle, line, lines, rect, text, wrap } from '../../scene/marks.ts';
import type { Frame, Mark, Scene, Tone } from '../../scene/types.ts';
import type { Locale } from '../types.ts';
import { whisker, type Years, yearOf, years } from '../whisker.ts';
import type { Killed } from './data.ts';
import type { Step } from './steps.ts';

const [FIRST, LAST] = [2017, 2024];
const TONES = { governments: 'state', groups: 'jnim' } as const satisfies Record<string, Tone>;

/** The years each step has come to and speaks of. */
const SPOKEN: Record<Exclude<Step, 'who-other-counter'>, readonly [number, number]> = {
  'who-groups': [2017, 2019],
  'who-2020': [2020, 2021],
  'who-2022': [2022, 2023],
  'who-2024': [2024, 2024],
};

interface Sheet {
  wide: boolean;
  size: number;
  left: number;
  right: number;
  base: number;
  slots: Years;
  y(killed: number): number;
}

function sheetOf(frame: Frame, rows: readonly Killed[]): Sheet {
  const wide = frame.id === 'wide';
  const [left, right, base, top] = wide ? [36, 690, 430, 84] : [12, 350, 230, 46];
  const most = Math.max(...rows.filter((r) => r.counter === 'ucdp').map((r) => r.high ?? r.value));
  return { wide, size: frame.text, left, right, base, slots: years(FIRST, LAST, left, right), y: (n) => base - ((base - top) * n) / most };
}

/** One class in one year: a column with its range, governments left, groups right. */
function column(r: Killed, on: boolean, sheet: Sheet, locale: Locale): Mark[] {
  const { slots, base, y, wide, size } = sheet;
  const half = slots.slot * 0.38;
  const x = slots.x(yearOf(r)) + slots.slot / 2 + (r.by === 'governments' ? -half - 1 : 1);
  const middle = x + half / 2;
  const opacity = on ? 1 : 0.4;
  return [
    rect(`column-${r.id}`, 'bar', x, y(r.value), half, base - y(r.value), {
      tone: TONES[r.by as keyof typeof TONES],
      status: r.status,
      opacity,
      datum: r.datum,
    }),
    ...(r.low !== undefined && r.high !== undefined
      ? whisker(`range-${r.id}`, middle, r.low, r.high, y, wide ? 5 : 3, { datum: r.datum, opacity })
      : []),
    ...(on
      ? [
          text(
            `value-${r.id}`,
            'label',
            r.by === 'governments' ? x + half : x,
            y(r.high ?? r.value) - (wide ? 7 : 5),
            locale.fmt.number(r.value),
            size,
            {
              anchor: r.by === 'governments' ? 'end' : 'start',
              datum: r.datum,
            },
          ),
        ]
      : []),
  ];
}

/** The UN's number for Moura alone, in the year of UCDP's count: another method, so a ring and words, not a column. */
function moura(r: Killed, { slots, y, wide, size, left }: Sheet, locale: Locale): Mark[] {
  const x = slots.x(2022) + slots.slot / 2 - slots.slot * 0.19;
  const words = wrap(locale.label('moura', { n: locale.fmt.number(r.value) }), wide ? 230 : 150, size + (wide ? 2 : 0));
  const leading = size + (wide ? 6 : 3);
  return [
    circle('moura', 'ring', x, y(r.value), wide ? 8 : 5.5, { tone: 'civilians', status: r.status, weight: 2, datum: r.datum }),
    line('moura-line', 'hair', left, y(r.value), x - (wide ? 10 : 7), y(r.value), { tone: 'civilians', datum: r.datum }),
    ...lines('moura-words', 'label', left, y(r.value) - (words.length - 1) * leading - 7, words, size + (wide ? 2 : 0), leading, {
      halo: true,
      datum: r.datum,
    }),
  ];
}

/** MINUSMA's own count for 2021, by its own rules: a row each, on a scale of its own. */
function other(rows: readonly Killed[], frame: Frame, locale: Locale): Mark[] {
  const wide = frame.id === 'wide';
  const [left, right, first, each] = wide ? [36, 684, 132, 74] : [12, 348, 74, 44];
  const size = frame.text;
  const total = rows.find((r) => r.by === 'all');
  const parts = rows.filter((r) => r.by !== 'all');
  if (!total) return [];
  const unit = (right - left - (wide ? 80 : 46)) / Math.max(...parts.map((r) => r.value));
  const high = wide ? 22 : 12;
  return [
    text('other-head', 'head', left, wide ? 48 : 24, locale.label('other'), wide ? 24 : 15.5),
    text('other-total', 'note', left, wide ? 76 : 43, locale.label('total', { n: locale.fmt.number(total.value) }), size + (wide ? 2 : 0), {
      datum: total.datum,
    }),
    ...parts.flatMap((r, i) => {
      const y = first + i * each;
      return [
        text(`other-who-${r.id}`, 'label', left, y, r.label[locale.lang].split(/, (?:by|selon)/)[0] ?? '', size + (wide ? 2 : 0), {
          datum: r.datum,
        }),
        rect(`other-bar-${r.id}`, 'bar', left, y + (wide ? 9 : 6), r.value * unit, high, {
          tone: r.by === 'governments' ? 'state' : r.by === 'foreign' ? 'france' : r.by === 'groups' ? 'jnim' : 'soft',
          status: r.status,
          datum: r.datum,
        }),
        text(
          `other-value-${r.id}`,
          'label',
          left + r.value * unit + 7,
          y + (wide ? 26 : 16.5),
          locale.fmt.number(r.value),
          size + (wide ? 2 : 0),
          { datum: r.datum },
        ),
      ];
    }),
  ];
}

export function scene(rows: readonly Killed[], step: string, frame: Frame, locale: Locale): Scene {
  const id = step as Step;
  const sheet = sheetOf(frame, rows);
  const { wide, size, left, right, base, slots } = sheet;
  const size2 = size + (wide ? 3 : 0.5);
  if (id === 'who-other-counter')
    return {
      width: frame.width,
      height: frame.height,
      marks: other(
        rows.filter((r) => r.counter === 'minusma'),
        frame,
        locale,
      ),
    };
  const [from, to] = SPOKEN[id];
  const ucdp = rows.filter((r) => r.counter === 'ucdp' && yearOf(r) <= to);
  const un = rows.find((r) => r.counter === 'un');
  return {
    width: frame.width,
    height: frame.height,
    marks: [
      line('base', 'hair', left, base, right, base, { tone: 'soft' }),
      ...Array.from({ length: LAST - FIRST + 1 }, (_, i) => FIRST + i).map((year) =>
        text(`tick-${year}`, 'note', slots.x(year) + slots.slot / 2, base + size + 4, String(year), size, { anchor: 'middle' }),
      ),
      rect('key-governments', 'bar', left, wide ? 32 : 10, size, size, { tone: 'state' }),
      text('key-governments-words', 'label', left + size + 6, wide ? 44 : 21, locale.label('governments'), size2),
      rect('key-groups', 'bar', left + (wide ? 330 : 176), wide ? 32 : 10, size, size, { tone: 'jnim' }),
      text('key-groups-words', 'label', left + (wide ? 330 : 176) + size + 6, wide ? 44 : 21, locale.label('groups'), size2),
      ...ucdp.flatMap((r) => column(r, yearOf(r) >= from, sheet, locale)),
      // UCDP's split of 2022 never stands without Moura beside it.
      ...(to >= 2022 && un ? moura(un, sheet, locale) : []),
    ],
  };
}
