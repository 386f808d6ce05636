/**
 * Reads everything under `content/` once, checks each record against its schema, and remembers where
 * it stands, so that every later complaint can name file and line.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { z } from 'astro/zod';
import { csvParse } from 'd3-dsv';
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { contentMap } from '../content.config.ts';
import { ContentError, nearest, type Problem } from './problem.ts';

type Kind = keyof typeof contentMap;
type RecordOf<K extends Kind> = z.infer<(typeof contentMap)[K]['schema']>;

export type Fact = RecordOf<'facts'>;
export type Source = RecordOf<'sources'>;
export type Actor = RecordOf<'actors'>;
export type Place = RecordOf<'places'>;
export type Unit = RecordOf<'units'>;
export type Term = RecordOf<'glossaryEn'>;
export type Correction = RecordOf<'corrections'>;
export type Site = RecordOf<'site'>;
export type FigureWords = RecordOf<'figuresEn'>;
export type Resource = RecordOf<'series'>['resources'][number];

/** A record with its place in the files. */
export interface Located<T> {
  value: T;
  file: string;
  line: number;
}

/** A parsed series: rows as the CSV has them, and the line each stands on. */
export interface Series {
  resource: Resource;
  file: string;
  rows: readonly Readonly<Record<string, string>>[];
  lineOf(row: number): number;
}

export interface Content {
  root: string;
  facts: ReadonlyMap<string, Located<Fact>>;
  sources: ReadonlyMap<string, Located<Source>>;
  actors: ReadonlyMap<string, Located<Actor>>;
  units: ReadonlyMap<string, Located<Unit>>;
  places: ReadonlyMap<string, Located<Place>>;
  corrections: ReadonlyMap<string, Located<Correction>>;
  glossary: Readonly<Record<'en' | 'fr', ReadonlyMap<string, Located<Term>>>>;
  ui: Readonly<Record<'en' | 'fr', Located<Readonly<Record<string, string>>>>>;
  figures: Readonly<Record<'en' | 'fr', ReadonlyMap<string, Located<FigureWords>>>>;
  site: Located<Site>;
  series: ReadonlyMap<string, Series>;
}

interface Parsed {
  data: unknown;
  /** Line of a path of keys and indexes inside the file; 0 if it cannot be told. */
  line(path: readonly PropertyKey[]): number;
}

/** YAML and JSON (a subset of it) with line numbers; syntax errors become problems. */
function parseYaml(text: string, file: string, problems: Problem[]): Parsed {
  const counter = new LineCounter();
  const doc = parseDocument(text, { lineCounter: counter, uniqueKeys: true });
  for (const error of doc.errors) {
    const line = counter.linePos(error.pos[0]).line;
    problems.push({
      file,
      line,
      rule: 'syntax',
      found: error.message.split('\n')[0] ?? '',
      allowed: 'well-formed YAML or JSON',
      hint: 'Check quotes, colons and indentation on this line.',
    });
  }
  const line = (path: readonly PropertyKey[]): number => {
    let node: unknown = doc.contents;
    let offset = 0;
    for (const key of path) {
      if (isMap(node)) {
        const pair = node.items.find((item) => isScalar(item.key) && item.key.value === key);
        if (!pair) break;
        if (isScalar(pair.key) && pair.key.range) offset = pair.key.range[0];
        node = pair.value;
      } else if (isSeq(node)) {
        node = node.items[Number(key)];
        const range = (node as { range?: [number, number, number] } | undefined)?.range;
        if (range) offset = range[0];
      } else break;
    }
    return counter.linePos(offset).line;
  };
  return { data: doc.errors.length ? undefined : doc.toJS(), line };
}

/** CSV whose every row has as many fields as the header; anything else is reported, nothing is guessed. */
function parseCsv(text: string, file: string, problems: Problem[]): { rows: Record<string, string>[]; lines: number[]; columns: string[] } {
  const lines = csvLines(text);
  const parsed = csvParse(text);
  const header = parsed.columns;
  const counted = csvCounts(text);
  counted.forEach((n, i) => {
    if (i > 0 && n !== header.length) {
      problems.push({
        file,
        line: lines[i] ?? 0,
        rule: 'csv-shape',
        found: `${n} fields`,
        allowed: `${header.length} fields, as in the header`,
        hint: 'A comma inside a field needs the field in double quotes.',
      });
    }
  });
  return { rows: parsed.map((row) => ({ ...row })), lines: lines.slice(1), columns: [...header] };
}

/** The line each CSV record begins on; quoted fields may hold line breaks. */
function csvLines(text: string): number[] {
  const starts: number[] = [];
  let quoted = false;
  let line = 1;
  let fresh = true;
  for (const c of text) {
    if (fresh && c !== '\n') {
      starts.push(line);
      fresh = false;
    }
    if (c === '"') quoted = !quoted;
    if (c === '\n') {
      line++;
      if (!quoted) fresh = true;
    }
  }
  return starts;
}

