import { circle, line, lines, path, rect, round, text, wrap } from '../../scene/marks.ts';
import { type Strip, strip, yearAxis } from '../../scene/strip.ts';
import type { Frame, Mark, Scene, Tone } from '../../scene/types.ts';
import type { Locale } from '../types.ts';
import type { Arms, Delivery, Supply } from './data.ts';
import { STEPS, type Step, steps } from './steps.ts';

/** Lanes by who sent what; each has its name's and its baseline's height on either sheet. */
const LANES = {
  aircraft: { tone: 'russia', compact: [18, 100], wide: [38, 178] },
  drones: { tone: 'ink', compact: [122, 166], wide: [218, 298] },
  vehicles: { tone: 'russia', compact: [188, 216], wide: [338, 402] },
} as const satisfies Record<string, { tone: Tone; compact: readonly [number, number]; wide: readonly [number, number] }>;
type Lane = keyof typeof LANES;
const laneOf = ({ kind }: Delivery): Lane => (kind === 'drone' ? 'drones' : kind === 'vehicle' ? 'vehicles' : 'aircraft');

/** Deliveries whose type stands over them where there is room. */
const TYPED: ReadonlySet<string> = new Set(['mi35-2017', 'mi171-2021', 'january-2023', 'tb2-2024', 'akinci-2024']);

interface Sheet {
  wide: boolean;
  size: number;
  s: Strip;
  /** Side of a unit square with its gap. */
  cell: number;
  now: ReadonlySet<string>;
}

/** `n` unit squares as one path, in rows that grow from `y` upwards, or downwards. */
function squares(n: number, x: number, y: number, cell: number, columns: number, down = false): string {
  const side = round(cell * 0.8);
  return Array.from({ length: n }, (_, i) => {
    const square = `h${side}v${side}h${-side}z`;
    // From its neighbour, in the same words each time: what repeats costs nothing on the wire.
    if (i % columns > 0) return `m${round(cell)},0${square}`;
    return `M${round(x)},${round(y + (Math.floor(i / columns) + (down ? 0 : 1)) * cell * (down ? 1 : -1))}${square}`;
  }).join('');
}

/** How many squares stand side by side: two from three on, so that ten are not a tower. */
const columnsOf = (n: number): number => (n > 2 ? 2 : 1);

/** A delivery at its date: its squares, a block where there are too many to draw, an open mark where nobody gave a number. */
function delivery(d: Delivery, base: number, tone: Tone, sheet: Sheet, locale: Locale): Mark[] {
  const { s, cell, wide, size, now } = sheet;
  const on = now.has(d.id);
  const style = { tone, status: d.status, datum: d.datum, opacity: on ? 1 : 0.45 };
  const n = d.value;
  const many = n !== undefined && n > 20;
  const width = n === undefined ? 0 : many ? cell * 4 : columnsOf(n) * cell;
  const r = wide ? 9 : 6.6;
  // Neighbours in time would lie on each other: the first of such a pair ends at its date.
  const x = s.x(d.date) - (d.id === 'tb2-2022' ? r + 2 : many ? width / 2 : 0);
  const shape =
    n === undefined
      ? circle(`unit-${d.id}`, 'ring', x, base - r - 1, r, { ...style, weight: 1.8 })
      : many
        ? rect(`unit-${d.id}`, 'bar', x - width / 2, base - cell * 2, width, cell * 2, style)
        : path(`unit-${d.id}`, 'bar', squares(n, x - width / 2, base, cell, columnsOf(n)), style);
  const top = n === undefined ? base - 2 * r - 3 : base - (many ? 2 : Math.ceil(n / columnsOf(n))) * cell - 2;
  const number = n === undefined ? locale.label('unknown') : `${locale.fmt.number(n)}${d.bound === 'exact' ? '' : '+'}`;
  const type = wide && on && TYPED.has(d.id) ? locale.label(`type-${d.id}`) : '';
  return [
    shape,
    ...(type ? [text(`type-${d.id}`, 'note', x, top - size - 6, type, size, { anchor: 'middle', datum: d.datum })] : []),
    ...(n === undefined
      ? [
          text(`number-${d.id}`, 'label', x, base - r - 1 + size * 0.35, number, size, {
            anchor: 'middle',
            tone,
            opacity: style.opacity,
            datum: d.datum,
          }),
        ]
      : [
          text(`number-${d.id}`, 'label', x, top - 2, number, size, {
            anchor: 'middle',
            tone: on ? 'ink' : 'soft',
            opacity: on ? 1 : 0.6,
            datum: d.datum,
          }),
        ]),
  ];
}

