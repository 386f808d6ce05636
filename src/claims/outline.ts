/**
 * A chapter as the audit and the page see it: which paragraphs, steps, facts and terms stand where.
 * Read from the MDX source, so that note numbers and complaints follow the author's own lines.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Heading, Paragraph, Root } from 'mdast';
import type { MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { parse as parseYaml } from 'yaml';
import { chapterSchema } from '../content.config.ts';
import { ContentError, type Problem } from '../lib/problem.ts';
import { explain, parseYaml as parseLines } from '../lib/records.ts';
import { ID_MARK } from '../prose/remark-paragraph-ids.ts';
import type { Lang } from '../scene/types.ts';

const MATTER = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/;

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
  facts: readonly string[];
}

export interface FactUse extends Located {
  via: 'Fact' | 'Cite';
  /** A Fact around the author's own words prints those, not its number. */
  words: boolean;
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
  blocks: readonly Block[];
  scenes: readonly SceneUse[];
  /** In document order, repeats included. */
  facts: readonly FactUse[];
  terms: readonly Located[];
  sides: readonly Located[];
  skips: readonly Located[];
  /** Component names used, for the rule that knows which exist. */
  components: readonly Located[];
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

const childrenOf = (node: Node): Node[] => ('children' in node && node.children ? (node.children as Node[]) : []);

/** Words of a node; `skip` leaves out what components of those names hold. */
function words(node: Node, skip: readonly string[] = []): string {
  if (isJsx(node) && skip.includes(node.name ?? '')) return ' ';
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
  const head = (matter ? parseYaml(matter[1] ?? '') : {}) as { slug?: string; number?: number };
  // Blank lines in place of the front matter keep every line number true.
  const body = matter ? matter[0].replace(/[^\n]/g, '') + source.slice(matter[0].length) : source;
  let tree: Root;
  try {
    tree = unified().use(remarkParse).use(remarkMdx).parse(body) as Root;
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
  const components: Located[] = [];
  const boxes = { BothSides: 0, Unknown: 0 };

  const visitJsx = (node: Jsx, line: number): void => {
    const name = node.name ?? '';
    components.push({ id: name, line });
    if (name === 'Scene') scenes.push({ figure: attribute(node, 'figure'), line, steps: [] });
    if (name === 'Step') scenes.at(-1)?.steps.push({ id: attribute(node, 'id'), line });
    if (name === 'Fact') facts.push({ id: attribute(node, 'id'), line, via: 'Fact', words: node.children.length > 0 });
    if (name === 'Cite')
      for (const id of attribute(node, 'ids').split(/\s+/).filter(Boolean)) facts.push({ id, line, via: 'Cite', words: false });
    if (name === 'Term') terms.push({ id: attribute(node, 'id'), line });
    if (name === 'Side') sides.push({ id: attribute(node, 'who'), line });
    if (name === 'ContentNote') skips.push({ id: attribute(node, 'skip'), line });
    if (name === 'BothSides' || name === 'Unknown') boxes[name]++;
  };
  const visit = (node: Node): void => {
    const line = node.position?.start.line ?? 0;
    if (isJsx(node)) visitJsx(node, line);
    const before = facts.length;
    for (const child of childrenOf(node)) visit(child);
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
        facts: facts.slice(before).map((f) => f.id),
      });
    }
  };
  visit(tree);
  return {
    file,
    lang: /[\\/]?fr[\\/][^\\/]+$/.test(file) ? 'fr' : 'en',
    slug: head.slug ?? '',
    number: head.number ?? 0,
    blocks,
    scenes,
    facts,
    terms,
    sides,
    skips,
    components,
    boxes,
    // A printed number with its unit counts as two words.
    words: blocks.reduce((sum, { text }) => sum + countWords(text), 0) + facts.filter((f) => f.via === 'Fact' && !f.words).length * 2,
  };
}

/** Holds the front matter of a chapter to its schema; Astro would do so too, but in its own words. */
function checkMatter(source: string, file: string): void {
  const problems: Problem[] = [];
  const parsed = parseLines(MATTER.exec(source)?.[1] ?? '', file, problems);
  const result = chapterSchema.safeParse(parsed.data ?? {});
  // The first line of the file is the fence.
  if (!result.success)
    for (const issue of result.error.issues) problems.push({ file, line: parsed.line(issue.path) + 1, ...explain(issue, parsed.data) });
  if (problems.length) throw new ContentError(problems);
}

/** Every chapter under `content/chapters`, in order of language and file. */
export function readChapters(root: string): ChapterOutline[] {
  return (['en', 'fr'] as const).flatMap((lang) => {
    const folder = join(root, 'content', 'chapters', lang);
    return readdirSync(folder)
      .filter((name) => name.endsWith('.mdx'))
      .sort()
      .map((name) => {
        const source = readFileSync(join(folder, name), 'utf8');
        const file = relative(root, join(folder, name));
        checkMatter(source, file);
        return parseChapter(source, file);
      });
  });
}
