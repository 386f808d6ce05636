/**
 * A chapter as the audit and the page see it: which paragraphs, steps, facts and terms stand where.
 * Read from the MDX source, so that note numbers and complaints follow the author's own lines.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Heading, Paragraph, Root } from 'mdast';
import type { MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { chapterSchema, pageSchema, shortSchema, type teachSchema } from '../content.config.ts';
import { characterProblems } from '../lib/characters.ts';
import { ContentError, type Problem } from '../lib/problem.ts';
import { explain, parseYaml as parseLines } from '../lib/records.ts';
import { ID_MARK } from '../prose/remark-paragraph-ids.ts';
import type { Lang } from '../scene/types.ts';

const MATTER = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/;
/** Fields of the front matter that are printed. */
const HEADS = ['title', 'question', 'standfirst', 'description'] as const;
/** Components whose words stand apart from the open text. */
const PLACES = ['Step', 'Side', 'Unknown', 'ContentNote'];
/** MDX that would print or run something no rule can read. */
const CODE = ['mdxTextExpression', 'mdxFlowExpression', 'mdxjsEsm', 'inlineCode', 'code', 'html', 'image', 'imageReference'];
/** Levels of a tree of prose: a scene, a step, a paragraph, a fact, its words are five. */
const DEEPEST = 40;
const COMMENT = /^\s*(?:\/\*[\s\S]*\*\/\s*)?$/;

export interface Located {
  id: string;
  line: number;
}

/** A paragraph or heading with its permanent id (empty where the author forgot it). */
export interface Block extends Located {
  /** Its words, without components' own output; `Fact` and `Term` words count as the author wrote them. */
  text: string;
  /** The same without what stands inside a `<Fact>`: where a number has to answer for itself. */
  bare: string;
  heading: boolean;
  /** 2 for `##`, 0 for a paragraph. */
  depth: number;
  /** The step, side or box it stands in, such as `Step north-gao`; empty in the open text. */
  inside: string;
  /** Facts and cites in its order, such as `Fact days`: one language may not print what the other only notes. */
  facts: readonly string[];
}

/** A line of the front matter that readers see. */
export interface Head {
  field: (typeof HEADS)[number];
  line: number;
  text: string;
}

/** A component as it is written: its name, and the attributes it was given. */
export interface ComponentUse extends Located {
  attributes: Readonly<Record<string, string>>;
}

export interface FactUse extends Located {
  /** A Card shows the claim itself, so it needs no note. */
  via: 'Fact' | 'Cite' | 'Card';
  /** A Fact around the author's own words prints those, not its number; empty where there are none. */
  words: string;
}

export interface SceneUse {
  figure: string;
  line: number;
  steps: readonly Located[];
}

export interface ChapterOutline {
  file: string;
  lang: Lang;
  slug: string;
  number: number;
  /** Events are told up to this day. */
  asOf: string;
  published: string;
  updated: string;
  heads: readonly Head[];
  blocks: readonly Block[];
  scenes: readonly SceneUse[];
  /** In document order, repeats included. */
  facts: readonly FactUse[];
  terms: readonly Located[];
  sides: readonly Located[];
  skips: readonly Located[];
  /** Components used, for the rule that knows which exist. */
  components: readonly ComponentUse[];
  /** What is neither prose nor a component: expressions, imports, code, pictures. Comments may stand. */
  code: readonly Located[];
  /** Addresses that links lead to. */
  links: readonly Located[];
  /** How many boxes of each kind. */
  boxes: Readonly<Record<'BothSides' | 'Unknown', number>>;
  words: number;
}

type Jsx = MdxJsxFlowElement | MdxJsxTextElement;
type Node = Root | Root['children'][number] | { type: string; children?: Node[]; value?: string; position?: { start: { line: number } } };

const isJsx = (node: Node): node is Jsx => node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';

function attribute(node: Jsx, name: string): string {
  const found = node.attributes.find((a): a is MdxJsxAttribute => a.type === 'mdxJsxAttribute' && a.name === name);
  return typeof found?.value === 'string' ? found.value : '';
}

const idsOf = (node: Jsx): string[] => attribute(node, 'ids').split(/\s+/).filter(Boolean);

const childrenOf = (node: Node): Node[] => ('children' in node && node.children ? (node.children as Node[]) : []);

/** How deep the deepest node stands, counted level by level: a stack of calls is what it is to protect. */
function depthOf(tree: Node): number {
  let depth = 0;
  for (let level = [tree]; level.length; depth++) level = level.flatMap(childrenOf);
  return depth;
}

