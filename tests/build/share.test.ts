/** What goes out when a page is shared: the card, the words, and no one else's script. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { jpeg } from '../../scripts/lib/raster.ts';
import { readChapters } from '../../src/claims/outline.ts';
import { figures } from '../../src/figures/registry.ts';
import { readContent } from '../../src/lib/content.ts';
import { drawnCards } from '../../src/site/cards.ts';
import { gateOf } from '../../src/site/gate.ts';
import { DIST, jpegSize, meta, ORIGIN, page, pages, read, resolved } from './pages.ts';

const content = readContent('.');
const chapters = readChapters('.');
const cards = [...drawnCards(content, chapters, gateOf(content, { gate: 'none' }), '.')];
const steps = figures.reduce((n, f) => n + f.steps.length, 0);
const pathOf = (address: string): string => decodeURI(new URL(address).pathname).slice(1);
const LANGS = ['en', 'fr'] as const;

describe('every card', () => {
  const files = globSync('share/**/*.jpg', { cwd: DIST }).sort();

  it('is there: the cover, home, each chapter, each step of each figure, in both languages', () => {
    expect(files).toEqual(cards.map(({ path }) => path).sort());
    expect(files.length).toBe(1 + 2 * (1 + chapters.length / 2 + steps));
  });

  it('is 1200 by 630 and at most 250 kB', () => {
    for (const file of files) {
      const bytes = readFileSync(join(DIST, file));
      expect(jpegSize(bytes), file).toEqual({ width: 1200, height: 630 });
      expect(bytes.length, file).toBeLessThanOrEqual(250_000);
    }
  });

  it('is the same to the byte when drawn again', async () => {
    for (const card of cards.filter((_, i) => i % 60 === 0)) {
      const again = await jpeg(card.svg);
      expect(Buffer.from(await jpeg(card.svg)).equals(Buffer.from(again)), card.path).toBe(true);
      expect(Buffer.from(again).equals(readFileSync(join(DIST, card.path))), card.path).toBe(true);
    }
  });

  it('says who counted wherever it draws how many were killed', () => {
    for (const name of ['moura', 'attacks', 'deaths-by-year', 'who-killed-civilians', 'tinzaouaten-claims'])
      for (const lang of LANGS) {
        const counted = content.figures[lang].get(name)?.value.counted;
        expect(counted).toBeTruthy();
        const own = cards.filter(({ path }) => path.startsWith(`share/${lang}/${name}/`));
        expect(own.length).toBe(figures.find((f) => f.name === name)?.steps.length);
        const start = (counted ?? '').split(/[ :;]/)[0] ?? '';
        for (const { svg, path } of own) {
          expect(svg, path).toContain(`>${start}`);
          expect(svg, path).toContain('CC\u00a0BY\u00a04.0');
        }
      }
  });
});

