/** What an editor is told before publishing: a small site with nothing wrong, then one thing wrong at a time. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { alternativeText } from '../../scripts/preview/alt.ts';
import { readBuilt, readPage } from '../../scripts/preview/built.ts';
import { cards } from '../../scripts/preview/cards.ts';
import { dates } from '../../scripts/preview/dates.ts';
import { headers } from '../../scripts/preview/headers.ts';
import { languages } from '../../scripts/preview/languages.ts';
import { links } from '../../scripts/preview/links.ts';
import { litePages } from '../../scripts/preview/lite.ts';
import { asHtml, asText, stateOf } from '../../scripts/preview/report.ts';
import type { Section } from '../../scripts/preview/types.ts';
import { headersFile, RULES } from '../../src/site/headers.ts';

const DAY = '2026-11-24';
const ORIGIN = 'https://news.example';

/** As much of a PNG as says how large it is. */
function png(width: number, height: number, weight = 200): Buffer {
  const bytes = Buffer.alloc(weight);
  bytes.write('\x89PNG\r\n\x1a\n', 0, 'latin1');
  bytes.writeUInt32BE(13, 8);
  bytes.write('IHDR', 12, 'latin1');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

/** A chapter as the build writes it, as far as an editor's checks look. */
const chapter = (lang: 'en' | 'fr', slug: string): string => `<!DOCTYPE html><html lang="${lang}"><head><title>t</title>
<link rel="alternate" hreflang="en" href="${ORIGIN}/en/accord/"><link rel="alternate" hreflang="fr" href="${ORIGIN}/fr/traite/">
<meta property="og:image" content="${ORIGIN}/share/${lang}.png"><meta property="og:image:alt" content="words">
<script type="application/ld+json">{"datePublished":"2026-11-20T00:00:00+00:00","dateModified":"2026-11-24T00:00:00+00:00"}</script></head>
<body><main data-chapter="1"><a href="#p01">skip</a><a href="/${lang}/${slug}/lite/">lite</a><p id="p01">On <time datetime="2015">2015</time> <span data-fact="days">90</span></p>
<section data-scene="s"><figure data-figure="gold"><svg role="img" aria-label="a map"><path/></svg></figure><div data-step-id="one">words</div></section>
<img src="/share/${lang}.png" alt="a card"><svg aria-hidden="true"></svg></main></body></html>`;
const lite = (lang: string): string =>
  `<!DOCTYPE html><html lang="${lang}"><head><meta name="robots" content="noindex"></head><body><p>words</p></body></html>`;

let folder = '';
let files: Record<string, string | Buffer> = {};
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'preview-'));
  files = {
    '404.html': '<!DOCTYPE html><html lang="en"><body><p>not here</p></body></html>',
    'en/accord/index.html': chapter('en', 'accord'),
    'fr/traite/index.html': chapter('fr', 'traite'),
    'en/accord/lite/index.html': lite('en'),
    'fr/traite/lite/index.html': lite('fr'),
    'share/en.png': png(1200, 630),
    'share/fr.png': png(1200, 630),
    'data/claims.json': JSON.stringify({ claims: [{ id: 'days', asOf: '2026-10-06' }] }),
    _headers: headersFile('/', RULES),
  };
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Everything that is said of the folder, as `level where words`; `change` breaks it first. */
async function said(change: (files: Record<string, string | Buffer>) => void = () => undefined): Promise<string[]> {
  change(files);
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  const built = readBuilt(folder, DAY);
  const head = { file: '01.mdx', published: '2026-11-20', updated: '2026-11-24', asOf: '2026-10-06' };
  const all = [
    links(built),
    alternativeText(built),
    dates(built, [head]),
    languages(built, []),
    await cards(built),
    headers(built),
    litePages(built),
  ];
  return all.flatMap(({ findings }) => findings.map(({ level, where, words }) => `${level} ${where} ${words}`));
}
/** Changes the English chapter. */
const edit = (from: string | RegExp, to: string) => (all: Record<string, string | Buffer>) => {
  const before = String(all['en/accord/index.html']);
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  all['en/accord/index.html'] = after;
};

it('of a site with nothing wrong, nothing is said', async () => {
  expect(await said()).toEqual([]);
});

