/** Addresses inside the story: chapters, their anchors, the step that a figure shows. */

import { typeset } from '../i18n/typography.ts';
import type { Lang } from '../scene/types.ts';
import { chapterOf, pathOf, siteContent, url, WRITTEN } from './site.ts';
import type { FigureUse, Use } from './uses.ts';

/** Number and title of each chapter, in order. */
export const chapterTitles = (lang: Lang): { number: number; title: string }[] =>
  siteContent()
    .chapters.filter((c) => c.lang === lang)
    .sort((a, b) => a.number - b.number)
    .map((c) => ({ number: c.number, title: typeset(c.heads.find((h) => h.field === 'title')?.text ?? '', lang) }));

/** The path of a chapter, without base. Throws where there is no such chapter. */
export function chapterPath(lang: Lang, number: number): string {
  const chapter = chapterOf(lang, number);
  if (!chapter) throw new Error(`no chapter ${number} in ${lang}`);
  return `${lang}/${chapter.slug}/`;
}

/** The same path in both languages. */
export const chapterPaths = (number: number): Record<Lang, string> =>
  Object.fromEntries(WRITTEN.map((lang) => [lang, chapterPath(lang, number)])) as Record<Lang, string>;

/**
 * The heading of the section a paragraph of a chapter stands in, by its id; before the first heading, the chapter's
 * title. Empty where there is no such chapter.
 */
export function sectionOf(lang: Lang, number: number, id: string): string {
  const chapter = chapterOf(lang, number);
  const before = chapter?.blocks.slice(0, chapter.blocks.findIndex((b) => b.id === id) + 1) ?? [];
  const heading = before.findLast((b) => b.heading && b.depth === 2)?.text;
  return typeset(heading ?? chapter?.heads.find((h) => h.field === 'title')?.text ?? '', lang);
}

/** The sections of a chapter that the given uses stand in, in the order of the page, and the anchor of the first use in each. */
export function sectionsWith(lang: Lang, number: number, uses: readonly Use[]): { name: string; anchor: string }[] {
  const here = new Map(uses.filter((u) => u.chapter === number).map((u) => [u.anchor, u.step || u.anchor]));
  const first = new Map<string, string>();
  for (const { id } of chapterOf(lang, number)?.blocks ?? []) {
    const anchor = here.get(id);
    const name = anchor ? sectionOf(lang, number, id) : '';
    if (anchor && !first.has(name)) first.set(name, anchor);
  }
  return [...first].map(([name, anchor]) => ({ name, anchor }));
}

/** A chapter, or a paragraph or step of it. */
export const chapterHref = (lang: Lang, number: number, anchor = ''): string =>
  `${url(chapterPath(lang, number))}${anchor && `#${anchor}`}`;

/** The page a figure is seen on, without base: its chapter, the home page, or the page that is its own. */
export function figurePath(lang: Lang, figure: string, { chapter }: FigureUse): string {
  if (chapter > 0) return chapterPath(lang, chapter);
  if (figure === 'foreseen') return pathOf('foreseen', lang);
  if (figure === 'control') return pathOf('places', lang);
  if (figure === 'arc') return `${lang}/`;
  // Drawn and not yet told anywhere: its own page has it.
  return pathOf('figures', lang, figure);
}

/** Where a figure is seen in the story, at the step named. */
export function figureHref(lang: Lang, figure: string, use: FigureUse): string {
  const path = figurePath(lang, figure, use);
  return path === pathOf('figures', lang, figure) ? url(path) : `${url(path)}#${use.step}`;
}
