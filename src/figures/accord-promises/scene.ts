import { estimateWidth, line, lines, rect, text, wrap } from '../../scene/marks.ts';
import type { Frame, Mark, Scene } from '../../scene/types.ts';
import type { Locale } from '../types.ts';
import type { Count, Promises } from './data.ts';
import { valueText } from './describe.ts';
import type { Step } from './steps.ts';

interface Sheet {
  wide: boolean;
  left: number;
  right: number;
  size: number;
}

/** A number that cannot be missing here: the row without it could not be drawn. */
function need(row: Count, field: 'value' | 'total'): number {
  const n = row[field];
  if (n === undefined) throw new Error(`${row.datum} has no ${field}`);
  return n;
}

/**
 * Unit squares, `total` of them, the first `value` marked. The keys are those of the square's place, so that
 * the grid of one count turns into the grid of the next.
 */
function grid(row: Count, x: number, y: number, cell: number, columns: number, partly: boolean): Mark[] {
  const gap = cell * 0.18;
  return Array.from({ length: need(row, 'total') }, (_, i) => {
    const [cx, cy] = [x + (i % columns) * cell, y + Math.floor(i / columns) * cell];
    const done = i < need(row, 'value');
    // A power passed on in part is half a square: the other half stays open.
    const marked = done
      ? [rect(`square-${i}`, 'bar', cx, cy, partly ? (cell - gap) / 2 : cell - gap, cell - gap, { tone: 'accent', datum: row.datum })]
      : [];
    return [
      rect(`frame-${i}`, 'outline', cx, cy, cell - gap, cell - gap, {
        tone: done ? 'accent' : 'soft',
        weight: 1,
        opacity: done ? 1 : 0.55,
      }),
      ...marked,
    ];
  }).flat();
}

function promises({ rows }: Promises, { wide, left, right }: Sheet, locale: Locale): Mark[] {
  const [top, each] = wide ? [92, 92] : [62, 50];
  const big = wide ? 30 : 21;
  const said = rows.filter((r) => r.group === 'promise');
  // One column for the numbers, as wide as the widest; bold runs up to a seventh wider than the estimate.
  const column = Math.max(...said.map((r) => estimateWidth(valueText(r, locale) ?? '', big))) * 1.15 + 18;
  return [
    text('head-text', 'head', left, wide ? 48 : 28, locale.label('text'), wide ? 26 : 18),
    ...said.flatMap((r, i): Mark[] => {
      const y = top + i * each;
      const value = valueText(r, locale);
      const words = r.label[locale.lang];
      const indent = value ? column : 0;
      return [
        line(`promise-rule-${r.id}`, 'hair', left, y - (wide ? 34 : 24), right, y - (wide ? 34 : 24)),
        ...(value
          ? [text(`promise-value-${r.id}`, 'figure', left, y + (wide ? 10 : 6), value, big, { tone: 'accent', datum: r.datum })]
          : []),
        ...lines(
          `promise-${r.id}`,
          'label',
          left + indent,
          y + (wide ? 6 : 4) - (wrap(words, right - left - indent, wide ? 19 : 14.5).length - 1) * 8,
          wrap(words, right - left - indent, wide ? 19 : 14.5),
          wide ? 19 : 14.5,
          wide ? 23 : 17,
          { datum: r.datum },
        ),
      ];
    }),
    line('promise-end', 'hair', left, top + 4 * each - (wide ? 34 : 24), right, top + 4 * each - (wide ? 34 : 24)),
  ];
}

/** One count as a headline over its grid. */
function counted(key: string, row: Count, sheet: Sheet, locale: Locale, words: { what: string; when: string }, partly: boolean): Mark[] {
  const { wide, left, right, size } = sheet;
  const total = need(row, 'total');
  const columns = wide ? (total > 50 ? 18 : 14) : total > 50 ? 20 : 11;
  const cell = (right - left) / columns;
  const y = wide ? 130 : 92;
  return [
    text(`${key}-figure`, 'figure', left, wide ? 66 : 36, valueText(row, locale) ?? '', wide ? 46 : 30, {
      tone: 'accent',
      datum: row.datum,
    }),
    text(`${key}-what`, 'label', left, wide ? 92 : 55, words.what, size + (wide ? 4 : 1.5)),
    text(`${key}-when`, 'note', left, wide ? 112 : 73, words.when, size),
    ...grid(row, left, y, cell, columns, partly),
  ];
}

function fighters({ row }: Promises, { wide, left, right, size }: Sheet, locale: Locale): Mark[] {
  const [planned, has] = [row('f-planned'), row('f-counted')];
  const width = right - left;
  const unit = width / need(planned, 'value');
  const [y, high, apart] = wide ? [120, 64, 150] : [76, 36, 92];
  const bar = (key: string, r: Count, at: number, words: string, mark: Mark): Mark[] => [
    text(`${key}-figure`, 'figure', left, at - (wide ? 30 : 26), locale.fmt.number(need(r, 'value')), wide ? 34 : 24, {
      tone: 'accent',
      datum: r.datum,
    }),
    text(`${key}-words`, 'label', left, at - (wide ? 8 : 7), words, size + (wide ? 3 : 0.5)),
    mark,
  ];
  return [
    ...bar(
      'planned',
      planned,
      y,
      locale.label('planned'),
      rect('bar-planned', 'outline', left, y, width, high, { tone: 'accent', weight: 1.5, datum: planned.datum }),
    ),
    ...bar(
      'counted',
      has,
      y + high + apart - (wide ? 60 : 30),
      locale.label('counted'),
      rect('bar-counted', 'bar', left, y + high + apart - (wide ? 60 : 30), need(has, 'value') * unit, high, {
        tone: 'accent',
        status: has.status,
        datum: has.datum,
      }),
    ),
    text('fighters-gap', 'note', left, wide ? 400 : 246, locale.label('gap'), size),
  ];
}

