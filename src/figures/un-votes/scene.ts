import { line, lines, path, rect, round, text, wrap } from '../../scene/marks.ts';
import type { Frame, Mark, Scene } from '../../scene/types.ts';
import type { Locale } from '../types.ts';
import type { Vote } from './data.ts';
import { STEPS, type Step, steps } from './steps.ts';

interface Sheet {
  wide: boolean;
  size: number;
  left: number;
  right: number;
  /** Width of a vote, and the right edges of the three columns of numbers. */
  vote: number;
  columns: Readonly<Record<Side, number>>;
}

type Side = 'yes' | 'abstain' | 'no';
const SIDES = ['yes', 'abstain', 'no'] as const;
/** The side Mali stood on, named as the counts are. */
const maliSide = ({ mali }: Vote): Side | undefined => (mali === 'against' ? 'no' : mali === 'abstain' ? 'abstain' : undefined);

function sheetOf(frame: Frame, votes: readonly Vote[]): Sheet {
  const wide = frame.id === 'wide';
  const most = Math.max(...votes.map((v) => v.yes + v.no + v.abstain));
  const [left, right, bar] = wide ? [36, 684, 430] : [12, 348, 214];
  const columns = wide ? { yes: 536, abstain: 612, no: right } : { yes: 262, abstain: 304, no: right };
  return { wide, size: frame.text, left, right, vote: bar / most, columns };
}

/** The votes cast as one bar: for, open; abstaining, pale; against, solid. Mali's part wears the accent. */
function bar(v: Vote, y: number, high: number, spoken: boolean, { left, vote }: Sheet): Mark[] {
  let x = left;
  return SIDES.map((side) => {
    const width = v[side] * vote;
    const from = x;
    x += width;
    const mali = maliSide(v) === side;
    const tone = mali ? ('accent' as const) : ('soft' as const);
    const opacity = (spoken ? 1 : 0.5) * (side === 'abstain' && !mali ? 0.4 : 1);
    return rect(`${side}-${v.id}`, side === 'yes' ? 'outline' : 'bar', from, y, width, high, { tone, weight: 1, opacity, datum: v.datum });
  });
}

/** A vote being told: day and text put, its bar, the three counts; the one Mali is in stands out. */
function told(v: Vote, y: number, sheet: Sheet, locale: Locale): Mark[] {
  const { wide, size, left, columns } = sheet;
  const high = wide ? 18 : 13;
  const letter = size + (wide ? 2 : 0);
  const words = locale.label('put', { date: locale.fmt.shortDate(v.date), what: v.label[locale.lang] });
  return [
    text(`put-${v.id}`, 'label', left, y, words, letter, { datum: v.datum }),
    ...bar(v, y + (wide ? 8 : 5), high, true, sheet),
    ...SIDES.map((side) => {
      const mali = maliSide(v) === side;
      return text(
        `count-${side}-${v.id}`,
        mali ? 'figure' : 'note',
        columns[side],
        y + (wide ? 22 : 16),
        locale.fmt.number(v[side]),
        letter + (mali ? 1 : 0),
        {
          anchor: 'end',
          datum: v.datum,
          ...(mali && { tone: 'accent' as const }),
        },
      );
    }),
  ];
}

/** The first vote alone, as large as the sheet allows; it shrinks into its row when the others join it. */
function opening(v: Vote, { wide, size, left, right, vote, ...rest }: Sheet, locale: Locale): Mark[] {
  const large = { wide, size, left, right, ...rest, vote: vote * ((right - left) / (vote * (v.yes + v.no + v.abstain))) };
  const [y, high] = wide ? [150, 84] : [92, 52];
  const letter = size + (wide ? 5 : 2);
  const after = left + (v.yes + v.abstain) * large.vote;
  const label = (side: Side): string => locale.label(`first-${side}`, { n: locale.fmt.number(v[side]) });
  return [
    text(
      `put-${v.id}`,
      'label',
      left,
      wide ? 96 : 54,
      locale.label('put', { date: locale.fmt.date(v.date), what: v.label[locale.lang] }),
      letter,
      { datum: v.datum },
    ),
    ...bar(v, y, high, true, large),
    text('first-yes', 'note', left, y + high + letter + (wide ? 10 : 5), label('yes'), letter, { datum: v.datum }),
    text('first-abstain', 'label', after, y + high + letter + (wide ? 10 : 5), label('abstain'), letter, {
      anchor: 'end',
      tone: 'accent',
      datum: v.datum,
    }),
    text('first-no', 'note', right, y - (wide ? 12 : 7), label('no'), letter, { anchor: 'end', datum: v.datum }),
  ];
}