/** What the step's deliveries were, in words beside the lane's name. */
function words(lane: Lane, told: readonly Delivery[], sheet: Sheet, frame: Frame, step: Step, locale: Locale): Mark[] {
  const { s, wide, size } = sheet;
  const [name] = LANES[lane][frame.id];
  const width = s.right - s.left - (wide ? 20 : 0);
  const rows = wrap(locale.label(step.replace('deliveries-', 'told-')), lane === 'aircraft' ? width * 0.62 : width * 0.6, size);
  const first = told[0];
  return lines(`told-${step}`, 'note', s.left, name + size + (wide ? 8 : 4), rows, size, size + 3, {
    tone: 'ink',
    ...(first && { datum: first.datum }),
  });
}

function timeline({ deliveries }: Arms, step: Step, frame: Frame, locale: Locale): Mark[] {
  const wide = frame.id === 'wide';
  const s = strip('2017-01-01', '2026-01-01', wide ? 36 : 12, wide ? 690 : 350, wide ? 424 : 232);
  const sheet: Sheet = { wide, size: frame.text, s, cell: wide ? 15 : 8.6, now: new Set<string>(STEPS[step]) };
  const past = new Set<string>(steps.slice(0, steps.indexOf(step) + 1).flatMap((id) => [...STEPS[id]]));
  return [
    ...yearAxis('year', s, wide ? [2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025] : [2017, 2019, 2021, 2023, 2025], frame.text),
    ...(Object.keys(LANES) as Lane[]).flatMap((lane): Mark[] => {
      const { tone, [frame.id]: place } = LANES[lane];
      const [name, base] = place;
      const seen = deliveries.filter((d) => laneOf(d) === lane && past.has(d.id));
      const told = seen.filter((d) => sheet.now.has(d.id));
      const spoken = told.length > 0;
      return [
        line(`lane-${lane}`, 'hair', s.left, base, s.right, base),
        text(`name-${lane}`, spoken ? 'head' : 'label', s.left, name, locale.label(lane), frame.text + (spoken ? (wide ? 4 : 1.5) : 0), {
          tone: spoken ? 'ink' : 'soft',
        }),
        ...(spoken ? words(lane, told, sheet, frame, step, locale) : []),
        ...seen.flatMap((d) => delivery(d, base, tone, sheet, locale)),
      ];
    }),
  ];
}

/** SIPRI's count, a panel of its own: whole years, one row a supplier and kind, a square an item. */
function panel({ supplies }: Arms, frame: Frame, locale: Locale): Mark[] {
  const wide = frame.id === 'wide';
  const [left, right, first] = wide ? [36, 684, 96] : [12, 348, 52];
  const cell = wide ? 9.4 : 5.2;
  const columns = Math.floor((right - left) / cell);
  const size = frame.text + (wide ? 3 : 0.5);
  let y = first;
  const row = (s: Supply): Mark[] => {
    const rows = Math.ceil(s.value / columns);
    const at = y;
    y += (wide ? 42 : 23) + rows * cell + (wide ? 8 : 3);
    return [
      text(
        `sipri-${s.id}`,
        'label',
        left,
        at,
        locale.label('sipri-row', { supplier: locale.label(s.supplier), n: locale.fmt.number(s.value), what: s.label[locale.lang] }),
        size,
        { datum: s.datum },
      ),
      path(`sipri-squares-${s.id}`, 'bar', squares(s.value, left, at + (wide ? 10 : 5), cell, columns, true), {
        tone: s.supplier === 'russia' ? 'russia' : 'ink',
        datum: s.datum,
      }),
    ];
  };
  return [
    text('sipri-head', 'head', left, wide ? 48 : 26, locale.label('sipri'), wide ? 26 : 17),
    ...supplies.flatMap(row),
    text('sipri-credit', 'note', left, wide ? 446 : 246, locale.label('credit'), frame.text),
  ];
}

export function scene(series: Arms, step: string, frame: Frame, locale: Locale): Scene {
  const id = step as Step;
  const marks = id === 'deliveries-sipri' ? panel(series, frame, locale) : timeline(series, id, frame, locale);
  return { width: frame.width, height: frame.height, marks };
}
