/** The reference shelf as a reader, a student or a machine takes it: what leads where, and what the files are worth. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import datapackage from 'datapackage';
import { XMLParser } from 'fast-xml-parser';
import { SyntaxValidator } from 'fast-xml-validator';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { readChapters } from '../../src/claims/outline.ts';
import { figures } from '../../src/figures/registry.ts';
import { readContent } from '../../src/lib/content.ts';
import { parseCsv } from '../../src/lib/csv.ts';
import { issuesOf } from './schema-org.ts';

const DIST = 'dist';
const content = readContent('.');
const chapters = readChapters('.');
const read = (file: string): string => readFileSync(join(DIST, file), 'utf8');
const page = (path: string): string => read(join(path.replace(/^\//, ''), 'index.html'));
const attributes = (html: string, name: string) => [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))].map((m) => m[1] ?? '');
/** The markup of the element with that id, to the end of its list item, note or row. */
const partOf = (html: string, id: string): string => {
  const at = html.indexOf(`id="${id}"`);
  expect(at, id).toBeGreaterThan(0);
  return html.slice(at, at + 6000);
};
const linksIn = (html: string, mark: string): string[] =>
  [...html.matchAll(new RegExp(`<a [^>]*${mark}[^>]*>`, 'g'))].flatMap((m) => attributes(m[0], 'href'));

/** Ten claims whose number is a cell of a series, spread over all that are told in a chapter. */
const TEN = (() => {
  const told = [...content.facts.values()]
    .map(({ value }) => value)
    .filter((f) => f.cell && chapters.some((c) => c.facts.some((u) => u.id === f.id)));
  const stride = Math.floor(told.length / 10);
  return Array.from({ length: 10 }, (_, i) => told[i * stride]).filter((f) => f !== undefined);
})();

describe.each(['en', 'fr'] as const)('a fact followed in %s', (lang) => {
  const slug = { en: { claims: 'claims', data: 'data' }, fr: { claims: 'affirmations', data: 'donnees' } }[lang];

  it('takes ten facts', () => expect(TEN.length).toBe(10));

  it.each(TEN.map((f) => [f.id, f] as const))('%s: prose, note, claim, source, cell, and back', (id, fact) => {
    const chapter = chapters.find((c) => c.lang === lang && c.facts.some((u) => u.id === id));
    const story = page(`${lang}/${chapter?.slug}`);
    // Prose to note, by the mark's own target.
    expect(partOf(story, chapter?.blocks.find((b) => b.facts.some((u) => u.endsWith(` ${id}`)))?.id ?? '')).toContain(
      `popovertarget="n-${id}"`,
    );
    // Note to claim.
    const claimPath = `/${lang}/${slug.claims}/${id}/`;
    expect(partOf(story, `n-${id}`)).toContain(`href="${claimPath}"`);
    const claim = page(claimPath);
    // Claim to each source, and from there back to the claim.
    for (const source of fact.sources) {
      expect(claim).toContain(`href="/${lang}/sources/#${source}"`);
      const entry = partOf(page(`${lang}/sources`), source).split('</li>')[0] ?? '';
      expect(linksIn(entry, 'data-supports')).toContain(claimPath);
    }
    // Claim to the cell, and the cell's number is the one that the chapter prints.
    const cell = fact.cell ?? { series: '', row: '', field: '' };
    expect(linksIn(claim, 'data-cell')).toEqual([`/${lang}/${slug.data}/${cell.series}/#${cell.row}`]);
    const series = page(`${lang}/${slug.data}/${cell.series}`);
    const { rows } = parseCsv(read(`data/${cell.series}.csv`), cell.series, []);
    const value = rows.find((row) => row.id === cell.row)?.[cell.field] ?? '';
    expect(value).not.toBe('');
    const row = partOf(series, cell.row).split('</tr>')[0] ?? '';
    expect(row).toContain(`>${value}<`);
    // The reader's number is the cell's, but for how a language writes it.
    const digits = (text: string): string => text.replace(/[\u202f\u00a0,.\s]/g, '');
    expect(digits(claim)).toContain(digits(value));
    // And back: from the series to the claim, from the claim to the paragraph or step.
    expect(linksIn(series, 'data-claim')).toContain(claimPath);
    const [used = ''] = linksIn(claim, 'data-used');
    const [path = '', anchor = ''] = used.split('#');
    expect(partOf(page(path), anchor)).toContain(`data-fact="${id}"`);
  });
});

