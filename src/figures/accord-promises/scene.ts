import { circle, estimateWidth, line, lines, rect, text, wrap } from '../../scene/marks.ts';
import type { Frame, Mark, Scene } from '../../scene/types.ts';
import type { Locale } from '../types.ts';
import type { Count, Promises } from './data.ts';
import { valueText } from './describe.ts';
import { methods } from './methods.ts';
import { need, type Sheet } from './sheet.ts';
import type { Step } from './steps.ts';

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
  // Bold runs up to a seventh wider than the estimate. The wide sheet has room for one column of numbers.
  const room = (r: Count): number => estimateWidth(valueText(r, locale) ?? '', big) * 1.15 + (wide ? 18 : 14);
  const column = Math.max(...said.map(room));
  return [
    text('head-text', 'head', left, wide ? 48 : 28, locale.label('text'), wide ? 26 : 18),
    ...said.flatMap((r, i): Mark[] => {
      const y = top + i * each;
      const value = valueText(r, locale);
      const words = r.label[locale.lang];
      const indent = value ? (wide ? column : room(r)) : 0;
      return [
        line(`promise-rule-${r.id}`, 'hair', left, y - (wide ? 34 : 24), right, y - (wide ? 34 : 24)),
        ...(value
          ? [text(`promise-value-${r.id}`, 'figure', left, y + (wide ? 10 : 6), value, big, { tone: 'accent', datum: r.datum })]
          : []),
        ...lines(
          `promise-${r.id}`,
          'label',
          left + indent,
          y + (wide ? 6 : 4) - (wrap(words, right - left - indent, wide ? 17 : 14).length - 1) * 8,
          wrap(words, right - left - indent, wide ? 17 : 14),
          wide ? 17 : 14,
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
  const columns = total > 50 ? (wide ? 18 : 20) : 11;
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

/** The powers after those passed on in part that were being prepared: a point in each open square. */
function prepared({ row }: Promises, { wide, left, right, size }: Sheet, locale: Locale): Mark[] {
  const [partly, next] = [row('w-partly'), row('w-prep')];
  const cell = (right - left) / 11;
  const middle = (cell * 0.82) / 2;
  const r = wide ? 4.5 : 2.5;
  const y = wide ? 404 : 236;
  return [
    ...Array.from({ length: need(next, 'value') }, (_, k) => {
      const i = need(partly, 'value') + k;
      const [cx, cy] = [left + (i % 11) * cell + middle, (wide ? 130 : 92) + Math.floor(i / 11) * cell + middle];
      return circle(`prepared-${i}`, 'dot', cx, cy, r, { tone: 'accent', datum: next.datum });
    }),
    circle('prepared-sign', 'dot', left + r + 1, y - size * 0.35, r, { tone: 'accent' }),
    text(
      'prepared-words',
      'label',
      left + r * 2 + 9,
      y,
      locale.label('prepared', { n: locale.fmt.number(need(next, 'value')) }),
      size + (wide ? 2 : 0),
      {
        datum: next.datum,
      },
    ),
  ];
}

function fighters({ row }: Promises, { wide, left, right, size }: Sheet, locale: Locale): Mark[] {
  const [planned, has] = [row('f-planned'), row('f-counted')];
  const width = right - left;
  const unit = width / need(planned, 'value');
  const [y, high, apart] = wide ? [130, 72, 108] : [76, 36, 62];
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
      y + high + apart,
      locale.label('counted'),
      rect('bar-counted', 'bar', left, y + high + apart, need(has, 'value') * unit, high, {
        tone: 'accent',
        status: has.status,
        datum: has.datum,
      }),
    ),
    text('fighters-gap', 'note', left, wide ? 430 : 246, locale.label('gap'), size),
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
        return [
          ...counted('c42', series.row('w-partly'), sheet, locale, { what: locale.label('powers'), when: locale.label('when-42') }, true),
          ...prepared(series, sheet, locale),
        ];
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
  const whose = text('share-whose', 'note', left, y - (wide ? 9 : 7), locale.label('own'), size);
  const bars = parts.flatMap(({ r, words, anchor, opacity }): Mark[] => {
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
  return [whose, ...bars];
}
