/** What a reader who asks for it keeps in the browser: the pages of one language that are read in a row. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChapterOutline } from '../claims/outline.ts';
import type { Lang } from '../scene/types.ts';
import { pathOf, SHORT } from './site.ts';

/** The page that answers for all those that are not kept. */
export const missingPath = (lang: Lang): string => `kept/${lang}/`;

export interface KeptPages {
  home: string;
  chapters: string[];
  shorts: string[];
  glossary: string;
}

/** Home, chapters, short versions, glossary; without the base. */
export function keptPages(lang: Lang, chapters: readonly ChapterOutline[], shorts: readonly ChapterOutline[]): KeptPages {
  const own = chapters.filter((c) => c.lang === lang).sort((a, b) => a.number - b.number);
  return {
    home: `${lang}/`,
    chapters: own.map((c) => `${lang}/${c.slug}/`),
    shorts: own.filter((c) => shorts.some((s) => s.lang === lang && s.number === c.number)).map((c) => `${lang}/${c.slug}/${SHORT[lang]}/`),
    glossary: pathOf('glossary', lang),
  };
}

/**
 * The first script has a fixed name, so its address says what is in it: a page of one version never runs that of another,
 * whatever a browser has kept.
 */
export const BOOT_HASH: string = createHash('sha256')
  .update(readFileSync(join(process.cwd(), 'public', 'boot.js')))
  .digest('hex')
  .slice(0, 8);
