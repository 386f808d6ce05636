/** What machines read to follow the site: an Atom feed a language, and the map of all pages. */
import { Feed } from 'feed';
import { figures } from '../figures/registry.ts';
import { escapeXml } from '../scene/svg.ts';
import type { Lang } from '../scene/types.ts';
import { chapterPaths } from './links.ts';
import { absolute, EXTRA_PAGES, type ItemKind, LANGS, type PageKind, pathOf, pathsOf, shortPath, siteContent } from './site.ts';
import { sheetPath, sheets } from './teach.ts';

const at = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** Atom: each chapter when it was published or updated, each correction on its day; newest first. */
export function atom(lang: Lang, site: URL | undefined): string {
  const { content, chapters } = siteContent();
  const { title, sentence, edition } = content.site.value;
  const home = absolute(`${lang}/`, site);
  const author = { name: title[lang] };
  const updates = chapters
    .filter((c) => c.lang === lang)
    .map((c) => {
      const head = (field: string): string => c.heads.find((h) => h.field === field)?.text ?? '';
      const link = absolute(`${lang}/${c.slug}/`, site);
      return {
        id: link,
        link,
        title: head('title'),
        description: head('description'),
        published: at(c.published),
        date: at(c.updated),
        author: [author],
      };
    });
  const corrections = [...content.corrections.values()].map(({ value }) => {
    const link = `${absolute(pathOf('corrections', lang), site)}#${value.id}`;
    return {
      id: link,
      link,
      title: lang === 'fr' ? `Rectification : ${value.says.fr}` : `Correction: ${value.says.en}`,
      description: `${value.said[lang]} → ${value.says[lang]}. ${value.why[lang]}`,
      published: at(value.date),
      date: at(value.date),
      author: [author],
    };
  });
  const items = [...updates, ...corrections].sort((a, b) => b.date.getTime() - a.date.getTime() || a.id.localeCompare(b.id));
  const feed = new Feed({
    id: home,
    link: home,
    title: title[lang],
    description: sentence[lang],
    language: lang,
    copyright: 'CC BY 4.0',
    updated: items[0]?.date ?? at(edition),
    generator: title.en,
    author,
    feedLinks: { atom: absolute(`feed.${lang}.xml`, site) },
  });
  for (const item of items) feed.addItem(item);
  return feed.atom1();
}

/** Every page that may be indexed, as pairs of paths; the cover stands for both languages. */
export function pagePairs(): Record<Lang, string>[] {
  const { content, chapters, shorts } = siteContent();
  const items: Record<ItemKind, string[]> = {
    claims: [...content.facts.keys()],
    figures: figures.map((f) => f.name),
    data: [...content.series.keys()],
  };
  const numbers = [...new Set(chapters.map((c) => c.number))];
  return [
    { en: 'en/', fr: 'fr/' },
    ...numbers.map((n) => chapterPaths(n)),
    ...[...new Set(shorts.map((s) => s.number))].map((n) => ({ en: shortPath('en', n), fr: shortPath('fr', n) })),
    ...(Object.keys(EXTRA_PAGES) as PageKind[]).map((kind) => pathsOf(kind)),
    // The answer key is for those who were told of it.
    ...sheets('en').flatMap(({ page, kind }) => (kind === 'key' ? [] : [{ en: sheetPath(page, 'en'), fr: sheetPath(page, 'fr') }])),
    ...(Object.keys(items) as ItemKind[]).flatMap((kind) => items[kind].map((item) => pathsOf(kind, item))),
  ];
}

/** sitemap.xml with the other language of each page (sitemaps.org 0.9; alternates as search engines document them). */
export function sitemap(site: URL | undefined): string {
  const { edition } = siteContent().content.site.value;
  const entry = (paths: Record<Lang, string>, lang: Lang): string =>
    `<url><loc>${escapeXml(absolute(paths[lang], site))}</loc><lastmod>${edition}</lastmod>${LANGS.map((l) => `<xhtml:link rel="alternate" hreflang="${l}" href="${escapeXml(absolute(paths[l], site))}"/>`).join('')}</url>`;
  const pages = pagePairs().flatMap((paths) => LANGS.map((lang) => entry(paths, lang)));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n<url><loc>${escapeXml(absolute('', site))}</loc><lastmod>${edition}</lastmod></url>\n${pages.join('\n')}\n</urlset>\n`;
}
