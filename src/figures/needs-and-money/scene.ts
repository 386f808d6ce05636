import { line, lines, rect, text, wrap } from '../../scene/marks.ts';
import type { Frame, Mark, Scene } from '../../scene/types.ts';
import type { Locale } from '../types.ts';
import { yearOf, years } from '../whisker.ts';
import type { Plan } from './data.ts';
import type { Step } from './steps.ts';

const [FIRST, LAST] = [2021, 2026];

interface Sheet {
  wide: boolean;
  size: number;
  left: number;
  right: number;
  base: number;
  top: number;
}

/** The years a step speaks of. */
const SPOKEN: Record<Step, readonly number[]> = {
  'needs-people': [2021, 2022],
  'needs-2023': [2023],
  'needs-asked': [2021, 2022, 2023, 2024],
  'needs-gap': [2025],
  'needs-2026': [2026],
};

/** Part of a year's slot that its column takes: as wide as the words for a number that is missing. */
const COLUMN = 0.76;

/** Where the column of a year begins, and its width. */
const columnIn = (slots: ReturnType<typeof years>, year: number): [x: number, width: number] => [
  slots.x(year) + (slots.slot * (1 - COLUMN)) / 2,
  slots.slot * COLUMN,
];

/** The foot of the columns: base line and years. */
function foot({ wide, size, left, right, base }: Sheet): Mark[] {
  const slots = years(FIRST, LAST, left, right);
  return [
    line('base', 'hair', left, base, right, base, { tone: 'soft' }),
    ...Array.from({ length: LAST - FIRST + 1 }, (_, i) => FIRST + i).map((year) =>
      text(`year-${year}`, 'note', slots.x(year) + slots.slot / 2, base + size + (wide ? 6 : 4), String(year), size, { anchor: 'middle' }),
    ),
  ];
}

/** People: in need as an open column, those the plan aims at solid inside it. */
function people(rows: readonly Plan[], step: Step, sheet: Sheet, locale: Locale): Mark[] {
  const { wide, size, left, right, base, top } = sheet;
  const slots = years(FIRST, LAST, left, right);
  const y = (n: number): number => base - ((base - top) * n) / 9.4;
  return [
    text('head-people', 'head', left, wide ? 42 : 22, locale.label('head-people'), wide ? 22 : 15),
    ...rows
      .filter((r) => r.kind === 'need' || r.kind === 'target')
      .flatMap((r): Mark[] => {
        const year = yearOf(r);
        const on = SPOKEN[step].includes(year);
        const [x, width] = columnIn(slots, year);
        const top2 = y(r.value ?? 0);
        const style = { tone: on ? ('accent' as const) : ('soft' as const), status: r.status, opacity: on ? 1 : 0.5, datum: r.datum };
        const need = r.kind === 'need';
        return [
          rect(`${r.kind}-${year}`, need ? 'outline' : 'bar', x, top2, width, base - top2, { ...style, weight: 1.6 }),
          text(
            `number-${r.id}`,
            'label',
            x + width / 2,
            need ? top2 - (wide ? 8 : 5) : top2 - 4,
            locale.fmt.number(r.value ?? 0, 1),
            size,
            { anchor: 'middle', tone: on ? 'ink' : 'soft', datum: r.datum },
          ),
        ];
      }),
    text('key-people', 'note', left, wide ? 64 : 37, locale.label('key-people'), size),
  ];
}

/** Money: asked as an open column, received solid inside it, its share in words; a year without a figure is hatched. */
function money(rows: readonly Plan[], step: Step, sheet: Sheet, locale: Locale): Mark[] {
  const { wide, size, left, right, base, top } = sheet;
  const slots = years(FIRST, LAST, left, right);
  const y = (n: number): number => base - ((base - top) * n) / 830;
  const none = wrap(locale.label('gap'), slots.slot * COLUMN, size);
  const last = step === 'needs-2026' ? 2026 : step === 'needs-gap' ? 2025 : 2024;
  return [
    text('head-money', 'head', left, wide ? 42 : 22, locale.label('head-money'), wide ? 22 : 15),
    text('key-money', 'note', left, wide ? 64 : 37, locale.label('key-money'), size),
    ...Array.from({ length: last - FIRST + 1 }, (_, i) => FIRST + i).flatMap((year): Mark[] => {
      const of = (kind: Plan['kind']): Plan | undefined => rows.find((r) => r.kind === kind && yearOf(r) === year);
      const [asked, received, share] = [of('asked'), of('received'), of('share')];
      if (!asked) return [];
      const on = SPOKEN[step].includes(year);
      const [x, width] = columnIn(slots, year);
      const opacity = on ? 1 : 0.5;
      const tone = on ? ('accent' as const) : ('soft' as const);
      const yA = y(asked.value ?? 0);
      const style = { tone, opacity };
      // A share without an amount is drawn as that share of what was asked, and the note says so.
      const got = received?.value ?? (share?.value !== undefined ? ((asked.value ?? 0) * share.value) / 100 : undefined);
      const whose = received?.value === undefined ? (share ?? received) : received;
      return [
        rect(`asked-${year}`, 'outline', x, yA, width, base - yA, { ...style, status: asked.status, weight: 1.6, datum: asked.datum }),
        // The last year with the decimal that the sentence beside it has.
        text(
          `number-asked-${year}`,
          'label',
          x + width / 2,
          yA - (wide ? 8 : 5),
          locale.fmt.number(asked.value ?? 0, year === LAST ? 1 : 0),
          size,
          {
            anchor: 'middle',
            tone: on ? 'ink' : 'soft',
            datum: asked.datum,
          },
        ),
        ...(got !== undefined && whose
          ? [rect(`received-${year}`, 'bar', x, y(got), width, base - y(got), { ...style, status: whose.status, datum: whose.datum })]
          : year < 2026
            ? [
                rect(`gap-${year}`, 'gap', x, y(260), width, base - y(260), { ...(received && { datum: received.datum }) }),
                ...lines(`gap-words-${year}`, 'note', x + width / 2, y(260) - 5 - (none.length - 1) * (size + 1), none, size, size + 1, {
                  anchor: 'middle',
                }),
              ]
            : []),
        ...(share?.value !== undefined && got !== undefined
          ? [
              text(`share-${year}`, 'label', x + width / 2, y(got) - 5, locale.fmt.percent(share.value), size, {
                anchor: 'middle',
                tone: on ? 'accent' : 'soft',
                datum: share.datum,
              }),
            ]
          : []),
      ];
    }),
  ];
}

export function scene(rows: readonly Plan[], step: string, frame: Frame, locale: Locale): Scene {
  const id = step as Step;
  const wide = frame.id === 'wide';
  const [left, right, base, top] = wide ? [36, 690, 428, 104] : [12, 350, 232, 60];
  const sheet: Sheet = { wide, size: frame.text, left, right, base, top };
  const own = id === 'needs-people' || id === 'needs-2023' ? people(rows, id, sheet, locale) : money(rows, id, sheet, locale);
  return { width: frame.width, height: frame.height, marks: [...foot(sheet), ...own] };
}