function assembly(votes: readonly Vote[], step: Step, frame: Frame, locale: Locale): Mark[] {
  const sheet = sheetOf(frame, votes);
  const { wide, size, left, columns } = sheet;
  const now = new Set<string>(STEPS[step]);
  const past = new Set<string>(steps.slice(0, steps.indexOf(step) + 1).flatMap((s) => [...STEPS[s]]));
  const [full, thin] = wide ? [54, 26] : [38, 11.5];
  let y = wide ? 76 : 42;
  const rows = votes
    .filter((v) => v.body === 'assembly' && past.has(v.id))
    .flatMap((v): Mark[] => {
      const spoken = now.has(v.id);
      const at = y;
      y += spoken ? full : thin;
      if (spoken) return told(v, at, sheet, locale);
      const bars = bar(v, at - (wide ? 12 : 9), wide ? 12 : 6, false, sheet);
      return wide
        ? [...bars, text(`day-${v.id}`, 'note', columns.no, at - 2, locale.fmt.shortDate(v.date), size, { anchor: 'end', datum: v.datum })]
        : bars;
    });
  const first = votes[0];
  if (step === 'votes-first' && first)
    return [
      text('head-assembly', 'head', left, wide ? 48 : 26, locale.label('assembly'), wide ? 24 : 16),
      ...opening(first, sheet, locale),
    ];
  const side = maliSide(votes.find((v) => v.id === [...now].at(-1)) ?? (votes[0] as Vote));
  return [
    text('head-assembly', 'head', left, wide ? 40 : 20, locale.label('assembly'), wide ? 22 : 15),
    ...SIDES.map((s) =>
      text(`head-${s}`, 'note', columns[s], wide ? 40 : 20, locale.label(s), size, {
        anchor: 'end',
        ...(s === side && { tone: 'accent' as const }),
      }),
    ),
    ...rows,
    ...(step === 'votes-2022' || step === 'votes-2023'
      ? lines(
          'mali-words',
          'label',
          left,
          y + (wide ? 18 : 8),
          wrap(locale.label(`say-${step}`), columns.no - left, size + (wide ? 4 : 1.5)),
          size + (wide ? 4 : 1.5),
          size + (wide ? 8 : 5),
          { tone: 'accent' },
        )
      : []),
  ];
}

/** Fifteen seats as squares: open for, pale abstaining, solid against. */
function seats(v: Vote, y: number, { wide, left }: Sheet): Mark[] {
  const [cell, gap] = wide ? [40, 7] : [21.4, 4];
  const side = cell - gap;
  let seat = 0;
  return SIDES.flatMap((s): Mark[] => {
    const from = seat;
    seat += v[s];
    const d = Array.from(
      { length: v[s] },
      (_, i) => `M${round(left + (from + i) * cell)},${y}h${round(side)}v${round(side)}h${round(-side)}z`,
    ).join('');
    const veto = s === 'no' && v.id === 'council-sanctions';
    return [
      path(`seats-${s}-${v.id}`, s === 'yes' ? 'outline' : 'bar', d, {
        tone: veto ? 'russia' : 'soft',
        weight: 1.4,
        opacity: s === 'abstain' ? 0.4 : 1,
        status: v.status,
        datum: v.datum,
      }),
    ];
  });
}

function council(votes: readonly Vote[], frame: Frame, locale: Locale): Mark[] {
  const sheet = sheetOf(frame, votes);
  const { wide, size, left, right } = sheet;
  const [first, each] = wide ? [104, 178] : [54, 102];
  return [
    text('head-council', 'head', left, wide ? 48 : 24, locale.label('council'), wide ? 24 : 15.5),
    ...votes
      .filter((v) => v.body === 'council')
      .flatMap((v, i): Mark[] => {
        const y = first + i * each;
        const letter = size + (wide ? 3 : 1);
        const rows = wrap(locale.label(`result-${v.id}`), right - left, size + (wide ? 2 : 0));
        return [
          line(`rule-${v.id}`, 'hair', left, y - (wide ? 30 : 19), right, y - (wide ? 30 : 19)),
          text(`draft-${v.id}`, 'label', left, y, v.label[locale.lang], letter, { datum: v.datum }),
          ...seats(v, y + (wide ? 16 : 9), sheet),
          ...lines(`result-${v.id}`, 'note', left, y + (wide ? 78 : 45), rows, size + (wide ? 2 : 0), size + (wide ? 6 : 3), {
            datum: v.datum,
          }),
        ];
      }),
  ];
}

export function scene(votes: readonly Vote[], step: string, frame: Frame, locale: Locale): Scene {
  const id = step as Step;
  const marks = id === 'votes-council' ? council(votes, frame, locale) : assembly(votes, id, frame, locale);
  return { width: frame.width, height: frame.height, marks };
}
