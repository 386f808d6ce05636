/** The print edition: the same prose, with a picture a step and everything that is opened elsewhere numbered at the end. */
import type { ChapterOutline } from '../claims/outline.ts';
import type { Lang } from '../scene/types.ts';
import { type DrawnSteps, drawSteps, figureNamed } from './figure.ts';
import { chapterHref, chapterPath } from './links.ts';
import type { PageContext } from './page.ts';
import { siteContent, WRITTEN } from './site.ts';

/** Where a chapter's print page lies under it, and the whole under its language. */
export const PRINT: Record<Lang, string> = { en: 'print', fr: 'imprimer' };

/** The path of a chapter's print page, or of the whole; throws where there is no such chapter. */
export function printPath(lang: Lang, number?: number): string {
  if (number === undefined) return `${lang}/${PRINT[lang]}/`;
  return `${chapterPath(lang, number)}${PRINT[lang]}/`;
}

/** The same path in both languages. */
export const printPaths = (number?: number): Record<Lang, string> =>
  Object.fromEntries(WRITTEN.map((lang) => [lang, printPath(lang, number)])) as Record<Lang, string>;

/** The path of the whole as an e-book. */
export const epubPath = (lang: Lang): string => `epub/mali-${lang}.epub`;

/** The outline of several chapters read as one text: notes and terms are numbered through. */
export function together(chapters: readonly ChapterOutline[]): ChapterOutline {
  const [first] = chapters;
  if (!first) throw new Error('no chapters to print');
  const all = <T>(list: (c: ChapterOutline) => readonly T[]): T[] => chapters.flatMap((c) => list(c));
  return { ...first, facts: all((c) => c.facts), terms: all((c) => c.terms), scenes: all((c) => c.scenes), blocks: all((c) => c.blocks) };
}

/** A step as it is printed. */
export interface PrintedStep {
  figure: string;
  /** Counted from 1, and of how many. */
  n: number;
  of: number;
  /** Empty where the figure may not be shown. */
  svg: string;
}

/** What the components of the print edition know of their page, beside `PageContext`. */
export interface PrintContext {
  /** All chapters stand on this page. */
  whole: boolean;
  chapters: readonly ChapterOutline[];
  figure(name: string): DrawnSteps;
  step(id: string): PrintedStep;
  /** Sources in the order of their numbers, those of the notes first. */
  sources: readonly string[];
  /** The number of a source in the list at the end. */
  source(id: string): number;
  /** Anchors of the paragraphs that carry a claim's note. */
  uses(fact: string): string[];
  /** Where a chapter is read: on this page where it stands on it. */
  chapter(number: number): string;
}

/** Paragraphs are numbered a chapter, so that in the whole their ids need the chapter's. */
const prefixOf = (chapter: ChapterOutline, whole: boolean): string => (whole ? `c${chapter.number}-` : '');

/**
 * Gives the permanent ids of a chapter's markup their prefix, and the links to them; boxes, which are called alike in
 * every chapter, get the chapter's number into their names.
 */
export function withPrefix(html: string, chapter: ChapterOutline, whole: boolean): string {
  const prefix = prefixOf(chapter, whole);
  if (!prefix) return html;
  const ids = new Set(chapter.blocks.map((b) => b.id));
  return html
    .replace(/ (id="|href="#)([a-z][a-z0-9-]*)"/g, (all, open: string, id: string) => (ids.has(id) ? ` ${open}${prefix}${id}"` : all))
    .replace(/(<aside [^>]*aria-label="[^"]*)"/g, `$1 (${chapter.number})"`);
}

/** The context of a print page of these chapters, which must be those of `page`'s outline. */
export function printContext(page: PageContext, chapters: readonly ChapterOutline[], whole: boolean): PrintContext {
  const { lang, content, fact } = page;
  const scenes = chapters.flatMap((c) => c.scenes);
  const { gate } = siteContent();
  const figures = new Map(
    scenes.flatMap(({ figure }) => (gate.figure(figureNamed(figure)) ? [[figure, drawSteps(figure, lang, content)] as const] : [])),
  );
  const figure = (name: string): DrawnSteps => {
    const drawn = figures.get(name);
    if (!drawn) throw new Error(`figure "${name}" is not told in these chapters`);
    return drawn;
  };
  const sources = [
    ...new Set([
      ...page.noted.flatMap((id) => fact(id).sources),
      ...[...figures.values()].flatMap(({ table }) => table.rows.flatMap((row) => row.sources)),
    ]),
  ];
  const numbers = new Map(sources.map((id, i) => [id, i + 1]));
  // What may not be shown is told in words alone.
  const steps = new Map(
    scenes.flatMap(({ figure: name }) => {
      const list: readonly { id: string; svg: string }[] =
        figures.get(name)?.steps ?? figureNamed(name).steps.map((id) => ({ id, svg: '' }));
      return list.map(({ id, svg }, i) => [id, { figure: name, n: i + 1, of: list.length, svg }] as const);
    }),
  );
  return {
    whole,
    chapters,
    figure,
    step: (id) => {
      const step = steps.get(id);
      if (!step) throw new Error(`step "${id}" belongs to no figure of these chapters`);
      return step;
    },
    sources,
    source: (id) => {
      const number = numbers.get(id);
      if (number === undefined) throw new Error(`source "${id}" is not in the list of this page`);
      return number;
    },
    uses: (id) =>
      chapters.flatMap((c) =>
        c.blocks.filter((b) => b.facts.some((f) => f.split(' ')[1] === id)).map((b) => `${prefixOf(c, whole)}${b.id}`),
      ),
    chapter: (number) => (whole ? `#chapter-${number}` : chapterHref(lang, number)),
  };
}
