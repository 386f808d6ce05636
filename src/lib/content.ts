/**
 * Reads everything under `content/` once, checks each record against its schema, and remembers where
 * it stands, so that every later complaint can name file and line.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { z } from 'astro/zod';
import { contentMap } from '../content.config.ts';
import { checkSeries, parseCsv } from './csv.ts';
import { hostSchema } from './host-schema.ts';
import { ContentError, type Problem } from './problem.ts';
import { explain, type Parsed, parseYaml } from './records.ts';

type Kind = keyof typeof contentMap;
type RecordOf<K extends Kind> = z.infer<(typeof contentMap)[K]['schema']>;

export type Fact = RecordOf<'facts'>;
export type Source = RecordOf<'sources'>;
export type Actor = RecordOf<'actors'>;
export type Place = RecordOf<'places'>;
export type Phase = RecordOf<'phases'>;
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
  phases: ReadonlyMap<string, Located<Phase>>;
  glossary: Readonly<Record<'en' | 'fr', ReadonlyMap<string, Located<Term>>>>;
  ui: Readonly<Record<'en' | 'fr', Located<Readonly<Record<string, string>>>>>;
  figures: Readonly<Record<'en' | 'fr', ReadonlyMap<string, Located<FigureWords>>>>;
  site: Located<Site>;
  /** The file that says what the house is: `HOST_FILE`, or content/site.yaml itself. */
  hostFile: string;
  series: ReadonlyMap<string, Series>;
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

/** What `HOST_FILE` says in place of content/site.yaml; nothing where there is none. */
function readHost(root: string, file: string | undefined, problems: Problem[]): z.infer<typeof hostSchema> {
  if (!file) return {};
  const parsed = parseYaml(readFileSync(resolve(root, file), 'utf8'), file, problems);
  if (parsed.data === undefined) return {};
  const result = hostSchema.safeParse(parsed.data);
  if (result.success) return result.data;
  for (const issue of result.error.issues) problems.push({ file, line: parsed.line(issue.path), ...explain(issue, parsed.data) });
  return {};
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
 * Reads and validates all content under `<root>/content`, and what the host says of itself in `hostFile`. Throws a
 * `ContentError` listing every problem of syntax and shape; what records say to each other is the audit's business.
 */
export function readContent(root: string, hostFile = process.env.HOST_FILE): Content {
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
  const site = one<Site>('site');
  const content: Content = {
    root,
    facts: byId(reads.facts, problems),
    sources: byId(reads.sources, problems),
    actors: byId(reads.actors, problems),
    units: byId(reads.units, problems),
    places: byId(places, problems),
    corrections: byId(reads.corrections, problems),
    phases: byId(reads.phases, problems),
    glossary: { en: byId(reads.glossaryEn, problems), fr: byId(reads.glossaryFr, problems) },
    ui: { en: one('uiEn'), fr: one('uiFr') },
    figures: { en: named('figuresEn'), fr: named('figuresFr') },
    site: { ...site, value: { ...site.value, ...readHost(root, hostFile, problems) } },
    hostFile: hostFile || site.file,
    series,
  };
  if (problems.length) throw new ContentError(problems);
  return content;
}
