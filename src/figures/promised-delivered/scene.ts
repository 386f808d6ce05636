import { circle, line, lines, rect, text, wrap } from '../../scene/marks.ts';
import type { Frame, Mark, Scene } from '../../scene/types.ts';
import type { Locale } from '../types.ts';
import type { Good, Goods, Item } from './data.ts';
import { amount } from './describe.ts';
import { STEPS, type Step, steps } from './steps.ts';

/** Left edge, edge between promise and delivery, right edge; a tonne's width; and where the rows begin. */
const LAYOUT = {
  compact: { left: 12, middle: 152, right: 348, tonne: 0.00064, head: 16, tops: { wheat: 26, fertiliser: 79, fuel: 121, mixed: 172 } },
  wide: { left: 36, middle: 312, right: 684, tonne: 0.00118, head: 34, tops: { wheat: 52, fertiliser: 154, fuel: 240, mixed: 342 } },
} as const satisfies Record<
  string,
  { left: number; middle: number; right: number; tonne: number; head: number; tops: Record<Exclude<Good, 'trade'>, number> }
>;

interface Sheet {
  wide: boolean;
  size: number;
  layout: (typeof LAYOUT)['compact'] | (typeof LAYOUT)['wide'];
  now: ReadonlySet<string>;
  past: ReadonlySet<string>;
}

const dim = (item: Item, { now }: Sheet): { opacity?: number } => (now.has(item.id) ? {} : { opacity: 0.5 });

/** When, in few words: the year, and on the wide sheet the month of what has one day. */
const when = ({ date, dateEnd }: Item, { wide }: Sheet, { fmt }: Locale): string =>
  dateEnd || !wide ? date.slice(0, 4) : fmt.shortDate(date.slice(0, 7));

/** A quantity as a bar on the one scale of tonnes; what has no quantity, or another unit, as a ring. */
function quantity(item: Item, x: number, y: number, sheet: Sheet): { marks: Mark[]; width: number } {
  const { wide, layout } = sheet;
  const high = wide ? 16 : 10;
  const style = {
    tone: item.kind === 'others' ? ('ink' as const) : ('russia' as const),
    status: item.status,
    datum: item.datum,
    ...dim(item, sheet),
  };
  const most = (item.unit === 'tonnes' && (item.high ?? item.value)) || 0;
  if (!most)
    return { marks: [circle(`ring-${item.id}`, 'ring', x + high / 2, y + high / 2, high / 2 - 1, { ...style, weight: 1.8 })], width: high };
  const width = most * layout.tonne;
  const role = item.kind === 'promised' ? 'outline' : 'bar';
  return {
    marks: [
      rect(`bar-${item.id}`, role, x, y, width, high, style),
      // The lower bound of a pledge stands inside its bar.
      ...(item.low === undefined
        ? []
        : [
            line(`low-${item.id}`, 'hair', x + item.low * layout.tonne, y, x + item.low * layout.tonne, y + high, {
              tone: 'russia',
              weight: 1.5,
              datum: item.datum,
              ...dim(item, sheet),
            }),
          ]),
    ],
    width,
  };
}

/** A delivery: its bar or ring, then how much, by whose word and when. */
function delivery(item: Item, y: number, sheet: Sheet, locale: Locale): Mark[] {
  const { wide, size, layout } = sheet;
  const { marks, width } = quantity(item, layout.middle, y, sheet);
  const words = locale.label(`by-${item.id}`, { n: amount(item, locale) ?? '', date: when(item, sheet, locale) });
  const letter = size + (wide ? 2 : 0);
  return [
    ...marks,
    text(`words-${item.id}`, 'label', layout.middle + width + 7, y + (wide ? 13.5 : 9.5), words, letter, {
      ...dim(item, sheet),
      datum: item.datum,
    }),
  ];
}

