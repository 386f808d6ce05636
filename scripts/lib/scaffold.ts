/**
 * Files for a new figure or chapter that pass every check as they stand: rows without a number (a gap, never an
 * invented one), steps that say what is to be written. Pure: names in, paths and texts out.
 */
export interface File {
  path: string;
  text: string;
}

export interface FigureNames {
  /** kebab-case, as in `content/figures/en/<name>.yaml`. */
  name: string;
  /** A source of the ledger that the example rows may cite until they have their own. */
  source: string;
  /** ISO day. */
  today: string;
}

/** `rice-price` -> `ricePrice`, the name it is imported by. */
export const camel = (name: string): string => name.replace(/-(\w)/g, (_m, c: string) => c.toUpperCase());

const steps = (name: string): [string, string] => [`${name}-first`, `${name}-second`];

/** The folder of code of a figure: two columns, each a bar or a gap. */
function code({ name, today }: FigureNames): File[] {
  const [first, second] = steps(name);
  const at = (file: string): string => `src/figures/${name}/${file}.ts`;
  return [
    {
      path: at('index'),
      text: `import { defineFigure } from '../types.ts';
import { data } from './data.ts';
import { describe } from './describe.ts';
import { scene } from './scene.ts';
import { steps } from './steps.ts';

export default defineFigure({
  name: '${name}',
  series: ['${name}'],
  steps,
  asOf: '${today}',
  map: false,
  data,
  scene,
  describe,
});
`,
    },
    {
      path: at('steps'),
      text: `/** The rows each step speaks of. */
export const STEPS = {
  '${first}': ['first'],
  '${second}': ['first', 'second'],
} as const satisfies Record<string, readonly string[]>;

export type Step = keyof typeof STEPS;
export const steps = Object.keys(STEPS) as Step[];
`,
    },
    {
      path: at('data'),
      text: `import { type Base, readRows } from '../rows.ts';
import type { FigureInput } from '../types.ts';

/** One row of the series. */
export interface Entry extends Base {
  date: string;
  /** In the series' unit; absent where nobody knows. */
  value: number | undefined;
}

/** Rows of \`${name}.csv\`, in the order of the file. */
export const data = (input: FigureInput): readonly Entry[] =>
  readRows(input, '${name}', (_row, cell) => ({ date: cell.date('date'), value: cell.number('value') }));
`,
    },
    {
      path: at('describe'),
      text: `import { columnsOf } from '../table.ts';
import type { Locale, TableModel } from '../types.ts';
import type { Entry } from './data.ts';

export function describe(rows: readonly Entry[], locale: Locale): TableModel {
  return {
    columns: columnsOf(locale, ['date', 'what', 'value'], ['value']),
    rows: rows.map((r) => ({
      datum: r.datum,
      cells: {
        date: locale.fmt.date(r.date),
        what: r.label[locale.lang],
        value: r.value === undefined ? null : locale.fmt.number(r.value),
      },
      status: r.status,
      sources: r.sources,
    })),
  };
}
`,
    },
    {
      path: at('scene'),
      text: `import { scaleLinear } from 'd3-scale';
import { line, rect, text } from '../../scene/marks.ts';
import type { Frame, Mark, Scene } from '../../scene/types.ts';
import type { Locale } from '../types.ts';
import type { Entry } from './data.ts';
import { STEPS, type Step } from './steps.ts';

export function scene(rows: readonly Entry[], step: string, frame: Frame, locale: Locale): Scene {
  const { width, height, text: size } = frame;
  const now = new Set<string>(STEPS[step as Step]);
  const left = width / 12;
  const base = height - size * 2.5;
  const y = scaleLinear([0, Math.max(1, ...rows.map((r) => r.value ?? 0))], [base, size * 3]);
  const band = (width - 2 * left) / rows.length;
  const marks = rows.flatMap((r, i): Mark[] => {
    const x = left + i * band + band * 0.2;
    const on = now.has(r.id);
    const top = r.value === undefined ? base - size * 4 : y(r.value);
    const said = r.value === undefined ? locale.label('none') : locale.fmt.number(r.value);
    return [
      rect(\`column-\${r.id}\`, r.value === undefined ? 'gap' : 'bar', x, top, band * 0.6, base - top, {
        tone: on ? 'accent' : 'soft',
        status: r.status,
        opacity: on ? 1 : 0.4,
        datum: r.datum,
      }),
      text(\`value-\${r.id}\`, 'label', x + band * 0.3, top - size * 0.5, said, size, { anchor: 'middle', opacity: on ? 1 : 0.4 }),
      text(\`date-\${r.id}\`, 'note', x + band * 0.3, base + size * 1.5, locale.fmt.date(r.date), size, { anchor: 'middle' }),
    ];
  });
  return { width, height, marks: [line('base', 'hair', left, base, width - left, base, { tone: 'soft' }), ...marks] };
}
`,
    },
  ];
}

