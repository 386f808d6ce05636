/** The e-books as a reading system takes them. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { fromHtml } from 'hast-util-from-html';
import { selectAll } from 'hast-util-select';
import { toString as wordsOf } from 'mdast-util-to-string';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findEpubcheck } from '../../scripts/lib/setup.mjs';
import { readChapters } from '../../src/claims/outline.ts';
import { typeset } from '../../src/i18n/typography.ts';
import { readContent } from '../../src/lib/content.ts';

const content = readContent('.');
const chapters = readChapters('.');
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'epub-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What EPUBCheck says of a book; every warning counts as a failure. */
function check(file: string): { ok: boolean; says: string } {
  const [command, ...args] = findEpubcheck();
  if (!command) throw new Error('EPUBCheck is missing: install the package "epubcheck", or run npm test, which does');
  const { status, stdout, stderr } = spawnSync(command, [...args, '--failonwarnings', file], { encoding: 'utf8' });
  return { ok: status === 0, says: `${stdout}${stderr}` };
}

describe.each([
  ['en', 'en/print'],
  ['fr', 'fr/imprimer'],
] as const)('the e-book in %s', (lang, page) => {
  const path = `dist/epub/mali-${lang}.epub`;
  const bytes = readFileSync(path);
  const files = unzipSync(bytes);
  const text = (name: string): string => strFromU8(files[`EPUB/${name}`] ?? new Uint8Array());
  const documents = Object.keys(files).flatMap((f) => (f.endsWith('.xhtml') ? [f.replace('EPUB/', '')] : []));
  const trees = new Map(documents.map((name) => [name, fromHtml(text(name))]));
  const tree = (name: string) => trees.get(name) ?? fromHtml('');
  const idsOf = new Map(documents.map((name) => [name, new Map(selectAll('[id]', tree(name)).map((e) => [String(e.properties.id), e]))]));
  const target = (from: string, href: string) => {
    const [file, id = ''] = href.split('#');
    return idsOf.get(file || from)?.get(id);
  };

  it('passes EPUBCheck without error or warning', () => {
    const { ok, says } = check(path);
    expect(says).toMatch(/No errors or warnings detected/);
    expect(ok).toBe(true);
  }, 240_000);

  it('says first what it is, uncompressed, and holds no script', () => {
    expect(strFromU8(bytes.subarray(30, 58))).toBe('mimetypeapplication/epub+zip');
    for (const name of documents) expect(text(name), name).not.toMatch(/<script|\sstyle="|\son\w+="/);
  });

  it('names its language, licence and what it offers those who do not see', () => {
    const opf = text('package.opf');
    expect(opf).toContain(`<dc:language>${lang}</dc:language>`);
    expect(opf).toContain('creativecommons.org/licenses/by/4.0');
    for (const name of ['accessMode', 'accessModeSufficient', 'accessibilityFeature', 'accessibilityHazard', 'accessibilitySummary'])
      expect(opf).toMatch(new RegExp(`<meta property="schema:${name}">[^<]+<`));
    // Nobody has audited it: no conformance is claimed.
    expect(opf).not.toContain('conformsTo');
    for (const name of documents) expect(text(name), name).toContain(`lang="${lang}" xml:lang="${lang}"`);
  });

  it('shows every step’s picture with its sentence, and the words of the print edition', () => {
    const print = fromHtml(readFileSync(`dist/${page}/index.html`, 'utf8'));
    for (const chapter of chapters.filter((c) => c.lang === lang)) {
      const here = tree(`chapter-${chapter.number}.xhtml`);
      const pictures = new Map(selectAll('img', here).map((img) => [String(img.properties.src), String(img.properties.alt)]));
      for (const { figure, steps } of chapter.scenes)
        for (const { id } of steps) {
          expect(strFromU8(files[`EPUB/img/${id}.svg`] ?? new Uint8Array()), id).toMatch(/^<svg /);
          expect(pictures.get(`img/${id}.svg`), id).toBe(typeset(content.figures[lang].get(figure)?.value.steps[id]?.say ?? '', lang));
        }
      expect(pictures.size).toBe(chapter.scenes.reduce((n, s) => n + s.steps.length, 0));
      const words = (root: ReturnType<typeof fromHtml>, selector: string): string[] => selectAll(selector, root).map((e) => wordsOf(e));
      for (const selector of ['p[id]', 'h2', 'h3', 'td', '.side-who'])
        expect(words(here, selector), selector).toEqual(words(print, `#chapter-${chapter.number} ${selector}`));
      expect(selectAll('p[id]', here).length).toBe(chapter.blocks.filter((b) => !b.heading).length);
    }
  });

  it('leads from every mark to its note and back to the paragraph, and from notes to sources', () => {
    let marks = 0;
    for (const name of documents.filter((d) => d.startsWith('chapter-')))
      for (const mark of selectAll('a.noteref', tree(name))) {
        marks++;
        const note = target(name, String(mark.properties.href));
        expect(note?.tagName, String(mark.properties.href)).toBe('li');
        expect(mark.properties['epub:type']).toBe('noteref');
      }
    expect(marks).toBeGreaterThan(150);
    for (const note of selectAll('li[id]', tree('notes.xhtml'))) {
      const backs = selectAll('[role="doc-backlink"]', note).map((a) => String(a.properties.href));
      expect(backs.length, String(note.properties.id)).toBeGreaterThan(0);
      for (const back of backs) {
        const paragraph = target('notes.xhtml', back);
        const to = paragraph ? selectAll('a.noteref', paragraph).map((a) => a.properties.href) : [];
        expect(to, back).toContain(`notes.xhtml#${note.properties.id}`);
      }
      const sources = selectAll('a[href^="sources.xhtml#"]', note);
      expect(sources.length, String(note.properties.id)).toBeGreaterThan(0);
      for (const source of sources) expect(target('', String(source.properties.href))).toBeTruthy();
    }
  });

  it('has contents, a list of figures and landmarks that lead somewhere', () => {
    const links = selectAll('nav a', tree('nav.xhtml')).map((a) => String(a.properties.href));
    for (const link of links) expect(link.includes('#') ? target('', link) : idsOf.get(link), link).toBeTruthy();
    expect(selectAll('#loi a', tree('nav.xhtml')).length).toBe(
      chapters.filter((c) => c.lang === lang).reduce((n, c) => n + c.scenes.length, 0),
    );
  });
});

it('an e-book with a picture missing and a note that leads nowhere does not pass', () => {
  const { 'EPUB/img/kidal-mali.svg': _gone, mimetype = new Uint8Array(), ...rest } = unzipSync(readFileSync('dist/epub/mali-en.epub'));
  const chapter = strFromU8(rest['EPUB/chapter-1.xhtml'] ?? new Uint8Array());
  const astray = strToU8(chapter.replace('notes.xhtml#n-', 'notes.xhtml#nowhere-'));
  const broken = join(folder, 'broken.epub');
  writeFileSync(broken, zipSync({ mimetype: [mimetype, { level: 0 }], ...rest, 'EPUB/chapter-1.xhtml': astray }));
  const { ok, says } = check(broken);
  expect(ok).toBe(false);
  expect(says).toMatch(/ERROR\(RSC-\d+\).*kidal-mali\.svg/);
  expect(says).toMatch(/ERROR\(RSC-012\)/);
}, 240_000);