/** How many fields each CSV record has. */
function csvCounts(text: string): number[] {
  const counts: number[] = [];
  let quoted = false;
  let n = 1;
  let empty = true;
  for (const c of text) {
    if (c === '"') quoted = !quoted;
    else if (c === ',' && !quoted) n++;
    if (c === '\n' && !quoted) {
      if (!empty) counts.push(n);
      n = 1;
      empty = true;
    } else if (c !== '\r') empty = false;
  }
  if (!empty) counts.push(n);
  return counts;
}

/** Puts a Zod issue into the words of an editor: field, what was found, what is allowed, a hint. */
function explain(issue: z.core.$ZodIssue, data: unknown): Pick<Problem, 'rule' | 'found' | 'allowed' | 'hint'> {
  const field = issue.path.map(String).join('.') || '(the whole record)';
  const value = issue.path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], data);
  const shown = value === undefined ? 'nothing' : JSON.stringify(value)?.slice(0, 80);
  const found = `${field}: ${shown}`;
  switch (issue.code) {
    case 'unrecognized_keys':
      return {
        rule: 'schema',
        found: `unknown field ${issue.keys.join(', ')} in ${field}`,
        allowed: 'only the fields in src/content.config.ts',
        hint: 'Check the spelling of the field.',
      };
    case 'invalid_value': {
      const allowed = issue.values.map(String);
      const guess = nearest(String(value), allowed);
      return {
        rule: 'schema',
        found,
        allowed: allowed.join(', '),
        hint: guess ? `Did you mean "${guess}"?` : 'Use one of the allowed words.',
      };
    }
    case 'invalid_type':
      return {
        rule: 'schema',
        found,
        allowed: `a ${issue.expected}`,
        hint: value === undefined ? 'The field is required.' : 'Quote text that looks like a number or a date.',
      };
    default:
      return { rule: 'schema', found, allowed: issue.message, hint: 'See the schema in src/content.config.ts.' };
  }
}

