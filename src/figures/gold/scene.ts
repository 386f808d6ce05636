import { line, lines, rect, text, wrap } from '../../scene/marks.ts';
import type { Frame, Mark, Scene } from '../../scene/types.ts';
import type { Locale } from '../types.ts';
import type { Gold, Output } from './data.ts';
import { paid } from './describe.ts';
import type { Step } from './steps.ts';

interface Sheet {
  wide: boolean;
  size: number;
  left: number;
  right: number;
  /** Where the columns stand, and how high a tonne is. */
  base: number;
  tonne: number;
  /** Left edge of a year's column, and the columns' width. */
  x(year: number): number;
  column: number;
  step: Step;
}

const FIRST = 2015;
const LAST = 2025;
const yearOf = (o: Output): number => Number(o.date.slice(0, 4));

/** The last year each step has come to, and the first year it speaks of. */
const REACH: Record<Exclude<Step, 'gold-money'>, readonly [now: number, last: number]> = {
  'gold-years': [2015, 2022],
  'gold-peak': [2023, 2023],
  'gold-fall': [2024, 2025],
  'gold-refinery': [2026, 2025],
};

/** The columns' sheet. With the refinery one more column stands on the right, and the scale makes room for it. */
function sheetOf(frame: Frame, step: Step, most: number): Sheet {
  const wide = frame.id === 'wide';
  const [left, right, base, top] = wide ? [36, 684, 428, 66] : [12, 348, 230, 42];
  const beside = step === 'gold-refinery' ? (wide ? 150 : 92) : 0;
  const slot = (right - left - beside) / (LAST - FIRST + 1);
  return {
    wide,
    size: frame.text,
    left,
    right,
    base,
    tonne: (base - top) / most,
    x: (year) => left + (year - FIRST) * slot + slot * 0.14,
    column: slot * 0.72,
    step,
  };
}

/** Over two neighbouring gaps, in as many rows as their width asks for. */
function gapWords(x: number, y: number, { datum }: Output, { size, column }: Sheet, locale: Locale): Mark[] {
  const rows = wrap(locale.label('gap'), column * 2.4, size);
  return lines('gap-words', 'note', x, y - (rows.length - 1) * (size + 1), rows, size, size + 1, { anchor: 'middle', datum });
}

/** One year: its column, or a hatched gap; the mine's part and the first figure where the step tells them. */
function year(o: Output, series: Gold, sheet: Sheet, locale: Locale): Mark[] {
  const { wide, size, base, tonne, column, step } = sheet;
  const [now, last] = REACH[step as keyof typeof REACH];
  const n = yearOf(o);
  if (n > last) return [];
  const x = sheet.x(n);
  const on = n >= now;
  const middle = x + column / 2;
  const refinery = step === 'gold-refinery';
  // Narrow columns leave room for the first and the last two years' names.
  const named = !refinery || wide || n === FIRST || n === LAST || n === 2020;
  const label = wide ? String(n) : `’${String(n).slice(2)}`;
  const foot = named ? [text(`year-${n}`, 'note', middle, base + size + 4, label, size, { anchor: 'middle' })] : [];
  if (o.kind === 'gap')
    return [
      rect(`gap-${n}`, 'gap', x, base - 46 * tonne, column, 46 * tonne, { datum: o.datum }),
      ...(refinery || n % 2 === 0 ? [] : gapWords(x + column * 1.19, base - 46 * tonne - 6, o, sheet, locale)),
      ...foot,
    ];
  const value = o.value ?? 0;
  const spoken = on && !refinery;
  const status = o.status === 'established' ? {} : { status: o.status };
  return [
    rect(`column-${n}`, 'bar', x, base - value * tonne, column, value * tonne, {
      tone: spoken ? 'accent' : 'soft',
      ...status,
      opacity: spoken ? 1 : 0.55,
      datum: o.datum,
    }),
    ...(refinery && !(wide || n === 2023)
      ? []
      : [
          text(`value-${n}`, 'label', middle, base - value * tonne - 6, locale.fmt.number(value, 1), size, {
            anchor: 'middle',
            tone: spoken ? 'ink' : 'soft',
            datum: o.datum,
          }),
        ]),
    ...(step === 'gold-fall' && on ? parts(n, series, sheet) : []),
    ...foot,
  ];
}

/** Inside a column: what the one mine gave, and the figure published before it was revised. */
function parts(n: number, series: Gold, { wide, base, tonne, column, x }: Sheet): Mark[] {
  const left = x(n);
  const high = (o: Output): number => (o.value ?? 0) * tonne;
  const beyond = wide ? 8 : 4;
  return [
    ...series
      .of('mine')
      .filter((m) => yearOf(m) === n)
      .map((m) => rect(`mine-${n}`, 'bar', left, base - high(m), column, high(m), { tone: 'ink', datum: m.datum, status: m.status })),
    ...series
      .of('first')
      .filter((f) => yearOf(f) === n)
      .map((f) =>
        line(`first-${n}`, 'hair', left - beyond, base - high(f), left + column + beyond, base - high(f), {
          tone: 'ink',
          weight: 1.5,
          datum: f.datum,
        }),
      ),
  ];
}