/** Words for people, in both languages. */
export const WORDS = {
  en: {
    title: 'A takeaway, in one line of a phone',
    subtitle: 'Unit, place and period',
    description: 'Two columns, both still without a figure. Say here what the picture shows, for somebody who does not see it.',
    note: 'Say here how it was counted, and what is missing.',
    say: ['Say what the first step shows.', 'Say what the second step adds.'],
    none: 'no figure',
    caption: 'What the table holds',
    columns: { date: 'Date', what: 'What', value: 'Number' },
    row: ['What the first row counts', 'What the second row counts'],
  },
  fr: {
    title: 'Une conclusion, en une ligne',
    subtitle: 'Unité, lieu et période',
    description: 'Deux colonnes, toutes deux encore sans chiffre. Dire ici ce que montre l’image, pour qui ne la voit pas.',
    note: 'Dire ici comment on a compté, et ce qui manque.',
    say: ['Dire ce que montre la première étape.', 'Dire ce que la deuxième ajoute.'],
    none: 'pas de chiffre',
    caption: 'Ce que contient le tableau',
    columns: { date: 'Date', what: 'Quoi', value: 'Nombre' },
    row: ['Ce que compte la première ligne', 'Ce que compte la deuxième ligne'],
  },
} as const;

/** What a new series says of itself and of its rows. */
export const EXAMPLE = {
  note: 'An example row: give it its own number and source',
  description: 'What a row counts, and in which unit',
} as const;

function words(name: string, lang: 'en' | 'fr'): File {
  const w = WORDS[lang];
  const [first, second] = steps(name);
  const columns = Object.entries(w.columns)
    .map(([key, label]) => `${key}: ${label}`)
    .join(', ');
  return {
    path: `content/figures/${lang}/${name}.yaml`,
    text: `title: '${w.title}'
subtitle: '${w.subtitle}'
description: >-
  ${w.description}
note: '${w.note}'
steps:
  ${first}: { say: '${w.say[0]}' }
  ${second}: { say: '${w.say[1]}' }
labels:
  none: '${w.none}'
table:
  caption: '${w.caption}'
  columns: { ${columns} }
`,
  };
}

/** Every new file of a figure. What is there already (registry, descriptor) is changed by `withFigure` and `withSeries`. */
export function figureFiles(names: FigureNames): File[] {
  const { name, source, today } = names;
  const year = today.slice(0, 4);
  const row = (id: string, i: 0 | 1): string =>
    `${id},${year},,reported,"${WORDS.en.row[i]}","${WORDS.fr.row[i]}",${source},${EXAMPLE.note}`;
  const csv = `id,date,value,status,label_en,label_fr,source,note\n${row('first', 0)}\n${row('second', 1)}\n`;
  return [...code(names), words(name, 'en'), words(name, 'fr'), { path: `content/series/${name}.csv`, text: csv }];
}

/** The registry with one more figure: an import in its alphabetical place, and a line at the end of the list. */
export function withFigure(registry: string, name: string): string {
  const at = registry.indexOf('\n/** Every figure');
  const end = registry.lastIndexOf('\n] as unknown');
  if (at < 0 || end < 0) throw new Error('src/figures/registry.ts does not look as scripts/lib/scaffold.ts expects it');
  const pathOf = (line: string): string => /'(.*)'/.exec(line)?.[1] ?? '';
  const line = `import ${camel(name)} from './${name}/index.ts';`;
  const imports = registry.slice(0, at).trimEnd().split('\n');
  const before = imports.findIndex((other) => pathOf(other) > pathOf(line));
  imports.splice(before < 0 ? imports.length : before, 0, line);
  return `${imports.join('\n')}\n${registry.slice(at, end)}\n  ${camel(name)},${registry.slice(end)}`;
}

/** The Data Package with one more series. */
export function withSeries(descriptor: string, { name, today }: FigureNames): string {
  const pack = JSON.parse(descriptor) as { resources: object[] };
  const field = (key: string, type: string, description: string, constraints?: object) => ({
    name: key,
    type,
    description,
    ...(constraints && { constraints }),
  });
  pack.resources.push({
    name,
    path: `${name}.csv`,
    title: `Series ${name}`,
    description: EXAMPLE.description,
    type: 'table',
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    schema: {
      fields: [
        field('id', 'string', 'Row id, unique and permanent', { required: true, unique: true }),
        field('date', 'date', 'When; as exact as the source is'),
        field('value', 'number', 'The number; empty where the text gives none'),
        field('status', 'string', 'How sure: established, reported, alleged, disputed or estimate', {
          required: true,
          enum: ['established', 'reported', 'alleged', 'disputed', 'estimate'],
        }),
        field('label_en', 'string', 'What, in English'),
        field('label_fr', 'string', 'What, in French'),
        field('source', 'string', 'Source ids, separated by ;', { required: true }),
        field('note', 'string', 'Limits and remarks'),
      ],
      primaryKey: 'id',
      missingValues: [''],
    },
    licenses: [{ name: 'CC-BY-4.0', title: 'CC BY 4.0', path: 'https://creativecommons.org/licenses/by/4.0/' }],
    sources: [{ title: 'Named row by row' }],
    commercialUse: true,
    asOf: today,
  });
  return `${JSON.stringify(pack, undefined, 2)}\n`;
}