describe('of a site with one thing wrong, that is said and nothing else:', () => {
  it.each([
    [
      'a link to nothing',
      edit('href="#p01"', 'href="/en/nowhere/"'),
      /^fail en\/accord\/index.html A link goes to nothing: \/en\/nowhere\/$/,
    ],
    ['a link to no place', edit('href="#p01"', 'href="#p99"'), /^fail .* a place in a page that is not there: #p99$/],
    ['a picture without words', edit(' alt="a card"', ''), /^fail en\/accord\/ A picture has no alternative text: \/share\/en.png$/],
    ['a picture said to be decoration', edit('alt="a card"', 'alt=""'), /^look en\/accord\/ .*decoration/],
    ['a drawing without a name', edit('aria-label="a map"', ''), /^fail en\/accord\/ A drawing has no name/],
    ['a drawing named by words that are not there', edit('aria-label="a map"', 'aria-labelledby="gone"'), /^fail .* A drawing has no name/],
    [
      'updated before it was published',
      edit('"dateModified":"2026-11-24', '"dateModified":"2026-11-19'),
      /^fail en\/accord\/ .*updated \(2026-11-19\) before/,
    ],
    [
      'published after the edition',
      edit(/"dateP.*T00:00:00\+00:00"}/, '"datePublished":"2026-12-01","dateModified":"2026-12-01"}'),
      /^fail en\/accord\/ .*after the edition/,
    ],
    ['no day of publication', edit(/<script.*<\/script>/, ''), /^fail en\/accord\/ .* when it was published/],
    ['a day to come in the prose', edit('datetime="2015"', 'datetime="2027"'), /^look en\/accord\/ It names 2027/],
    [
      'a step that one language lacks',
      edit(' data-step-id="one"', ''),
      /^fail en\/accord\/ 0 steps here and 1 in fr\/traite\/; they part at “one”/,
    ],
    ['a fact in one language alone', edit('data-fact="days"', 'data-fact="weeks"'), /^fail en\/accord\/ 1 facts here and 1 in .* “weeks”/],
    ['a missing card', edit(/<meta property="og:image" [^>]*>/, ''), /^fail en\/accord\/ It has no card/],
  ])('%s', async (_name, change, wanted) => {
    const lines = await said(change);
    expect(lines[0]).toMatch(wanted);
    expect([...new Set(lines.map((line) => line.replace(/published|updated/, '')))].length).toBe(1);
  });

  it.each([
    ['a card of another size', 'share/en.png', png(800, 418), /^fail en\/accord\/ The card is 800 by 418/],
    ['a card too heavy for messengers', 'share/en.png', png(1200, 630, 251_000), /^fail en\/accord\/ The card weighs 251 kB/],
    ['a card that is no picture', 'share/en.png', Buffer.from('words'), /^fail en\/accord\/ The card is no picture/],
    [
      'a claim checked in the future',
      'data/claims.json',
      '{"claims":[{"id":"days","asOf":"2027-01-01"}]}',
      /^fail claim days It was checked/,
    ],
    [
      'a lite page with a script',
      'en/accord/lite/index.html',
      '<html><meta name="robots" content="noindex"><script type="module">1</script></html>',
      /^fail en\/accord\/lite\/ A lite page must not/,
    ],
    ['a file under no rule of headers', 'private/notes.txt', 'notes', /^fail \/private\/notes.txt No rule says/],
    [
      'headers changed by hand',
      '_headers',
      `${headersFile('/', RULES)}\n/x\n  X-Content-Type-Options: nosniff\n`,
      /^fail _headers It is not what the table/,
    ],
  ])('%s', async (_name, file, bytes, wanted) => {
    const lines = await said((all) => Object.assign(all, { [file]: bytes }));
    expect(lines).toEqual([expect.stringMatching(wanted)]);
  });
});

it('reads the pages as the build makes them', () => {
  const page = readPage('dist', 'fr/accord-d-alger/index.html');
  expect(page).toMatchObject({ address: 'fr/accord-d-alger/', lang: 'fr', chapter: true, redirect: false, nameless: [] });
  expect(page.pictures).toBeGreaterThan(6);
  expect([...page.alternates.keys()].sort()).toEqual(['en', 'fr']);
  expect(page.stated.get('datePublished')).toMatch(/^2026-/);
  expect(readPage('dist', 'en/accessibility/index.html')).toMatchObject({ chapter: false, nameless: [] });
});

describe('the report', () => {
  const sections: Section[] = [
    { title: 'Links', seen: '3 pages', findings: [] },
    { title: 'Cards', seen: '2 pages', findings: ['en/', 'fr/'].map((where) => ({ level: 'fail' as const, where, words: 'No <card>' })) },
    { title: 'Lite', seen: 'None', findings: [{ level: 'look', where: '', words: 'None here' }] },
  ];

  it('says first whether to publish, then each section in words, with every address', () => {
    expect(sections.map(stateOf)).toEqual(['pass', 'fail', 'look']);
    const text = asText('dist', sections);
    expect(text).toMatch(/^Not to be published yet\. dist: 1 pass, 1 to look at, 1 fail\./);
    expect(text.match(/No <card>/g)?.length).toBe(1);
    expect(text).toMatch(/FAILS +Cards\n {4}2 pages\n {2}! No <card>\n {6}en\/\n {6}fr\//);
    expect(asText('dist', sections.slice(0, 1))).toMatch(/^Nothing stands in the way/);
  });

  it('has the same as a page', () => {
    const html = asHtml('dist', sections);
    expect(html).toContain('No &lt;card>');
    for (const address of ['en/', 'fr/']) expect(html).toContain(`<code>${address}</code>`);
  });
});