/** What the parts are, in the empty corner over the last columns. */
function partWords(series: Gold, { wide, size, right }: Sheet, locale: Locale): Mark[] {
  const mines = series.of('mine');
  const first = series.of('first')[0];
  const numbers = mines.map((m) => locale.fmt.number(m.value ?? 0, 1));
  const y = wide ? 58 : 36;
  const rest = { anchor: 'end' as const, tone: 'ink' as const };
  return [
    text('mine-words', 'label', right, y, locale.label('mine', { before: numbers[0] ?? '', after: numbers[1] ?? '' }), size, {
      ...rest,
      ...(mines[0] && { datum: mines[0].datum }),
    }),
    ...(first && wide
      ? [
          text('first-words', 'note', right, y + 20, locale.label('first', { n: locale.fmt.number(first.value ?? 0, 1) }), size, {
            anchor: 'end',
            datum: first.datum,
          }),
        ]
      : []),
  ];
}

/** The refinery's planned capacity, an outline beside the years on their scale. */
function refinery(series: Gold, sheet: Sheet, locale: Locale): Mark[] {
  const plan = series.of('capacity')[0];
  if (!plan) return [];
  const { wide, size, base, tonne, right } = sheet;
  const high = (plan.value ?? 0) * tonne;
  const width = wide ? 96 : 62;
  const x = right - width - (wide ? 14 : 6);
  const words = wrap(locale.label('refinery'), x - sheet.left - 30, size + (wide ? 3 : 1));
  return [
    rect('refinery', 'outline', x, base - high, width, high, { tone: 'accent', weight: 2, datum: plan.datum }),
    text('refinery-value', 'figure', x + width / 2, base - high + (wide ? 40 : 28), locale.fmt.number(plan.value ?? 0), wide ? 30 : 20, {
      anchor: 'middle',
      tone: 'accent',
      datum: plan.datum,
    }),
    text('refinery-unit', 'note', x + width / 2, base - high + (wide ? 60 : 44), locale.label('planned'), size, {
      anchor: 'middle',
      datum: plan.datum,
    }),
    ...lines('refinery-words', 'label', sheet.left, base - high + (wide ? 22 : 16), words, size + (wide ? 3 : 1), size + (wide ? 7 : 4), {
      datum: plan.datum,
    }),
  ];
}

/** Three statements on money, each with its day and speaker, and what Mali says. No bars: a monthly price and a total are different things. */
function money({ payments }: Gold, { wide, size, left, right }: Sheet, locale: Locale): Mark[] {
  const [top, each, big] = wide ? [96, 88, 26] : [50, 55, 13.5];
  const foot = top + payments.length * each;
  const denial = wrap(locale.label('denial'), right - left - 12, size + (wide ? 3 : 1));
  return [
    text('head-money', 'head', left, wide ? 46 : 24, locale.label('money'), wide ? 26 : 17),
    ...payments.flatMap((p, i): Mark[] => {
      const y = top + i * each;
      const when = locale.fmt.shortDate(wide ? p.date : p.date.slice(0, 7));
      const words = `${when} · ${p.label[locale.lang]}`;
      const rows = wrap(words, right - left, size);
      return [
        line(`rule-${p.id}`, 'hair', left, y - (wide ? 34 : 17), right, y - (wide ? 34 : 17)),
        text(`paid-${p.id}`, 'figure', left, y, paid(p, locale), big, { datum: p.datum }),
        ...lines(`said-${p.id}`, 'note', left, y + (wide ? 24 : 16), rows, size, size + 2, { datum: p.datum }),
      ];
    }),
    line('rule-denial', 'hair', left, foot - (wide ? 34 : 17), right, foot - (wide ? 34 : 17)),
    ...lines('denial', 'label', left, foot - (wide ? 6 : 3), denial, size + (wide ? 3 : 1), size + (wide ? 7 : 4)),
  ];
}

export function scene(series: Gold, step: string, frame: Frame, locale: Locale): Scene {
  const id = step as Step;
  const capacity = series.of('capacity')[0]?.value ?? 0;
  const sheet = sheetOf(frame, id, id === 'gold-refinery' ? capacity * 1.02 : 76);
  const { wide, left, right, base } = sheet;
  const unit = locale.label('unit');
  const years = series.outputs.filter((o) => o.kind === 'output' || o.kind === 'gap');
  const marks =
    id === 'gold-money'
      ? money(series, sheet, locale)
      : [
          line('base', 'hair', left, base, right, base, { tone: 'soft' }),
          ...(id === 'gold-refinery' ? [] : [text('unit', 'note', right, wide ? 34 : 18, unit, frame.text, { anchor: 'end' })]),
          ...years.flatMap((o) => year(o, series, sheet, locale)),
          ...(id === 'gold-fall' ? partWords(series, sheet, locale) : []),
          ...(id === 'gold-refinery' ? refinery(series, sheet, locale) : []),
        ];
  return { width: frame.width, height: frame.height, marks };
}