describe('the meta tags', () => {
  it('of every page name a card that is there, with its size, in words, and keep to their lengths', () => {
    // Frames name none; light versions name their chapter's.
    const all = pages().filter((file) => !/^embed\/|\/(?:lite|leger)\//.test(file));
    expect(all.length).toBeGreaterThan(900);
    for (const file of all) {
      const html = read(file);
      const image = meta(html, 'og:image');
      expect(image.startsWith(`${ORIGIN}/share/`), file).toBe(true);
      expect(jpegSize(readFileSync(join(DIST, pathOf(image)))), file).toEqual({
        width: Number(meta(html, 'og:image:width')),
        height: Number(meta(html, 'og:image:height')),
      });
      const alt = meta(html, 'og:image:alt');
      expect(alt.length, file).toBeGreaterThan(20);
      expect(alt.length, file).toBeLessThanOrEqual(420);
      expect(meta(html, 'twitter:card')).toBe('summary_large_image');
      expect([meta(html, 'og:locale'), meta(html, 'og:locale:alternate')].sort(), file).toEqual(['en_GB', 'fr_FR']);
      expect(meta(html, 'og:site_name'), file).toMatch(/^Mali\u00a0?: /);
      const title = resolved(/<title>([^<]*)/.exec(html)?.[1] ?? '');
      expect(title.length, `${file}: ${title}`).toBeLessThanOrEqual(65);
      const description = meta(html, 'description');
      expect(description.length, `${file}: ${description}`).toBeLessThanOrEqual(155);
      expect(description.length, file).toBeGreaterThan(10);
      expect(meta(html, 'og:description')).toBe(description);
    }
  });

  it('of a light version name the card of its chapter', () => {
    for (const { lang, slug, number } of chapters)
      expect(meta(page(`${lang}/${slug}/${lang === 'fr' ? 'leger' : 'lite'}`), 'og:image')).toBe(
        `${ORIGIN}/share/${lang}/chapter-${number}.jpg`,
      );
  });

  it('name a card of the page’s own for chapters, figures and the cover', () => {
    expect(meta(read('index.html'), 'og:image')).toBe(`${ORIGIN}/share/cover.jpg`);
    for (const { lang, slug, number } of chapters)
      expect(meta(page(`${lang}/${slug}`), 'og:image')).toBe(`${ORIGIN}/share/${lang}/chapter-${number}.jpg`);
    for (const lang of LANGS)
      for (const { name, steps: own } of figures)
        expect(meta(page(`${lang}/figures/${name}`), 'og:image')).toBe(`${ORIGIN}/share/${lang}/${name}/${own.at(-1)}.jpg`);
  });
});

describe('a step shared by itself', () => {
  it('has a page with its own card, kept out of search, that leads to the step in the story', () => {
    for (const lang of LANGS)
      for (const { name, steps: own } of figures)
        for (const step of own) {
          const path = `${lang}/figures/${name}/${step}`;
          const html = page(path);
          expect(meta(html, 'og:image')).toBe(`${ORIGIN}/share/${lang}/${name}/${step}.jpg`);
          expect(meta(html, 'og:url')).toBe(`${ORIGIN}/${path}/`);
          expect(meta(html, 'robots')).toBe('noindex');
          expect(html).not.toMatch(/http-equiv="refresh"/i);
          const story = /<link rel="canonical" href="([^"]*)"/.exec(html)?.[1] ?? '';
          const link = [...html.matchAll(/href="([^"]*)#([\w-]+)"/g)].find(([, , anchor]) => anchor === step);
          expect(`${ORIGIN}${link?.[1]}`, path).toBe(story);
          expect(page(pathOf(story)), path).toContain(`id="${step}"`);
          // And the page of the figure offers it.
          expect(page(`${lang}/figures/${name}`)).toContain(`href="/${path}/"`);
        }
  });
});

describe('the share block', () => {
  const places = [
    ...chapters.map((c) => `${c.lang}/${c.slug}`),
    'en/figures/moura',
    'fr/figures/gold',
    'en/teach',
    'fr/enseigner',
    'fr/figures/bases/bases-gossi',
  ];
  it.each(places)('of %s gives link, sentences and card without script, and asks nobody else', (path) => {
    const html = page(path);
    const block = html.slice(html.indexOf('id="share"')).split('</details>')[0] ?? '';
    expect(block).toContain(`>${ORIGIN}/${path}/<`);
    const [, link = '', rel = ''] = /<a href="(https:\/\/wa\.me\/[^"]*)" rel="([^"]*)"/.exec(block) ?? [];
    expect(rel).toBe('noopener');
    const sent = new URL(resolved(link)).searchParams.get('text') ?? '';
    expect(sent.endsWith(` ${ORIGIN}/${path}/`)).toBe(true);
    expect(sent.length).toBeLessThan(600);
    expect(sent.match(/[.?!…](?=\s)/g)?.length).toBeGreaterThanOrEqual(2);
    expect(resolved(block.replace(/<[^>]+>/g, ''))).toContain(sent);
    const [, card = ''] = /href="(\/share\/[^"]*\.jpg)"/.exec(block) ?? [];
    expect(existsSync(join(DIST, card))).toBe(true);
    expect(resolved(block)).toContain(meta(html, 'og:image:alt'));
    expect(block).not.toMatch(/<script|<img|<iframe/);
  });
});