/** One good: its name, what was promised on the left, what came on the right. */
function row(good: Exclude<Good, 'trade'>, series: Goods, sheet: Sheet, locale: Locale): Mark[] {
  const { wide, size, layout, past } = sheet;
  const { left, middle, right } = layout;
  const top = layout.tops[good];
  const promise = series.of(good, 'promised').filter((i) => past.has(i.id));
  const [name, each] = wide ? [22, 28] : [13, 19];
  const first = top + name + (wide ? 14 : 7);
  const pledge = promise.find((i) => i.high !== undefined);
  return [
    line(`rule-${good}`, 'hair', left, top, right, top),
    ...(good === 'mixed' && !promise.length
      ? []
      : [text(`good-${good}`, 'head', left, top + name, locale.label(good), size + (wide ? 5 : 2))]),
    ...promise.flatMap((i): Mark[] => {
      const { marks, width } = quantity(i, left, first, sheet);
      const said = wrap(
        locale.label('promise', { n: amount(i, locale) ?? locale.label(wide ? 'soon-wide' : 'soon'), date: when(i, sheet, locale) }),
        middle - left - 20,
        size,
      );
      const beside = i.high === undefined;
      return [
        ...marks,
        ...lines(
          `said-${i.id}`,
          'label',
          beside ? left + width + 7 : left,
          beside ? first + (wide ? 13 : 9.5) : first + (wide ? 36 : 25),
          said,
          size,
          size + 3,
          { ...dim(i, sheet), datum: i.datum },
        ),
      ];
    }),
    ...series
      .of(good, 'delivered', 'others')
      .filter((i) => past.has(i.id))
      .flatMap((i, k) => delivery(i, top + (wide ? 16 : 8) + k * each, sheet, locale)),
    // A pledge with nothing documented after it is a gap, and says so.
    ...(pledge
      ? [
          rect('gap', 'gap', middle, first, right - middle, wide ? 16 : 10),
          ...lines('gap-words', 'note', middle, first + (wide ? 36 : 25), wrap(locale.label('none'), right - middle, size), size, size + 3),
        ]
      : []),
  ];
}

/** What leaders said of trade: words with their day, and an empty scale where the sum would stand. */
function trade(series: Goods, { wide, size, layout }: Sheet, locale: Locale): Mark[] {
  const { left, right } = layout;
  const [top, each] = wide ? [96, 92] : [56, 54];
  const words = series.of('trade', 'word');
  const foot = top + words.length * each;
  return [
    text('head-trade', 'head', left, wide ? 48 : 27, locale.label('trade'), wide ? 26 : 17),
    ...words.flatMap((i, k): Mark[] => {
      const y = top + k * each;
      const letter = wide ? 18 : 14;
      const rows = wrap(i.label[locale.lang], right - left - (wide ? 190 : 96), letter);
      return [
        line(`rule-${i.id}`, 'hair', left, y - (wide ? 32 : 19), right, y - (wide ? 32 : 19)),
        text(`day-${i.id}`, 'note', left, y, locale.fmt.shortDate(wide ? i.date : i.date.slice(0, 7)), size + (wide ? 1 : 0), {
          datum: i.datum,
        }),
        ...lines(`word-${i.id}`, 'label', left + (wide ? 190 : 96), y, rows, letter, letter + 4, { tone: 'ink', datum: i.datum }),
      ];
    }),
    rect('gap', 'gap', left, foot - (wide ? 20 : 12), right - left, wide ? 16 : 10),
    text('gap-words-0', 'note', left, foot + (wide ? 16 : 14), locale.label('no-sum'), size),
  ];
}

export function scene(series: Goods, step: string, frame: Frame, locale: Locale): Scene {
  const wide = frame.id === 'wide';
  const layout = LAYOUT[frame.id];
  const id = step as Step;
  const sheet: Sheet = {
    wide,
    size: frame.text,
    layout,
    now: new Set<string>(STEPS[id]),
    past: new Set<string>(steps.slice(0, steps.indexOf(id) + 1).flatMap((s) => [...STEPS[s]])),
  };
  const goods = ['wheat', 'fertiliser', 'fuel', 'mixed'] as const;
  const marks =
    id === 'trade-words'
      ? trade(series, sheet, locale)
      : [
          text('column-promised', 'note', layout.left, layout.head, locale.label('promised'), frame.text + (wide ? 1 : 0)),
          text('column-delivered', 'note', layout.middle, layout.head, locale.label('delivered'), frame.text + (wide ? 1 : 0)),
          ...goods.flatMap((good) => row(good, series, sheet, locale)),
        ];
  return { width: frame.width, height: frame.height, marks };
}
