import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CHAPTERS, costOf, EMBEDS, HOME_LIMIT, HOMES, LIMITS, LITES, report } from '../../scripts/budget.ts';
import { attributes, brokenLinks, pagesOf, read } from '../../scripts/lib/links.ts';
import { figures } from '../../src/figures/registry.ts';
import { readContent } from '../../src/lib/content.ts';
import type { Edition } from '../../src/sw.ts';

const builds = [
  { folder: 'dist', base: '/', origin: 'http://localhost:4321' },
  { folder: '.generated/dist-base', base: '/a/b/', origin: 'https://example.org' },
];
const LANGS = ['en', 'fr'] as const;
const content = readContent('.');
/** Pages beside the chapters, by their address in each language. */
const SHELF = {
  en: [
    'foreseen',
    'timeline',
    'actors',
    'places',
    'glossary',
    'claims',
    'sources',
    'data',
    'figures',
    'find',
    'teach',
    'newsrooms',
    'method',
    'corrections',
    'about',
    'accessibility',
  ],
  fr: [
    'previsions',
    'chronologie',
    'acteurs',
    'lieux',
    'glossaire',
    'affirmations',
    'sources',
    'donnees',
    'figures',
    'chercher',
    'enseigner',
    'redactions',
    'methode',
    'corrections',
    'a-propos',
    'accessibilite',
  ],
};
/** One page a claim, a figure, a series. */
const ITEMS = (['en', 'fr'] as const).flatMap((lang) => {
  const [claims, data] = lang === 'en' ? ['claims', 'data'] : ['affirmations', 'donnees'];
  return [
    ...[...content.facts.keys()].map((id) => `${lang}/${claims}/${id}`),
    ...figures.map((f) => `${lang}/figures/${f.name}`),
    ...[...content.series.keys()].map((id) => `${lang}/${data}/${id}`),
  ];
});
/** Pages for classes, under the guide. */
const LESSONS = [
  ...['15-minutes', '50-minutes', 'answer-key', 'lesson-1', 'lesson-2', 'lesson-3', 'role-play'].map((p) => `en/teach/${p}`),
  ...['15-minutes', '50-minutes', 'corrige', 'jeu-de-roles', 'seance-1', 'seance-2', 'seance-3'].map((p) => `fr/enseigner/${p}`),
];
/** One page a step of a figure, to be shared. */
const STEPS = LANGS.flatMap((lang) => figures.flatMap((f) => f.steps.map((step) => `${lang}/figures/${f.name}/${step}`)));
/** What newsrooms take: fragments of HTML, no pages. */
const KITS = CHAPTERS.map((page) => `kit/${page}.html`);
const SHORTS = CHAPTERS.map((page) => `${page}/${page.startsWith('fr/') ? 'bref' : 'short'}`);
const PRINTS = [...CHAPTERS, ...HOMES].map((page) => `${page}/${page.startsWith('fr') ? 'imprimer' : 'print'}`);
const EXTRAS = [
  ...LESSONS,
  ...EMBEDS,
  ...SHORTS,
  ...LITES,
  ...PRINTS,
  ...SHELF.en.map((p) => `en/${p}`),
  ...SHELF.fr.map((p) => `fr/${p}`),
  ...ITEMS,
  ...STEPS,
  ...HOMES.map((lang) => `${lang}/gallery`),
];
/** Pages that carry their own script and style, named by hash in a policy of their own: tests/browser/disk.test.ts. */
const ONE_FILE = LANGS.map((lang) => `offline/mali-${lang}.html`);
/** What stands for a page that is not kept, without a network: tests/browser/offline.test.ts. */
const MISSING = LANGS.map((lang) => `kept/${lang}/index.html`);
/** The pages of one chapter, English first. */
const twins = CHAPTERS.filter((page) => page.startsWith('en/')).map(
  (page, i) => [page, CHAPTERS.filter((p) => p.startsWith('fr/'))[i] ?? ''] as const,
);
describe.each(builds)('the site built for $base', ({ folder, base, origin }) => {
  it('has the routes it promises', () => {
    expect(pagesOf(folder)).toEqual(
      [
        '404.html',
        ...KITS,
        ...[...HOMES, ...CHAPTERS, ...EXTRAS].map((page) => `${page}/index.html`),
        'index.html',
        ...ONE_FILE,
        ...MISSING,
      ].sort(),
    );
  });

  it('links to nothing that is not there, down to the anchor, and stays under its path', () => {
    expect(brokenLinks(folder, base)).toEqual([]);
  });

  it('loads nothing from anybody else', () => {
    for (const file of pagesOf(folder)) {
      const html = read(folder, file);
      // A kit shows the site's own pictures by their full address.
      expect(attributes(html, 'src').filter((a) => /^(?:https?:)?\/\//.test(a) && !a.startsWith(`${origin}${base}figures/`))).toEqual([]);
      expect(
        [...html.matchAll(/<link[^>]*rel="(?:stylesheet|preload|icon|modulepreload)"[^>]*href="(https?:[^"]*)"/g)].map((m) => m[1]),
      ).toEqual([]);
    }
  });

  it('offers to keep the chapters on home and chapters alone, and lists every kept file by its hash', () => {
    const offered = pagesOf(folder).filter((file) => read(folder, file).includes('data-keep='));
    expect(offered).toEqual([...HOMES, ...CHAPTERS].map((page) => `${page}/index.html`).sort());
    const listed = /^self\.EDITION=(.*);$/m.exec(read(folder, 'sw.js'))?.[1] ?? '';
    const { langs } = JSON.parse(listed) as Edition;
    for (const lang of LANGS) {
      const files = langs[lang]?.files ?? [];
      expect(files.map(({ url }) => url)).toContain(langs[lang]?.missing);
      for (const { url, revision, integrity } of files) {
        const path = url.slice(base.length).replace(/\?.*/, '');
        const bytes = readFileSync(join(folder, path.endsWith('/') ? `${path}index.html` : path));
        expect(integrity, url).toBe(`sha256-${createHash('sha256').update(bytes).digest('base64')}`);
        // What has no revision is never fetched again: its address has to name its content.
        if (revision === null) expect(url).toMatch(/\/_astro\/[^/]+\.[\w-]{8}\.\w+$|\?v=[0-9a-f]{8}$/);
      }
      // Whatever a kept page loads is kept too.
      const urls = new Set(files.map(({ url }) => url));
      for (const page of files.map(({ url }) => url).filter((url) => url.endsWith('/'))) {
        const html = read(folder, `${page.slice(base.length)}index.html`);
        const loaded = [
          ...attributes(html, 'src'),
          ...[...html.matchAll(/<link[^>]*rel="(?:stylesheet|preload|icon|modulepreload)"[^>]*href="([^"]*)"/g)].map((m) => m[1] ?? ''),
        ];
        expect(loaded.filter((address) => !urls.has(address))).toEqual([]);
      }
    }
  });

  it('can be sent with a policy that allows no inline script or style', () => {
    for (const file of pagesOf(folder).filter((f) => !ONE_FILE.includes(f))) {
      const html = read(folder, file);
      const inline = [...html.matchAll(/<script(?![^>]*\ssrc=)([^>]*)>/g)].filter(
        (m) => !/type="application\/(?:ld\+)?json"/.test(m[1] ?? ''),
      );
      expect(
        inline.map((m) => m[0]),
        file,
      ).toEqual([]);
      expect(html, file).not.toMatch(/\sstyle="/);
      expect(html, file).not.toMatch(/<style/);
    }
  });

  it('names each page’s language, its own address and its twin’s', () => {
    for (const pages of twins)
      for (const [i, lang] of LANGS.entries()) {
        const html = read(folder, `${pages[i]}/index.html`);
        expect(html).toContain(`<html lang="${lang}"`);
        expect(html).toContain(`<link rel="canonical" href="${origin}${base}${pages[i]}/">`);
        for (const [j, other] of LANGS.entries()) expect(html).toContain(`hreflang="${other}" href="${origin}${base}${pages[j]}/"`);
        expect(html).toContain(`hreflang="x-default" href="${origin}${base}"`);
      }
  });
});

describe.each(twins)('the two languages of %s', (english, french) => {
  const [en, fr] = [english, french].map((page) => read('dist', `${page}/index.html`));
  it.each(['data-scene', 'data-figure', 'data-step-id', 'data-fact'])('carry the same %s, in the same order', (name) => {
    expect(attributes(fr ?? '', name)).toEqual(attributes(en ?? '', name));
    expect(attributes(en ?? '', name).length).toBeGreaterThan(5);
  });

  it('give every scene one figure and every figure both frames and its steps', () => {
    const scenes = (en ?? '').split('<section data-scene=').slice(1);
    expect(scenes.length).toBeGreaterThanOrEqual(6);
    for (const scene of scenes) {
      expect(scene.match(/<figure /g)?.length).toBe(1);
      expect(scene.match(/class="scene (?:compact|wide)"/g)).toEqual(['class="scene compact"', 'class="scene wide"']);
    }
  });
});

describe('French', () => {
  it.each(pagesOf('dist').filter((file) => file.startsWith('fr/') && !/(?:donnees|sources)\//.test(file)))(
    '%s is set by its rules',
    (file) => {
      // What is English stands there as English: titles of sources, fields of series.
      const html = read('dist', file).replace(/<(\w+)[^>]*\slang="en"[^>]*>[\s\S]*?<\/\1>/g, '');
      const text = html.replace(/<script[\s\S]*?<\/script>/g, '').replace(/<[^>]+>/g, '');
      expect(text.match(/.{12} [;!?:»].{6}|« .{6}/g) ?? []).toEqual([]);
      expect(text.match(/\p{L}'\p{L}/gu) ?? []).toEqual([]);
    },
  );
});

describe('the promises of weight', () => {
  it.each(CHAPTERS)('%s keeps within each of them', (page) => {
    const cost = costOf('dist', page);
    console.log(report('dist'));
    for (const part of Object.keys(LIMITS) as (keyof typeof LIMITS)[]) {
      expect(cost[part], part).toBeGreaterThan(0);
      expect(cost[part], part).toBeLessThanOrEqual(LIMITS[part]);
    }
  });

  it.each(HOMES)('home in %s keeps within 70 kB, and says what each chapter weighs', (lang) => {
    expect(costOf('dist', lang).total).toBeLessThanOrEqual(HOME_LIMIT);
    const html = read('dist', `${lang}/index.html`);
    for (const page of CHAPTERS.filter((p) => p.startsWith(lang))) {
      const said = new RegExp(`data-weight="${page}">(\\d+)\\u00a0k[Bo]<`).exec(html)?.[1];
      expect(Number(said), page).toBe(Math.round(costOf('dist', page).total / 1000));
    }
  });

  it('is the same to the byte when built again', () => {
    const digest = (folder: string) =>
      globSync('**/*', { cwd: folder })
        .filter((f) => statSync(join(folder, f)).isFile())
        .sort()
        .map(
          (f) =>
            `${f} ${createHash('sha256')
              .update(readFileSync(join(folder, f)))
              .digest('hex')}`,
        );
    expect(digest('.generated/dist-again')).toEqual(digest('dist'));
  });
});
