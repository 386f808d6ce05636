/** The content, read once a build, and the addresses of the site. */
import { type ChapterOutline, readChapters } from '../claims/outline.ts';
import { type Content, readContent } from '../lib/content.ts';
import type { Lang } from '../scene/types.ts';

export const LANGS: readonly Lang[] = ['en', 'fr'];
export const other = (lang: Lang): Lang => (lang === 'en' ? 'fr' : 'en');

/** Pages beside the chapters, with their address in each language. */
export const EXTRA_PAGES = {
  foreseen: { en: 'foreseen', fr: 'previsions' },
  corrections: { en: 'corrections', fr: 'corrections' },
} as const satisfies Record<string, Record<Lang, string>>;

let memo: { content: Content; chapters: ChapterOutline[] } | undefined;

/** All content and the outlines of its chapters. In `astro dev` each page load reads the files anew. */
export function siteContent(): { content: Content; chapters: ChapterOutline[] } {
  if (memo && !import.meta.env.DEV) return memo;
  const root = process.cwd();
  memo = { content: readContent(root), chapters: readChapters(root) };
  return memo;
}

/** A path of the site under the base it is hosted at; `path` has no leading slash. */
export const url = (path: string): string => `${import.meta.env.BASE_URL.replace(/\/$/, '')}/${path}`;

/** The full address of a path, for canonical and alternate links. */
export const absolute = (path: string, site: URL | undefined): string => new URL(url(path), site).href;