/** Words of a node; `skip` leaves out what components of those names hold. A printed number with its unit counts as two words. */
function words(node: Node, skip: readonly string[] = []): string {
  if (isJsx(node) && skip.includes(node.name ?? '')) return ' ';
  if (isJsx(node) && node.name === 'Fact' && node.children.length === 0) return 'N N';
  if ('value' in node && node.type === 'text') return node.value ?? '';
  return childrenOf(node)
    .map((child) => words(child, skip))
    .join('');
}

const clean = (text: string): string => text.replace(ID_MARK, '').replace(/\s+/g, ' ').trim();
export const countWords = (text: string): number => text.split(/\s+/).filter((w) => /[\p{L}\d]/u.test(w)).length;

/** Parses one chapter. Throws a `ContentError` with file and line where the MDX is not well formed. */
export function parseChapter(source: string, file: string): ChapterOutline {
  const matter = MATTER.exec(source);
  const head = parseLines(matter?.[1] ?? '', file, []);
  const fields = (head.data ?? {}) as Partial<Record<(typeof HEADS)[number] | 'slug' | 'asOf' | 'published' | 'updated', string>> & {
    number?: number;
  };
  // Blank lines in place of the front matter keep every line number true.
  const body = matter ? matter[0].replace(/[^\n]/g, '') + source.slice(matter[0].length) : source;
  let tree: Root;
  try {
    tree = unified().use(remarkParse).use(remarkMdx).parse(body) as Root;
    if (depthOf(tree) > DEEPEST) throw new RangeError('quotes or lists in each other, deeper than any reader follows');
  } catch (error) {
    const {
      line,
      place,
      reason = String(error),
    } = error as { line?: number; place?: { start?: { line: number }; line?: number }; reason?: string };
    // "Expected a closing tag for <Scene> (10:1-10:22)": the tag left open is the line to mend.
    const open = /\((\d+):/.exec(reason)?.[1];
    throw new ContentError([
      {
        file,
        line: Number(open ?? line ?? place?.start?.line ?? place?.line ?? 0),
        rule: 'mdx-syntax',
        found: reason,
        allowed: 'well-formed MDX',
        hint: 'Check that every component is closed and stands on lines of its own.',
      },
    ]);
  }
  const blocks: Block[] = [];
  const scenes: { figure: string; line: number; steps: Located[] }[] = [];
  const facts: FactUse[] = [];
  const terms: Located[] = [];
  const sides: Located[] = [];
  const skips: Located[] = [];
  const components: ComponentUse[] = [];
  const code: Located[] = [];
  const links: Located[] = [];
  const strange: Problem[] = [];
  const inside: string[] = [];
  const boxes = { BothSides: 0, Unknown: 0 };

  const visitJsx = (node: Jsx, line: number): void => {
    const name = node.name ?? '';
    const attributes = node.attributes.map((a) =>
      a.type === 'mdxJsxAttribute' ? [a.name, typeof a.value === 'string' ? a.value : ''] : ['{…}', ''],
    );
    components.push({ id: name, line, attributes: Object.fromEntries(attributes) });
    if (name === 'Scene') scenes.push({ figure: attribute(node, 'figure'), line, steps: [] });
    if (name === 'Step') scenes.at(-1)?.steps.push({ id: attribute(node, 'id'), line });
    if (name === 'Fact') {
      const own = node.children.map((child) => words(child)).join('');
      facts.push({ id: attribute(node, 'id'), line, via: 'Fact', words: clean(own) });
    }
    // Cards of a lesson are claims shown too.
    if (name === 'Card') facts.push({ id: attribute(node, 'id'), line, via: 'Card', words: '' });
    if (name === 'LadderKey') for (const id of idsOf(node)) facts.push({ id, line, via: 'Card', words: '' });
    if (name === 'Cite') for (const id of idsOf(node)) facts.push({ id, line, via: 'Cite', words: '' });
    if (name === 'Term') terms.push({ id: attribute(node, 'id'), line });
    if (name === 'Side') sides.push({ id: attribute(node, 'who'), line });
    if (name === 'ContentNote') skips.push({ id: attribute(node, 'skip'), line });
    if (name === 'BothSides' || name === 'Unknown') boxes[name]++;
  };
  const visit = (node: Node): void => {
    const line = node.position?.start.line ?? 0;
    if (isJsx(node)) visitJsx(node, line);
    const written = isJsx(node) ? node.attributes.map(({ value }) => (typeof value === 'string' ? value : '')).join(' ') : '';
    strange.push(...characterProblems(node.type === 'text' && 'value' in node ? (node.value ?? '') : written, file, line));
    const value = 'value' in node ? (node.value ?? '') : node.type;
    if (CODE.includes(node.type) && !COMMENT.test(value)) code.push({ id: clean(value), line });
    if ('url' in node && !CODE.includes(node.type)) links.push({ id: `${node.url}`, line });
    const before = facts.length;
    const place =
      isJsx(node) && PLACES.includes(node.name ?? '') ? `${node.name} ${attribute(node, 'id') || attribute(node, 'who')}`.trim() : '';
    if (place) inside.push(place);
    for (const child of childrenOf(node)) visit(child);
    if (place) inside.pop();
    if (node.type === 'paragraph' || node.type === 'heading') {
      const block = node as Paragraph | Heading;
      const last = block.children.at(-1);
      const id = last?.type === 'text' ? (ID_MARK.exec(last.value)?.[1] ?? '') : '';
      blocks.push({
        id,
        line,
        text: clean(words(node, ['Cite'])),
        bare: clean(words(node, ['Cite', 'Fact'])),
        heading: node.type === 'heading',
        depth: block.type === 'heading' ? block.depth : 0,
        inside: inside.join(' > '),
        facts: facts.slice(before).map((f) => `${f.via} ${f.id}`),
      });
    }
  };
  visit(tree);
  if (strange.length) throw new ContentError(strange);
  return {
    file,
    lang: /[\\/]?fr[\\/][^\\/]+$/.test(file) ? 'fr' : 'en',
    slug: fields.slug ?? '',
    number: fields.number ?? 0,
    asOf: fields.asOf ?? '',
    published: fields.published ?? '',
    updated: fields.updated ?? '',
    // The first line of the file is the fence.
    heads: HEADS.flatMap((field) => (fields[field] ? [{ field, line: head.line([field]) + 1, text: fields[field] }] : [])),
    blocks,
    scenes,
    facts,
    terms,
    sides,
    skips,
    components,
    code,
    links,
    boxes,
    words: blocks.reduce((sum, { text }) => sum + countWords(text), 0),
  };
}

type ProseSchema = typeof chapterSchema | typeof pageSchema | typeof shortSchema | typeof teachSchema;

/** The front matter of a file of prose, unchecked. */
export const matterOf = (root: string, file: string): unknown =>
  parseLines(MATTER.exec(readFileSync(join(root, file), 'utf8'))?.[1] ?? '', file, []).data;

/** Holds the front matter to its schema; Astro would do so too, but in its own words. */
function checkMatter(source: string, file: string, schema: ProseSchema): Problem[] {
  const problems: Problem[] = [];
  const parsed = parseLines(MATTER.exec(source)?.[1] ?? '', file, problems);
  // The first line of the file is the fence. What does not parse has no fields to miss.
  if (problems.length) return problems.map((p) => ({ ...p, line: p.line + 1 }));
  const result = schema.safeParse(parsed.data ?? {});
  if (result.success) return [];
  return result.error.issues.map((issue) => ({ file, line: parsed.line(issue.path) + 1, ...explain(issue, parsed.data) }));
}

/** Reads a folder of prose in both languages, in order of language and file. Throws a `ContentError` with the problems of all. */
export function readProse(root: string, kind: string, schema: ProseSchema): ChapterOutline[] {
  const problems: Problem[] = [];
  const outlines = (['en', 'fr'] as const).flatMap((lang) => {
    const folder = join(root, 'content', kind, lang);
    if (!existsSync(folder)) return [];
    const names = readdirSync(folder).filter((name) => name.endsWith('.mdx'));
    return names.sort().flatMap((name) => {
      const source = readFileSync(join(folder, name), 'utf8');
      const file = relative(root, join(folder, name));
      problems.push(...checkMatter(source, file, schema));
      try {
        return [parseChapter(source, file)];
      } catch (error) {
        if (!(error instanceof ContentError)) throw error;
        problems.push(...error.problems);
        return [];
      }
    });
  });
  if (problems.length) throw new ContentError(problems);
  return outlines;
}

/** Every chapter under `content/chapters`. */
export const readChapters = (root: string): ChapterOutline[] => readProse(root, 'chapters', chapterSchema);

/** The pages of plain prose under `content/pages`: method, about, accessibility. */
export const readPages = (root: string): ChapterOutline[] => readProse(root, 'pages', pageSchema);

/** The short versions of the chapters, under `content/short`. */
export const readShorts = (root: string): ChapterOutline[] => readProse(root, 'short', shortSchema);
