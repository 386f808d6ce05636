/** Embeds as a CMS, a crawler and a careful newsroom take them: files, links, hashes, weights. */
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { costOf, EMBED_LIMIT, EMBEDS, reportEmbeds } from '../../scripts/budget.ts';
import { figures } from '../../src/figures/registry.ts';
import { typeset } from '../../src/i18n/typography.ts';
import { readContent } from '../../src/lib/content.ts';

const builds = [
  { folder: 'dist', root: 'http://localhost:4321/' },
  { folder: '.generated/dist-base', root: 'https://example.org/a/b/' },
];
const LANGS = ['en', 'fr'] as const;
const all = LANGS.flatMap((lang) => figures.map((module) => ({ lang, module, name: module.name })));
const content = readContent('.');
const unescaped = (html: string): string =>
  html
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');

describe.each(builds)('embeds built for $root', ({ folder, root }) => {
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
  /** The built file behind an address of this site. */
  const behind = (address: string): string => {
    expect(address.startsWith(root), address).toBe(true);
    const file = join(folder, address.slice(root.length));
    return address.endsWith('/') ? join(file, 'index.html') : file;
  };
  /** The snippets a figure's page offers, as a newsroom would paste them. */
  const snippets = (lang: string, name: string): string[] =>
    [...read(`${lang}/figures/${name}/index.html`).matchAll(/<code data-copied-from[^>]*>([\s\S]*?)<\/code>/g)].map((m) =>
      unescaped(m[1] ?? ''),
    );

  it('stand for every figure in both languages, kept out of search, with the figure’s page as their origin', () => {
    for (const { lang, name } of all) {
      const html = read(`embed/${lang}/${name}/index.html`);
      expect(html).toContain(`<html lang="${lang}">`);
      expect(html).toContain('<meta name="robots" content="noindex">');
      expect(html).toContain(`<link rel="canonical" href="${root}${lang}/figures/${name}/">`);
      // No head or foot of the site, and whatever leaves does not leave inside the frame.
      expect(html).not.toMatch(/class="site-(?:head|foot)"/);
      const stays = [...html.matchAll(/<a (?![^>]*target="_blank" rel="noopener")[^>]*href="([^"]*)"/g)].filter(
        (m) => !m[1]?.startsWith('#'),
      );
      expect(stays.map((m) => m[0])).toEqual([]);
      // Parameters act before the first paint: a classic script, in the head, not deferred.
      expect(html.slice(0, html.indexOf('<body>'))).toMatch(/<script src="[^"]*embed\/boot\.js"><\/script>/);
    }
    expect(read('sitemap.xml')).not.toContain('/embed/');
  });

  it('are found by oEmbed from the embed and from the figure’s page, and from nowhere else', () => {
    const pages = globSync('**/*.html', { cwd: folder }).filter((file) => read(file).includes('application/json+oembed'));
    expect(pages.sort()).toEqual(
      all.flatMap(({ lang, name }) => [`embed/${lang}/${name}/index.html`, `${lang}/figures/${name}/index.html`]).sort(),
    );
    for (const file of pages) {
      const [, lang, name] = /(en|fr)\/(?:figures\/)?([\w-]+)\/index\.html$/.exec(file) ?? [];
      expect(read(file)).toContain(`<link rel="alternate" type="application/json+oembed" href="${root}oembed/${lang}/${name}.json"`);
    }
  });

  it('are described by oEmbed answers that keep its rules and lead somewhere', () => {
    for (const { lang, module, name } of all) {
      const answer = JSON.parse(read(`oembed/${lang}/${name}.json`)) as Record<string, string | number>;
      expect(answer).toMatchObject({
        version: '1.0',
        type: 'rich',
        title: typeset(content.figures[lang].get(name)?.value.title ?? '', lang),
      });
      const html = String(answer.html);
      // One frame and nothing around it, with a title: what WordPress keeps.
      const [, attributes = ''] = /^<iframe ([^<>]*)><\/iframe>$/.exec(html) ?? [];
      const of = (key: string): string => new RegExp(`(?:^|\\s)${key}="([^"]*)"`).exec(attributes)?.[1] ?? '';
      expect(of('src')).toBe(`${root}embed/${lang}/${name}/`);
      expect(existsSync(behind(of('src')))).toBe(true);
      expect(unescaped(of('title'))).toBe(answer.title);
      expect([Number(of('width')), Number(of('height'))]).toEqual([answer.width, answer.height]);
      for (const key of ['width', 'height', 'thumbnail_width', 'thumbnail_height'])
        expect(Number.isInteger(answer[key]) && Number(answer[key]) > 0, key).toBe(true);
      expect(behind(String(answer.thumbnail_url))).toContain(`${module.steps.at(-1)}-wide.png`);
      const png = readFileSync(behind(String(answer.thumbnail_url)));
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([answer.thumbnail_width, answer.thumbnail_height]);
      for (const key of ['author_url', 'provider_url']) expect(existsSync(behind(String(answer[key]))), key).toBe(true);
      expect(String(answer.license)).toContain('CC BY 4.0');
    }
  });

  it('come with three snippets that hold what they promise', () => {
    const loader = readFileSync(join(folder, 'embed.js'));
    expect(loader.length).toBeGreaterThan(200);
    expect(loader.length).toBeLessThanOrEqual(1000);
    const hash = createHash('sha384').update(loader).digest('base64');
    for (const { lang, name } of all) {
      const [frame = '', script = '', picture = '', ...more] = snippets(lang, name);
      expect(more).toEqual([]);
      expect(frame).toMatch(new RegExp(`^<iframe src="${root}embed/${lang}/${name}/" title="[^"]+" width="100%" height="\\d{3,4}"`));
      expect(script).toBe(`${frame}\n<script src="${root}embed.js" integrity="sha384-${hash}" crossorigin="anonymous" async></script>`);
      expect(picture).not.toMatch(/<script|<iframe/);
      for (const [, address = ''] of picture.matchAll(/(?:src|href)="([^"]+)"/g)) expect(existsSync(behind(address)), address).toBe(true);
      expect(picture).toMatch(/alt="[^"]{40,}"[\s\S]*CC BY 4\.0/);
    }
  });

  it('say of each figure whether a commercial site may use its data', () => {
    for (const { lang, module, name } of all) {
      const open = module.series.every((id) => content.series.get(id)?.resource.commercialUse);
      const words = content.ui[lang].value[open ? 'commercial-yes' : 'commercial-no'] ?? '';
      expect(/class="embed-licence">([^<]*)</.exec(read(`embed/${lang}/${name}/index.html`))?.[1]).toContain(words);
      expect(JSON.parse(read(`oembed/${lang}/${name}.json`)).license).toContain(words);
    }
  });
});

it('each embed keeps within what it may weigh, all told', () => {
  console.log(reportEmbeds('dist'));
  expect(EMBEDS.length).toBe(all.length);
  for (const page of EMBEDS) {
    const cost = costOf('dist', page);
    expect(cost.total, page).toBeLessThanOrEqual(EMBED_LIMIT);
    for (const part of ['script', 'style', 'font', 'html'] as const) expect(cost[part], `${page} ${part}`).toBeGreaterThan(0);
  }
});