describe('the data', () => {
  it('is a Data Package that its library finds valid, row by row', async () => {
    const pack = await datapackage.Package.load(join(DIST, 'data/datapackage.json'));
    expect(pack.errors.map(String)).toEqual([]);
    expect(pack.valid).toBe(true);
    expect(pack.resources.length).toBe(content.series.size);
    for (const resource of pack.resources) {
      const bytes = content.series.get(resource.name)?.rows.length;
      expect(bytes, resource.name).toBeGreaterThan(0);
      // Types and constraints of every cell; partial dates are strings to this library's date type, so they are read as text.
      const descriptor = structuredClone(resource.descriptor) as { schema: { fields: { type: string }[] } };
      for (const field of descriptor.schema.fields) if (field.type === 'date') field.type = 'string';
      const loaded = await datapackage.Resource.load(descriptor, { basePath: join(DIST, 'data') });
      expect((await loaded.read({ keyed: true })).length, resource.name).toBe(bytes);
    }
  });

  it('would be refused where a cell is not of the type the descriptor says', async () => {
    const [first] = (await datapackage.Package.load(join(DIST, 'data/datapackage.json'))).resources;
    const descriptor = structuredClone(first?.descriptor) as { schema: { fields: { name: string; type: string }[] } };
    for (const field of descriptor.schema.fields) field.type = field.name === 'label_en' ? 'number' : 'string';
    const resource = await datapackage.Resource.load(descriptor, { basePath: join(DIST, 'data') });
    await expect(resource.read({ keyed: true })).rejects.toThrow();
  });

  it('comes in one archive with a README, the same files as on the site', () => {
    const files = unzipSync(new Uint8Array(readFileSync(join(DIST, 'data/mali-data.zip'))));
    expect(strFromU8(files['README.txt'] ?? new Uint8Array())).toMatch(/CC BY 4\.0[\s\S]*commercialUse/);
    for (const [name, bytes] of Object.entries(files)) if (name !== 'README.txt') expect(strFromU8(bytes), name).toBe(read(`data/${name}`));
    expect(Object.keys(files).filter((n) => n.endsWith('.csv')).length).toBe(content.series.size);
  });

  it('gives every claim, valid by its own published schema', () => {
    const validate = addFormats(new Ajv2020({ strict: false })).compile(JSON.parse(read('data/claims.schema.json')));
    const ledger = JSON.parse(read('data/claims.json')) as { claims: { id: string; status: string; urls: { en: string } }[] };
    expect(validate(ledger), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
    expect(ledger.claims.map((c) => c.id)).toEqual([...content.facts.keys()]);
    const broken = structuredClone(ledger);
    (broken.claims[0] as { status: string }).status = 'certain';
    expect(validate(broken)).toBe(false);
    for (const { urls } of ledger.claims) expect(existsSync(join(DIST, new URL(urls.en).pathname, 'index.html'))).toBe(true);
  });
});

describe('citing', () => {
  it('gives the sources as CSL-JSON, BibTeX and RIS that a library reads back whole', () => {
    const csl = JSON.parse(read('data/sources.json')) as { id: string; title: string }[];
    expect(new Set(csl.map((s) => s.id))).toEqual(new Set(content.sources.keys()));
    for (const file of ['sources.bib', 'sources.ris']) {
      const back = new Cite(read(`data/${file}`)).data;
      expect(back.length, file).toBe(csl.length);
      expect(back.filter((s) => !s.title)).toEqual([]);
    }
  });

  it('gives each chapter, figure and claim files that a library reads back, with the address of its page', () => {
    const keys = ['chapter-1', 'figure-gold', 'claim-moura-un'];
    for (const lang of ['en', 'fr'])
      for (const key of keys)
        for (const ext of ['bib', 'ris']) {
          const [item] = new Cite(read(`cite/${lang}/${key}.${ext}`)).data as { title?: string; URL?: string }[];
          expect(item?.title, key).toBeTruthy();
          expect(existsSync(join(DIST, new URL(item?.URL ?? '').pathname, 'index.html')), `${key}: ${item?.URL}`).toBe(true);
        }
    expect(globSync('cite/*/*.bib', { cwd: DIST }).length).toBe(2 * (content.facts.size + figures.length + 3));
  });

  it('prints four styles with version and date, and says who claims what is not established', () => {
    const claim = page('en/claims/moura-un');
    const cite = partOf(claim, 'cite').split('</details>')[0] ?? '';
    for (const style of ['APA', 'MLA', 'Chicago', 'ISO 690']) expect(cite).toContain(`<dt>${style}</dt>`);
    expect(cite.split(`ersion ${packageJson.version}`).length - 1).toBe(4);
    expect(cite).toMatch(/disputed|alleged|reported/i);
    expect(page('fr/alliance-russe')).toContain('data-copied-from="iso690"');
  });

  it('lets reference managers pick up chapters, figures and claims', () => {
    for (const path of ['en/algiers-accord', 'fr/figures/gold', 'en/claims/days']) {
      if (!existsSync(join(DIST, path))) continue;
      const html = page(path);
      for (const name of ['citation_title', 'citation_publication_date', 'citation_public_url', 'DC.title', 'DC.identifier', 'DC.rights'])
        expect(html, `${path} ${name}`).toContain(`<meta name="${name}" content="`);
    }
  });
});

describe('what machines read', () => {
  const xml = new XMLParser({ ignoreAttributes: false });

  it.each(['feed.en.xml', 'feed.fr.xml', 'sitemap.xml'])('%s is well formed, and would not be with a tag left open', (file) => {
    expect(SyntaxValidator.validate(read(file))).toBe(true);
    expect(() => SyntaxValidator.validate(read(file).replace(/<\/\w+>\s*$/, ''))).toThrow();
  });

  it.each(['en', 'fr'])('the Atom feed in %s is well formed and has an entry a chapter and a correction', (lang) => {
    const text = read(`feed.${lang}.xml`);
    const { feed } = xml.parse(text) as {
      feed: { id: string; updated: string; entry: { id: string; updated: string; link: { '@_href': string } }[] };
    };
    expect(feed.entry.length).toBe(3 + content.corrections.size);
    for (const entry of feed.entry) {
      expect(existsSync(join(DIST, new URL(entry.link['@_href']).pathname, 'index.html')), entry.id).toBe(true);
      expect(Number.isNaN(Date.parse(entry.updated))).toBe(false);
    }
  });

  it('the sitemap names every page, each with its twin, and no other', () => {
    const text = read('sitemap.xml');
    const { urlset } = xml.parse(text) as {
      urlset: { url: { loc: string; 'xhtml:link'?: { '@_href': string; '@_hreflang': string }[] }[] };
    };
    const files = globSync('**/index.html', { cwd: DIST })
      // What asks not to be indexed is not named.
      .filter((f) => !read(f).includes('<meta name="robots" content="noindex">'))
      .map((f) => `/${f.replace(/index\.html$/, '')}`)
      // Nor is a page that calls another one its original: the light versions.
      .filter((path) => new URL(/<link rel="canonical" href="([^"]+)"/.exec(page(path))?.[1] ?? '').pathname === path);
    expect(urlset.url.map((u) => new URL(u.loc).pathname).sort()).toEqual(files.sort());
    for (const { loc, 'xhtml:link': links } of urlset.url) {
      if (new URL(loc).pathname === '/') continue;
      expect(links?.map((l) => l['@_hreflang'])).toEqual(['en', 'fr']);
      // The page itself says the same.
      for (const link of links ?? []) expect(page(new URL(loc).pathname)).toContain(`href="${link['@_href']}"`);
    }
    expect(read('robots.txt')).toContain('/sitemap.xml');
  });

  const ldOf = (path: string): Record<string, unknown> =>
    JSON.parse(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(page(path))?.[1] ?? 'null') as Record<string, unknown>;
  it('structured data of chapters names article and learning resource, twin, corrections policy, licence', async () => {
    for (const chapter of chapters) {
      const ld = ldOf(`${chapter.lang}/${chapter.slug}`);
      expect(ld['@type']).toEqual(['NewsArticle', 'LearningResource']);
      expect(await issuesOf(ld)).toEqual([]);
      expect(ld[chapter.lang === 'fr' ? 'translationOfWork' : 'workTranslation']).toBeTruthy();
      expect(String(ld.dateModified)).toMatch(/T00:00:00\+00:00$/);
      expect(existsSync(join(DIST, new URL(String(ld.image)).pathname)), String(ld.image)).toBe(true);
      const { correctionsPolicy } = ld.publisher as { correctionsPolicy: string };
      expect(existsSync(join(DIST, new URL(correctionsPolicy).pathname, 'index.html'))).toBe(true);
    }
  });

  it('structured data of lessons say what they are, for whom, how long, and which standards they serve', async () => {
    for (const path of ['en/teach', 'fr/enseigner/seance-1', 'en/teach/answer-key']) {
      const ld = ldOf(path);
      expect(await issuesOf(ld), path).toEqual([]);
      expect(ld['@type']).toBe('LearningResource');
      expect(ld.timeRequired).toMatch(/^PT\d+M$/);
      expect((ld.educationalAlignment as unknown[]).length).toBe(5);
    }
    expect(ldOf('fr/enseigner/corrige').learningResourceType).toBe('answer key');
    expect(ldOf('en/algiers-accord').timeRequired).toMatch(/^PT\d+M$/);
    expect(page('en/teach/answer-key')).toContain('<meta name="robots" content="noindex">');
  });

  it('structured data of series are data sets with licence and file', async () => {
    const catalog = ldOf('en/data') as { dataset: unknown[] };
    expect(catalog.dataset.length).toBe(content.series.size);
    for (const name of content.series.keys()) {
      const ld = ldOf(`fr/donnees/${name}`) as Record<string, unknown> & { description: string; distribution: { contentUrl: string }[] };
      expect(await issuesOf(ld), name).toEqual([]);
      expect(ld.description.length, name).toBeGreaterThanOrEqual(50);
      expect(existsSync(join(DIST, new URL(ld.distribution[0]?.contentUrl ?? '').pathname)), name).toBe(true);
    }
  });

  it('and would not pass with a property or a type that schema.org does not know', async () => {
    const ld = ldOf('fr/donnees/gold');
    expect(await issuesOf({ ...ld, licence: 'CC' })).toHaveLength(1);
    expect(await issuesOf({ ...ld, creator: { '@type': 'Organisation', name: 'x' } })).toHaveLength(1);
  });
});

describe('the pictures to download', () => {
  it.each(figures.map((f) => [f.name, f] as const))(
    '%s: every step in two frames, two formats, two languages, all linked',
    (name, figure) => {
      for (const lang of ['en', 'fr']) {
        const html = page(`${lang}/figures/${name}`);
        for (const step of figure.steps)
          for (const frame of ['compact', 'wide'])
            for (const ext of ['svg', 'png']) {
              const path = `figures/${lang}/${name}/${step}-${frame}.${ext}`;
              expect(html).toContain(`href="/${path}"`);
              expect(existsSync(join(DIST, path)), path).toBe(true);
            }
      }
    },
  );
});