/** Five panels, each with its own scale from nothing to all; no line joins them. */
function methods({ row }: Promises, { wide, left, right, size }: Sheet, locale: Locale): Mark[] {
  const panels = [
    { id: 'c-done', words: locale.label('m-78') },
    { id: 'w-partly', words: locale.label('m-42') },
    { id: 's-2017', words: locale.label('m-22') },
    { id: 's-2020', words: locale.label('m-22') },
    { id: 's-matrix', words: locale.label('m-score') },
  ];
  const [top, each] = wide ? [100, 70] : [56, 39.5];
  return [
    text('head-methods', 'head', left, wide ? 48 : 26, locale.label('methods'), wide ? 26 : 16.5),
    ...panels.flatMap(({ id, words }, i): Mark[] => {
      const r = row(id);
      const y = top + i * each;
      const share = need(r, 'value') / (r.total ?? 100);
      const barLeft = wide ? 380 : 214;
      const width = right - barLeft;
      const partly = id === 'w-partly';
      return [
        line(`method-rule-${id}`, 'hair', left, y - (wide ? 26 : 16), right, y - (wide ? 26 : 16)),
        text(`method-value-${id}`, 'figure', left, y + (wide ? 8 : 4), valueText(r, locale) ?? '', wide ? 24 : 15, {
          tone: 'accent',
          datum: r.datum,
        }),
        text(`method-words-${id}`, 'label', left + (wide ? 196 : 0), y + (wide ? -2 : 18), words, size),
        ...(wide
          ? [text(`method-who-${id}`, 'note', left + 196, y + 17, `${locale.fmt.date(r.date)}`, size)]
          : [text(`method-when-${id}`, 'note', barLeft - 8, y + 4, r.date.slice(0, 4), size, { anchor: 'end' })]),
        rect(`method-frame-${id}`, 'outline', barLeft, y - (wide ? 12 : 7), width, wide ? 22 : 13, { tone: 'soft', weight: 1 }),
        rect(`method-bar-${id}`, 'bar', barLeft, y - (wide ? 12 : 7), width * share, (wide ? 22 : 13) * (partly ? 0.5 : 1), {
          tone: 'accent',
          datum: r.datum,
          ...(r.status !== 'established' && { status: r.status }),
        }),
      ];
    }),
  ];
}

export function scene(series: Promises, step: string, frame: Frame, locale: Locale): Scene {
  const wide = frame.id === 'wide';
  const sheet: Sheet = { wide, left: wide ? 36 : 14, right: frame.width - (wide ? 36 : 14), size: frame.text };
  const marks = ((): Mark[] => {
    switch (step as Step) {
      case 'promises-text':
        return promises(series, sheet, locale);
      case 'promises-78':
        return [
          ...counted(
            'c78',
            series.row('c-done'),
            sheet,
            locale,
            { what: locale.label('commitments'), when: locale.label('when-78') },
            false,
          ),
          ...shares(series, sheet, locale),
        ];
      case 'promises-powers':
        return counted('c42', series.row('w-partly'), sheet, locale, { what: locale.label('powers'), when: locale.label('when-42') }, true);
      case 'promises-fighters':
        return fighters(series, sheet, locale);
      case 'promises-methods':
        return methods(series, sheet, locale);
    }
  })();
  return { width: frame.width, height: frame.height, marks };
}

/** The observers' own shares of the same commitments, as one bar in three parts that they rounded themselves. */
function shares({ row }: Promises, { wide, left, right, size }: Sheet, locale: Locale): Mark[] {
  const [y, high] = wide ? [350, 26] : [188, 14];
  const unit = (right - left) / 100;
  const parts = [
    { r: row('c-share'), words: 'share', anchor: 'start' as const, opacity: 1 },
    { r: row('c-midway'), words: 'midway', anchor: 'start' as const, opacity: 0.4 },
    { r: row('c-begun'), words: 'begun', anchor: 'end' as const, opacity: 1 },
  ];
  let from = 0;
  return parts.flatMap(({ r, words, anchor, opacity }): Mark[] => {
    const value = need(r, 'value');
    const [x, width] = [left + from * unit, value * unit];
    from += value;
    const open = words === 'begun';
    return [
      rect(`share-${r.id}`, open ? 'outline' : 'bar', x, y, width, high, {
        tone: open ? 'soft' : 'accent',
        opacity,
        weight: 1,
        datum: r.datum,
      }),
      text(
        `share-words-${r.id}`,
        'label',
        anchor === 'end' ? x + width : x,
        y + high + size + 4,
        locale.label(words, { n: locale.fmt.percent(value) }),
        size,
        { anchor },
      ),
    ];
  });
}
