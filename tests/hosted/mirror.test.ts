/**
 * A copy in French for a commercial host, without the look of any house: what an editor who takes the site over for an
 * afternoon gets, and what must not be in it.
 */
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { attributes, brokenLinks, hasChrome, pagesOf, read } from '../../scripts/lib/links.ts';
import { figures } from '../../src/figures/registry.ts';
import { readContent } from '../../src/lib/content.ts';

const MIRROR = '.generated/dist-mirror';
const BASE = '/a/b/';
const ORIGINAL = 'https://original.example/mali/';
const content = readContent('.', '');
/** Pages; not the fragments for other editors, nor the edition for disks, which has no address of its own. */
const pages = pagesOf(MIRROR).filter((file) => !/^(?:kit|offline)\//.test(file));
const pathOf = (file: string): string => file.replace(/index\.html$/, '');

/** A file as text; of an archive, the files in it. */
const textOf = (name: string, bytes: Uint8Array): [string, string][] =>
  /\.(?:zip|epub)$/.test(name)
    ? Object.entries(unzipSync(bytes)).flatMap(([inner, inside]) => textOf(`${name}/${inner}`, inside))
    : /\.(?:png|jpg|woff2)$/.test(name)
      ? []
      : [[name, strFromU8(bytes)]];
/** Every file of a folder as text. */
const texts = (folder: string): [string, string][] =>
  globSync('**/*', { cwd: folder })
    .filter((file) => statSync(join(folder, file)).isFile())
    .flatMap((file) => textOf(file, new Uint8Array(readFileSync(join(folder, file)))));

describe('a mirror', () => {
  it('asks search engines to leave every page out, and says where each was taken from', () => {
    expect(pages.length).toBeGreaterThan(250);
    for (const file of pages) {
      const html = read(MIRROR, file);
      expect(html, file).toContain('<meta name="robots" content="noindex">');
      expect(html, file).toMatch(/<p class="republished">Repris de <a href="https:\/\/original\.example\/mali\//);
      expect(html, file).toMatch(/<link rel="canonical" href="https:\/\/original\.example\/mali\//);
      // What is a part of another page, or that page once more, names that one.
      if (file === '404.html' || !hasChrome(file) || /\/figures\/[^/]+\/[^/]+\/index/.test(file)) continue;
      expect(html, file).toContain(`<link rel="canonical" href="${ORIGINAL}${pathOf(file)}">`);
      expect(html, file).toContain(`hreflang="x-default" href="${ORIGINAL}"`);
      expect(html, file).toContain(`<p class="republished">Repris de <a href="${ORIGINAL}${pathOf(file)}">`);
    }
    const chapter = read(MIRROR, 'fr/accord-d-alger/index.html');
    expect(chapter).toContain(`hreflang="en" href="${ORIGINAL}en/algiers-accord/"`);
    expect(chapter).toContain(`hreflang="fr" href="${ORIGINAL}fr/accord-d-alger/"`);
    expect(chapter).toContain(`<meta name="citation_public_url" content="${ORIGINAL}fr/accord-d-alger/">`);
  });

  it('has no feed and no map of pages, and points at none', () => {
    expect(globSync('{feed*,sitemap*}', { cwd: MIRROR })).toEqual([]);
    expect(read(MIRROR, 'robots.txt')).toBe('User-agent: *\nAllow: /\n');
    for (const file of pages) expect(read(MIRROR, file), file).not.toMatch(/feed\.\w+\.xml|sitemap|atom\+xml/);
  });

  it('offers to keep nothing in the browser, and has no worker', () => {
    expect(globSync('{sw.js,keep.js,kept}', { cwd: MIRROR })).toEqual([]);
    for (const file of pages) expect(read(MIRROR, file), file).not.toContain('data-keep=');
  });

  it('links to nothing that is not there, down to the anchor', () => expect(brokenLinks(MIRROR, BASE)).toEqual([]));
});

describe('a build without a brand', () => {
  it('shows the name and logo of no house, and no way around but what reading needs', () => {
    for (const [file, text] of texts(MIRROR)) expect(text, file).not.toMatch(/The Example Post|post\.example|brand\/logo|0b5d4b/);
    expect(existsSync(join(MIRROR, 'brand'))).toBe(false);
    for (const file of pages) expect(read(MIRROR, file), file).not.toMatch(/class="site-(?:head|name|find)"|<footer[^>]*>\s*<nav/);
  });

  it('keeps credit and licence on every page', () => {
    for (const file of pages.filter((f) => f.startsWith('fr/'))) {
      const html = read(MIRROR, file);
      expect(html, file).toContain('Aimablement transmis.');
      expect(html, file).toContain('CC BY 4.0');
      if (!hasChrome(file)) continue;
      const foot = html.split('<footer')[1] ?? '';
      expect(foot, file).toContain('Aimablement transmis.');
      expect(foot, file).toContain('CC BY 4.0');
      expect(foot, file).toContain(`href="${BASE}fr/"`);
    }
  });
});

describe('a build in one language', () => {
  it('has no page, file or link in the other one', () => {
    expect(globSync('{en,figures/en,cite/en,search/en.json}', { cwd: MIRROR })).toEqual([]);
    for (const file of pages) {
      const html = read(MIRROR, file);
      expect(html, file).toMatch(/<html lang="fr"/);
      expect(
        [...attributes(html, 'href'), ...attributes(html, 'src')].filter((a) => /^\/a\/b\/(?:\w+\/)?en\//.test(a)),
        file,
      ).toEqual([]);
    }
    expect(read(MIRROR, 'index.html').match(/<section lang=/g)?.length).toBe(1);
  });
});

describe('the licence gate', () => {
  const shut = [...content.series.values()].filter(({ resource }) => !resource.commercialUse);
  const drawn = figures.filter((f) => f.series.some((name) => shut.some(({ resource }) => resource.name === name)));
  /** What the ledger, the prose and the open series say by themselves. */
  const said = globSync('content/**/*.{mdx,yaml,csv}')
    .filter((file) => !shut.some((s) => s.file === file))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  /** Words that stand in no other place than the rows of a series that may not go out. */
  const unique = shut
    .flatMap(({ rows }) => rows.flatMap((row) => Object.values(row)))
    .filter((value, i, all) => value.length > 5 && Number.isNaN(Number(value)) && all.indexOf(value) === i && !said.includes(value));

  it('withholds something here, which the open build holds', () => {
    expect(shut.length).toBeGreaterThan(0);
    expect(drawn.length).toBeGreaterThan(0);
    const open = texts('dist').map(([, text]) => text);
    expect(unique.filter((value) => open.some((text) => text.includes(value))).length).toBeGreaterThan(3);
  });

  it('lets no word of such a series out: not in pages, files, archive or search', () => {
    const leaks = texts(MIRROR).flatMap(([file, text]) =>
      unique.filter((value) => text.includes(value)).map((value) => `${file}: ${value}`),
    );
    expect(leaks).toEqual([]);
  });

  it('leaves out its rows, pictures and moving steps, and says why in their place', () => {
    const described = JSON.parse(read(MIRROR, 'data/datapackage.json')) as { resources: { name: string }[] };
    expect(described.resources.length).toBe(content.series.size - shut.length);
    for (const { resource } of shut) {
      expect(existsSync(join(MIRROR, 'data', resource.path))).toBe(false);
      expect(described.resources.map((r) => r.name)).not.toContain(resource.name);
      const page = read(MIRROR, `fr/donnees/${resource.name}/index.html`);
      expect(page).toContain('class="withheld-why"');
      expect(page).toContain(resource.licenses[0]?.title ?? 'no licence');
      expect(page).not.toContain('<tr');
      expect(page).not.toContain('application/ld+json');
    }
    for (const { name } of drawn) {
      expect(existsSync(join(MIRROR, 'figures', 'fr', name))).toBe(false);
      const page = read(MIRROR, `fr/figures/${name}/index.html`);
      expect(page).toContain('class="withheld-why"');
      expect(page).toContain(`href="${ORIGINAL}fr/figures/${name}/"`);
      expect(page).not.toMatch(/<table|\.csv|\.png|\.svg"(?! type="image)/);
      for (const file of pages) expect(read(MIRROR, file), file).not.toContain(`data-figure="${name}"`);
    }
  });

  it('leaves the words of the story, and every figure that may be shown', () => {
    for (const slug of ['accord-d-alger', 'alliance-russe', 'bilan-humanitaire']) {
      const [open, mirrored] = ['dist', MIRROR].map((folder) => read(folder, `fr/${slug}/index.html`));
      for (const name of ['data-step-id', 'data-fact']) expect(attributes(mirrored ?? '', name)).toEqual(attributes(open ?? '', name));
      const withheld = drawn.map((f) => f.name);
      expect(attributes(mirrored ?? '', 'data-figure')).toEqual(attributes(open ?? '', 'data-figure').filter((f) => !withheld.includes(f)));
    }
    expect(read(MIRROR, 'fr/alliance-russe/index.html').match(/class="withheld-why"/g)?.length).toBe(drawn.length);
  });
});
