import { circle, line, path, rect, round, text } from '../../scene/marks.ts';
import type { Mark } from '../../scene/types.ts';
import type { Locale } from '../types.ts';
import type { Count, Promises } from './data.ts';
import { valueText } from './describe.ts';
import { need, type Sheet } from './sheet.ts';

/** A panel's place: its top left corner, its width, and where its drawing starts. */
interface Panel {
  x: number;
  y: number;
  width: number;
  draw: number;
}

/** Unit squares as two paths, all of them and those counted: small here, and only to be recognised. */
function squares({ id, datum, ...row }: Count, { x, draw }: Panel, cell: number, columns: number, partly: boolean): Mark[] {
  const side = cell * 0.8;
  const box = (i: number, width: number): string => {
    const [left, top] = [round(x + (i % columns) * cell), round(draw + Math.floor(i / columns) * cell)];
    return `M${left},${top}h${round(width)}v${round(side)}h${round(-width)}z`;
  };
  const boxes = (n: number, width: number): string => Array.from({ length: n }, (_, i) => box(i, width)).join('');
  return [
    path(`method-frame-${id}`, 'outline', boxes(row.total ?? 0, side), { tone: 'soft', weight: 0.8 }),
    path(`method-bar-${id}`, 'bar', boxes(row.value ?? 0, partly ? side / 2 : side), { tone: 'accent', datum }),
  ];
}

/** A share as a bar of its own, its year before it. */
function share(row: Count, { x, width }: Panel, y: number, { wide, size }: Sheet): Mark[] {
  const left = x + (wide ? 48 : 38);
  const [full, high] = [x + width - left - (wide ? 20 : 6), wide ? 16 : 10];
  return [
    text(`method-year-${row.id}`, 'note', x, y + high / 2 + size * 0.35, row.date.slice(0, 4), size),
    rect(`method-frame-${row.id}`, 'outline', left, y, full, high, { tone: 'soft', weight: 0.8 }),
    rect(`method-bar-${row.id}`, 'bar', left, y, (full * need(row, 'value')) / 100, high, {
      tone: 'accent',
      status: row.status,
      datum: row.datum,
    }),
  ];
}

/** A score as a point on a rule from nothing to the highest: a mark given, not a part of a whole. */
function score(row: Count, { x, width, draw }: Panel, { wide, size }: Sheet, locale: Locale): Mark[] {
  const y = draw + (wide ? 14 : 10);
  const full = width - (wide ? 20 : 6);
  const top = need(row, 'total');
  return [
    line('score-rule', 'hair', x, y, x + full, y, { tone: 'soft' }),
    ...[0, 0.25, 0.5, 0.75, 1].map((part) =>
      line(`score-${part}`, 'hair', x + full * part, y - 4, x + full * part, y + 4, { tone: 'soft' }),
    ),
    text('score-none', 'note', x, y + 6 + size, locale.fmt.number(0), size),
    text('score-top', 'note', x + full, y + 6 + size, locale.fmt.number(top), size, { anchor: 'end' }),
    circle(`method-bar-${row.id}`, 'dot', x + (full * need(row, 'value')) / top, y, wide ? 7 : 5, { tone: 'accent', datum: row.datum }),
  ];
}

/**
 * Four panels, one a method, each drawn in its own way so that no eye lays one against another: squares for
 * commitments, half squares for powers, bars for the shares of one counter, a point on a rule for a score.
 */
export function methods({ row }: Promises, sheet: Sheet, locale: Locale): Mark[] {
  const { wide, left, right, size } = sheet;
  const [gutter, top, each] = wide ? [40, 78, 196] : [16, 36, 112];
  const width = (right - left - gutter) / 2;
  const panel = (i: number): Panel => {
    const [x, y] = [left + (i % 2) * (width + gutter), top + Math.floor(i / 2) * each];
    return { x, y, width, draw: y + (wide ? 92 : 61) };
  };
  const head = (i: number, rows: readonly Count[], what: string, who: string): Mark[] => {
    const { x, y } = panel(i);
    return [
      line(`panel-${i}`, 'hair', x, y, x + width, y),
      ...rows.map((r, k) =>
        text(
          `method-value-${r.id}`,
          'figure',
          x + k * (wide ? 90 : 62),
          y + (wide ? 34 : 19),
          valueText(r, locale) ?? '',
          wide ? 26 : 15.5,
          {
            tone: 'accent',
            datum: r.datum,
          },
        ),
      ),
      text(`panel-what-${i}`, 'label', x, y + (wide ? 56 : 35), what, size + (wide ? 1 : 0)),
      text(`panel-who-${i}`, 'note', x, y + (wide ? 75 : 50), who, size),
    ];
  };
  const [done, powers, first, later, graded] = ['c-done', 'w-partly', 's-2017', 's-2020', 's-matrix'].map(row) as [
    Count,
    Count,
    Count,
    Count,
    Count,
  ];
  const ended = (r: Count, what: string): string => locale.label('ended', { what, year: r.date.slice(0, 4) });
  // The long name of a counter has room on the wide sheet only, and there on a row of its own.
  const named = (r: Count, short: string): string => (wide ? r.counter[locale.lang] : locale.label(short));
  const dated = (r: Count, what: string, who: string): [string, string] => (wide ? [ended(r, what), who] : [what, ended(r, who)]);
  return [
    text('head-methods', 'head', left, wide ? 48 : 24, locale.label('methods'), wide ? 26 : 16.5),
    ...head(0, [done], ...dated(done, locale.label('m-78'), done.counter[locale.lang])),
    ...squares(done, panel(0), wide ? 14.5 : 7.6, 20, false),
    ...head(1, [powers], ...dated(powers, locale.label('m-42'), named(powers, 'kroc'))),
    ...squares(powers, panel(1), wide ? 20.5 : 10.8, 14, true),
    ...head(2, [first, later], locale.label('m-22'), named(first, 'crisis')),
    ...[first, later].flatMap((r, k) => share(r, panel(2), panel(2).draw + k * (wide ? 30 : 20), sheet)),
    ...head(3, [graded], locale.label('m-score'), graded.counter[locale.lang]),
    ...score(graded, panel(3), sheet, locale),
  ];
}
