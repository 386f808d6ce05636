/** Lists of actors, places and data as a reader takes them: each entry says something, in words, and leads where it says. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readChapters } from '../../src/claims/outline.ts';
import { formats } from '../../src/i18n/format.ts';
import { typeset } from '../../src/i18n/typography.ts';
import { readContent } from '../../src/lib/content.ts';

const content = readContent('.');
const chapters = readChapters('.');
const page = (path: string): string => readFileSync(join('dist', path, 'index.html'), 'utf8');
/** What stands in the element that opens with the given words, to the end of its kind. */
const within = (html: string, opening: string, closing: string): string => html.split(opening)[1]?.split(closing)[0] ?? '';
const linksOf = (html: string) =>
  [...html.matchAll(/<a [^>]*href="([^"]*)"[^>]*>([^<]*)<\/a>/g)].map((m) => ({ href: m[1] ?? '', words: m[2] ?? '' }));
const PATHS = {
  en: { actors: 'en/actors', places: 'en/places', data: 'en/data', claims: 'en/claims' },
  fr: { actors: 'fr/acteurs', places: 'fr/lieux', data: 'fr/donnees', claims: 'fr/affirmations' },
};

describe.each(['en', 'fr'] as const)('in %s', (lang) => {
  const own = chapters.filter((c) => c.lang === lang);

  it('an actor is found in the story by the headings of the sections, which exist', () => {
    const html = page(PATHS[lang].actors);
    let found = 0;
    for (const id of content.actors.keys())
      for (const { href, words } of linksOf(within(html, `id="${id}" `, '</article>'))) {
        const chapter = own.find((c) => href.startsWith(`/${lang}/${c.slug}/#`));
        if (!chapter) continue;
        const names = [...chapter.heads.filter((h) => h.field === 'title'), ...chapter.blocks.filter((b) => b.heading)];
        expect(names.map(({ text }) => typeset(text, lang))).toContain(words);
        expect(page(`${lang}/${chapter.slug}`), href).toContain(`id="${href.split('#')[1]}"`);
        found++;
      }
    expect(found).toBeGreaterThan(content.actors.size);
  });

  it('a claim leads to each place it is used at, by the heading over it', () => {
    let found = 0;
    for (const id of content.facts.keys())
      for (const [, href = '', words = ''] of page(join(PATHS[lang].claims, id)).matchAll(
        /<a data-used[^>]*href="([^"]*)"[^>]*>([^<]*)</g,
      )) {
        const chapter = own.find((c) => href.startsWith(`/${lang}/${c.slug}/#`));
        const at = chapter?.blocks.findIndex((b) => b.id === href.split('#')[1]) ?? -1;
        expect(at, href).toBeGreaterThanOrEqual(0);
        const over =
          chapter?.blocks.slice(0, at).findLast((b) => b.heading)?.text ?? chapter?.heads.find((h) => h.field === 'title')?.text ?? '';
        expect(words, href).toBe(`${lang === 'fr' ? 'Chapitre' : 'Chapter'} ${chapter?.number} · ${typeset(over, lang)}`);
        found++;
      }
    expect(found).toBeGreaterThan(content.facts.size);
  });

  it('every place tells of something or says that nothing is told, and the UN’s bases stand at theirs', () => {
    const html = page(PATHS[lang].places);
    for (const id of content.places.keys()) {
      const entry = within(html, `id="${id}" `, '</article>').split('entry-status')[1] ?? '';
      expect(/<li>|<\/p>\s*<p>/.test(entry), id).toBe(true);
    }
    const closings = content.series.get('minusma-bases')?.rows ?? [];
    expect(closings.length).toBeGreaterThan(0);
    for (const { place, closed } of closings)
      expect(within(html, `id="${place}" `, '</article>'), place).toContain(formats(lang).date(closed ?? ''));
  });

  it('every series stands with its file, its rows and its terms', () => {
    const html = page(PATHS[lang].data);
    for (const { resource, rows } of content.series.values()) {
      const entry = within(html, `/${resource.name}/"`, '</li>');
      expect(entry, resource.name).toContain(`href="/data/${resource.path}"`);
      for (const words of [`· ${rows.length} `, formats(lang).date(resource.asOf), resource.licenses[0]?.title ?? '?'])
        expect(entry).toContain(words);
    }
  });

  it('home says how many corrections there were, and when the last', () => {
    const last = [...content.corrections.values()].at(-1)?.value.date ?? '';
    const said = page(lang).split('<h2').at(-1) ?? '';
    expect(said).toContain(`${content.corrections.size} `);
    expect(said).toContain(formats(lang).date(last));
    expect(linksOf(said)[0]?.href).toBe(`/${lang}/corrections/`);
  });
});