/** The files of one kind, as paths from the root. */
function filesOf(root: string, kind: Kind): string[] {
  const { path, ext } = contentMap[kind];
  const full = join(root, 'content', path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [full];
  return readdirSync(full)
    .filter((name) => name.endsWith(`.${ext}`))
    .sort()
    .map((name) => join(full, name));
}

interface Read {
  file: string;
  line: number;
  data: unknown;
  name: string;
}

function readKind(root: string, kind: Kind, problems: Problem[]): Read[] {
  const { ext, shape } = contentMap[kind];
  const files = filesOf(root, kind);
  if (files.length === 0) {
    problems.push({
      file: `content/${contentMap[kind].path}`,
      line: 0,
      rule: 'missing-file',
      found: 'no such file',
      allowed: `a ${ext} file`,
      hint: 'Restore it from version control, or add an empty list.',
    });
  }
  return files.flatMap((full) => {
    const file = relative(root, full);
    const text = readFileSync(full, 'utf8');
    const name =
      file
        .split('/')
        .at(-1)
        ?.replace(/\.\w+$/, '') ?? '';
    if (ext === 'csv') {
      const { rows, lines } = parseCsv(text, file, problems);
      return rows.map((data, i) => ({ file, line: lines[i] ?? 0, data, name }));
    }
    const parsed = parseYaml(text, file, problems);
    if (parsed.data === undefined) return [];
    if (shape === 'one') return [check(kind, { file, line: 1, data: parsed.data, name }, parsed, [], problems)];
    if (!Array.isArray(parsed.data)) {
      problems.push({
        file,
        line: 1,
        rule: 'schema',
        found: typeof parsed.data,
        allowed: 'a list of records',
        hint: 'Begin each record with "- id: …".',
      });
      return [];
    }
    return parsed.data.map((data, i) => check(kind, { file, line: parsed.line([i]), data, name }, parsed, [i], problems));
  });
}

/** Validates one record and swaps its data for the parsed form (defaults filled in). */
function check(kind: Kind, read: Read, parsed: Parsed, path: readonly PropertyKey[], problems: Problem[]): Read {
  const result = contentMap[kind].schema.safeParse(read.data);
  if (result.success) return { ...read, data: result.data };
  for (const issue of result.error.issues) {
    problems.push({ file: read.file, line: parsed.line([...path, ...issue.path]), ...explain(issue, read.data) });
  }
  return { ...read, data: undefined };
}

/** Index by id; a second record with the same id is a problem, not an overwrite. */
function byId<T extends { id: string }>(reads: readonly Read[], problems: Problem[]): Map<string, Located<T>> {
  const map = new Map<string, Located<T>>();
  for (const { file, line, data } of reads) {
    if (data === undefined) continue;
    const value = data as T;
    const first = map.get(value.id);
    if (first) {
      problems.push({
        file,
        line,
        rule: 'duplicate-id',
        found: `id "${value.id}" again`,
        allowed: 'each id once',
        hint: `It stands first at ${first.file}:${first.line}.`,
      });
    } else map.set(value.id, { value, file, line });
  }
  return map;
}

/**
 * Reads and validates all content under `<root>/content`. Throws a `ContentError` listing every
 * problem of syntax and shape; what records say to each other is the audit's business.
 */
export function readContent(root: string): Content {
  const problems: Problem[] = [];
  const reads = Object.fromEntries((Object.keys(contentMap) as Kind[]).map((kind) => [kind, readKind(root, kind, problems)])) as Record<
    Kind,
    Read[]
  >;
  const places = reads.places.map((read) => check('places', read, { data: read.data, line: () => read.line }, [], problems));
  const one = <T>(kind: Kind): Located<T> => {
    const [read] = reads[kind];
    return { value: (read?.data ?? {}) as T, file: read?.file ?? '', line: 1 };
  };
  const named = <T>(kind: Kind) =>
    new Map(reads[kind].filter((r) => r.data !== undefined).map((r) => [r.name, { value: r.data as T, file: r.file, line: 1 }]));
  const series = new Map<string, Series>();
  for (const resource of one<RecordOf<'series'>>('series').value.resources ?? []) {
    const file = `content/series/${resource.path}`;
    if (!existsSync(join(root, file))) {
      problems.push({
        file: 'content/series/datapackage.json',
        line: 0,
        rule: 'missing-series',
        found: `path "${resource.path}"`,
        allowed: 'a CSV file beside the descriptor',
        hint: 'Without its data file a figure cannot be built.',
      });
      continue;
    }
    const { rows, lines, columns } = parseCsv(readFileSync(join(root, file), 'utf8'), file, problems);
    checkSeries(resource, file, rows, lines, columns, problems);
    series.set(resource.name, { resource, file, rows, lineOf: (i) => lines[i] ?? 0 });
  }
  const content: Content = {
    root,
    facts: byId(reads.facts, problems),
    sources: byId(reads.sources, problems),
    actors: byId(reads.actors, problems),
    units: byId(reads.units, problems),
    places: byId(places, problems),
    corrections: byId(reads.corrections, problems),
    glossary: { en: byId(reads.glossaryEn, problems), fr: byId(reads.glossaryFr, problems) },
    ui: { en: one('uiEn'), fr: one('uiFr') },
    figures: { en: named('figuresEn'), fr: named('figuresFr') },
    site: one('site'),
    series,
  };
  if (problems.length) throw new ContentError(problems);
  return content;
}

/** Holds the rows of a series to the fields its descriptor declares. */
function checkSeries(
  resource: Resource,
  file: string,
  rows: readonly Record<string, string>[],
  lines: readonly number[],
  columns: readonly string[],
  problems: Problem[],
): void {
  const declared = resource.schema.fields.map((f) => f.name);
  if (columns.join() !== declared.join()) {
    problems.push({
      file,
      line: 1,
      rule: 'csv-header',
      found: columns.join(', '),
      allowed: declared.join(', '),
      hint: 'Header and datapackage.json must name the same fields in the same order.',
    });
    return;
  }
  const seen = new Set<string>();
  rows.forEach((row, i) => {
    const line = lines[i] ?? 0;
    const bad = (found: string, allowed: string, hint: string) => problems.push({ file, line, rule: 'csv-value', found, allowed, hint });
    for (const { name, type, constraints } of resource.schema.fields) {
      const value = row[name] ?? '';
      if (value === '') {
        if (constraints?.required) bad(`${name}: empty`, 'a value', 'Empty means "no figure"; this field may not be empty.');
        continue;
      }
      if ((type === 'number' && !Number.isFinite(Number(value))) || (type === 'integer' && !/^-?\d+$/.test(value)))
        bad(`${name}: "${value}"`, `a ${type}`, 'Digits, a point for decimals, no thousands separator, no unit.');
      if (type === 'date' && !/^\d{4}(-\d\d(-\d\d)?)?$/.test(value))
        bad(`${name}: "${value}"`, 'YYYY, YYYY-MM or YYYY-MM-DD', 'Write dates as ISO 8601.');
      if (constraints?.enum && !constraints.enum.includes(value))
        bad(
          `${name}: "${value}"`,
          constraints.enum.join(', '),
          nearest(value, constraints.enum) ? `Did you mean "${nearest(value, constraints.enum)}"?` : 'Use one of the allowed words.',
        );
    }
    const key = row[resource.schema.primaryKey] ?? '';
    if (seen.has(key)) bad(`${resource.schema.primaryKey}: "${key}" again`, 'each row once', 'Give the row an id of its own.');
    seen.add(key);
  });
}
