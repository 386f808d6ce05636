/** The content, read once a build, and the addresses of the site. */
import packageJson from '../../package.json' with { type: 'json' };
import { type ChapterOutline, readChapters, readShorts } from '../claims/outline.ts';
import { type Content, readContent } from '../lib/content.ts';
import type { Lang } from '../scene/types.ts';
import { type Gate, gateOf } from './gate.ts';
import { readSettings } from './settings.ts';
import { type Uses, usesOf } from './uses.ts';

/** The settings of this build. */
export const SETTINGS = readSettings(process.env);

/** The languages that the story is written in; `LANGS` are those that this build offers. */
export const WRITTEN: readonly Lang[] = ['en', 'fr'];
export const other = (lang: Lang): Lang => (lang === 'en' ? 'fr' : 'en');

/** Pages beside the chapters, with their address in each language. */
export const EXTRA_PAGES = {
  foreseen: { en: 'foreseen', fr: 'previsions' },
  timeline: { en: 'timeline', fr: 'chronologie' },
  actors: { en: 'actors', fr: 'acteurs' },
  places: { en: 'places', fr: 'lieux' },
  glossary: { en: 'glossary', fr: 'glossaire' },
  claims: { en: 'claims', fr: 'affirmations' },
  sources: { en: 'sources', fr: 'sources' },
  data: { en: 'data', fr: 'donnees' },
  figures: { en: 'figures', fr: 'figures' },
  find: { en: 'find', fr: 'chercher' },
  teach: { en: 'teach', fr: 'enseigner' },
  newsrooms: { en: 'newsrooms', fr: 'redactions' },
  method: { en: 'method', fr: 'methode' },
  corrections: { en: 'corrections', fr: 'corrections' },
  about: { en: 'about', fr: 'a-propos' },
  accessibility: { en: 'accessibility', fr: 'accessibilite' },
} as const satisfies Record<string, Record<Lang, string>>;

export type PageKind = keyof typeof EXTRA_PAGES;
/** Pages that have one page an item beneath them: a claim, a figure, a series. */
export type ItemKind = 'claims' | 'figures' | 'data';

/** The path of a page beside the chapters, or of an item beneath it; without the base, for `url` and `absolute`. */
export const pathOf = (kind: PageKind, lang: Lang, item?: string): string =>
  `${lang}/${EXTRA_PAGES[kind][lang]}/${item === undefined ? '' : `${item}/`}`;

/** The same path in both languages, for the head of a page. */
export const pathsOf = (kind: PageKind, item?: string): Record<Lang, string> => ({
  en: pathOf(kind, 'en', item),
  fr: pathOf(kind, 'fr', item),
});

/** The path of a step's own page, under its figure: what is shared, for `#` cannot carry a card. */
export const stepPath = (lang: Lang, figure: string, step: string): string => `${pathOf('figures', lang, figure)}${step}/`;

/** The chapter of this number, once it is written. */
export const chapterOf = (lang: Lang, number: number): ChapterOutline | undefined =>
  siteContent().chapters.find((c) => c.lang === lang && c.number === number);

/** Where a chapter's short version lies under it. */
export const SHORT: Record<Lang, string> = { en: 'short', fr: 'bref' };

/** The path of a chapter's short version; throws where there is no such chapter. */
export function shortPath(lang: Lang, number: number): string {
  const chapter = chapterOf(lang, number);
  if (!chapter) throw new Error(`no chapter ${number} in ${lang}`);
  return `${lang}/${chapter.slug}/${SHORT[lang]}/`;
}

/** Where a chapter's light version lies under it. */
export const LITE: Record<Lang, string> = { en: 'lite', fr: 'leger' };

/** The path of a chapter's light version, from the chapter's own slug. */
export const litePath = (lang: Lang, slug: string): string => `${lang}/${slug}/${LITE[lang]}/`;

interface SiteContent {
  content: Content;
  chapters: ChapterOutline[];
  shorts: ChapterOutline[];
  uses: Uses;
  gate: Gate;
}
let memo: SiteContent | undefined;

/** All content and the outlines of its chapters. In `astro dev` each page load reads the files anew. */
export function siteContent(): SiteContent {
  if (memo && !import.meta.env.DEV) return memo;
  const root = process.cwd();
  const [content, chapters] = [readContent(root), readChapters(root)];
  const gate = gateOf(content, SETTINGS);
  memo = { content, chapters, shorts: readShorts(root), uses: usesOf(content, chapters, gate), gate };
  return memo;
}

/** The languages on offer: of another one no page is built, and nothing links there. */
export const LANGS: readonly Lang[] = siteContent().content.site.value.languages;

/** The house that hosts the site; none in a build without a brand. */
export const brandOf = () => (SETTINGS.brand ? siteContent().content.site.value.brand : undefined);

/** A path of the site under the base it is hosted at; `path` has no leading slash. */
export const url = (path: string): string => `${import.meta.env.BASE_URL.replace(/\/$/, '')}/${path}`;

/** The full address at which this build serves a path. */
export const absolute = (path: string, site: URL | undefined): string => new URL(url(path), site).href;

/**
 * The full address by which a page is known and cited: its own, or in a mirror the original's. Throws where a mirror
 * has no original, which the build has then already said.
 */
export function canonical(path: string, site: URL | undefined): string {
  if (!SETTINGS.mirror) return absolute(path, site);
  const { original } = siteContent().content.site.value;
  if (!original) throw new Error('a mirror needs the address of its original');
  return new URL(path, original).href;
}

/** The version of this edition, as package.json has it. */
export const VERSION = packageJson.version;
