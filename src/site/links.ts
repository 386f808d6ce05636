/** Addresses inside the story: chapters, their anchors, the step that a figure shows. */

import { typeset } from '../i18n/typography.ts';
import type { Lang } from '../scene/types.ts';
import { pathOf, siteContent, url } from './site.ts';
import type { FigureUse } from './uses.ts';

/** Number and title of each chapter, in order. */
export const chapterTitles = (lang: Lang): { number: number; title: string }[] =>
  siteContent()
    .chapters.filter((c) => c.lang === lang)
    .sort((a, b) => a.number - b.number)
    .map((c) => ({ number: c.number, title: typeset(c.heads.find((h) => h.field === 'title')?.text ?? '', lang) }));

/** A chapter, or a paragraph or step of it. Throws where there is no such chapter. */
export function chapterHref(lang: Lang, number: number, anchor = ''): string {
  const chapter = siteContent().chapters.find((c) => c.lang === lang && c.number === number);
  if (!chapter) throw new Error(`no chapter ${number} in ${lang}`);
  return `${url(`${lang}/${chapter.slug}/`)}${anchor && `#${anchor}`}`;
}

/** Where a figure is seen in the story: its chapter, the home page, or the page that is its own. */
export function figureHref(lang: Lang, figure: string, { chapter, step }: FigureUse): string {
  if (chapter > 0) return chapterHref(lang, chapter, step);
  if (figure === 'foreseen') return `${url(pathOf('foreseen', lang))}#${step}`;
  if (figure === 'control') return `${url(pathOf('places', lang))}#${step}`;
  if (figure === 'arc') return `${url(`${lang}/`)}#${step}`;
  // Drawn and not yet told anywhere: its own page has it.
  return url(pathOf('figures', lang, figure));
}
