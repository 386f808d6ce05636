/** The print edition as it comes out of the printer: a chapter in each language, one on each size of paper. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Format, type Printer, startPrinter } from '../../scripts/lib/paper.ts';
import { readChapters } from '../../src/claims/outline.ts';
import { type Site, startSite } from './site.ts';

const MM = 72 / 25.4;
/** What a page must hold to be worth turning to: rows of a fiftieth of the sheet with something on them. */
const ROWS = 50;
const LEAST = 6;

let printer: Printer;
let site: Site;
let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pdf-'));
  printer = await startPrinter(resolve('dist'));
  site = await startSite();
});
afterAll(async () => {
  await printer.close();
  await site.close();
  rmSync(folder, { recursive: true });
});

const run = (command: string, ...args: string[]): string =>
  execFileSync(command, args, { encoding: 'utf8', maxBuffer: 64e6, stdio: ['ignore', 'pipe', 'ignore'] });
/** Letters and digits alone: line breaks and hyphens are the printer's. */
const bare = (words: string): string => words.replace(/[^\p{L}\p{N}]/gu, '');

interface Word {
  left: number;
  top: number;
  right: number;
  bottom: number;
}
interface Sheet {
  width: number;
  height: number;
  words: Word[];
  text: string;
}

/** Every page with its words and where they stand, in points. */
function sheets(file: string): Sheet[] {
  const texts = run('pdftotext', file, '-').split('\f');
  const number = (tag: string, name: string): number => Number(new RegExp(`${name}="([\\d.-]+)"`).exec(tag)?.[1]);
  return run('pdftotext', '-bbox', file, '-')
    .split('<page ')
    .slice(1)
    .map((page, i) => ({
      width: number(page, 'width'),
      height: number(page, 'height'),
      text: texts[i] ?? '',
      words: [...page.matchAll(/<word [^>]*>/g)].map(([tag]) => ({
        left: number(tag, 'xMin'),
        top: number(tag, 'yMin'),
        right: number(tag, 'xMax'),
        bottom: number(tag, 'yMax'),
      })),
    }));
}

/** Each page in grey, 20 pixels an inch: width, height, brightness. */
function pixels(file: string, name: string): { width: number; height: number; at(x: number, y: number): number }[] {
  run('pdftoppm', '-gray', '-r', '20', file, join(folder, name));
  const pages = run('ls', folder)
    .split('\n')
    .filter((f) => f.startsWith(`${name}-`) && f.endsWith('.pgm'));
  return pages.sort().map((page) => {
    const bytes = readFileSync(join(folder, page));
    const [head = '', w, h] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 40).toString('latin1')) ?? [];
    const [width, height] = [Number(w), Number(h)];
    return { width, height, at: (x, y) => bytes[head.length + y * width + x] ?? 255 };
  });
}

describe.each([
  ['en', 1, 'A4'],
  ['fr', 3, 'Letter'],
] as const)('%s chapter %i on %s', (lang, number, format: Format) => {
  const chapter = readChapters('.').find((c) => c.lang === lang && c.number === number);
  if (!chapter) throw new Error('no such chapter');
  const path = `${lang}/${chapter.slug}/${lang === 'fr' ? 'imprimer' : 'print'}/`;
  const name = `${lang}-${number}`;
  let file = '';
  let pages: Sheet[] = [];
  beforeAll(async () => {
    file = join(folder, `${name}.pdf`);
    writeFileSync(file, await printer.pdf(path, format));
    pages = sheets(file);
  });

  it('is tagged, titled, in its language, with bookmarks for every heading', () => {
    const info = run('pdfinfo', file);
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(info).toContain(chapter.heads.find((h) => h.field === 'title')?.text ?? '—');
    const raw = readFileSync(file).toString('latin1');
    expect(raw).toMatch(new RegExp(`/Lang \\(${lang}\\)`));
    expect(raw).toContain('/Outlines');
    const bookmarks = raw.match(/\/Title [(<][^\n]*\n?[^>]*?\/Parent/g)?.length ?? 0;
    const headings = 1 + chapter.blocks.filter((b) => b.heading).length + chapter.scenes.length + 3;
    expect(bookmarks).toBeGreaterThanOrEqual(headings);
  });

  it('has at most 40 pages of that size, numbered, none of them nearly empty', () => {
    expect(pages.length).toBeGreaterThan(10);
    expect(pages.length).toBeLessThanOrEqual(40);
    const [width, height] = format === 'A4' ? [210, 297] : [215.9, 279.4];
    for (const [i, page] of pages.entries()) {
      expect(Math.abs(page.width / MM - width), `page ${i + 1}`).toBeLessThan(1);
      expect(Math.abs(page.height / MM - height), `page ${i + 1}`).toBeLessThan(1);
      expect(page.text.replace(/\s/g, ''), `page ${i + 1}`).toContain(`${i + 1}/${pages.length}`);
    }
    for (const [i, page] of pixels(file, name).entries()) {
      // The foot of the sheet holds the page number alone.
      const inked = new Set<number>();
      for (let y = 0; y < page.height * 0.94; y++)
        for (let x = 0; x < page.width; x++) if (page.at(x, y) < 200) inked.add(Math.floor((y / page.height) * ROWS));
      expect(inked.size, `page ${i + 1}`).toBeGreaterThanOrEqual(LEAST);
    }
  });

  it('keeps everything off the edge of the sheet', () => {
    const edge = 9 * MM;
    for (const [i, page] of pages.entries())
      expect(
        page.words.filter((w) => w.left < edge || w.right > page.width - edge || w.top < edge || w.bottom > page.height - 4 * MM),
        `page ${i + 1}`,
      ).toEqual([]);
    for (const [i, page] of pixels(file, `${name}-edge`).entries()) {
      const rim = Math.floor((9 / 25.4) * 20);
      let dark = 0;
      for (let y = 0; y < page.height; y++)
        for (let x = 0; x < page.width; x++) if ((x < rim || x >= page.width - rim || y < rim) && page.at(x, y) < 250) dark++;
      expect(dark, `page ${i + 1}`).toBe(0);
    }
  });

  it('prints every step’s words, with its whole picture on the same page', async () => {
    const page = await site.open(path);
    const steps = await page.locator('[data-step-id]').evaluateAll((list) =>
      list.map((step) => ({
        id: step.id,
        // Up to the first note mark: the words run on as one.
        words: [...(step.querySelector('.p-words p[id]')?.childNodes ?? [])].find((n) => (n.textContent ?? '').trim())?.textContent ?? '',
        labels: [...step.querySelectorAll('svg text')].map((t) => t.textContent ?? ''),
      })),
    );
    await page.close();
    expect(steps.map((s) => s.id)).toEqual(chapter.scenes.flatMap((s) => s.steps.map((step) => step.id)));
    const texts = pages.map((p) => bare(p.text));
    for (const { id, words, labels } of steps) {
      const here = texts.filter((text) => text.includes(bare(words).slice(0, 24)));
      expect(here.length, `${id}: ${words}`).toBeGreaterThan(0);
      const whole = here.some((text) => labels.every((label) => bare(label) === '' || text.includes(bare(label.split(' ')[0] ?? ''))));
      expect(whole, `${id} stands with its picture`).toBe(true);
    }
    expect(run('pdfinfo', '-struct', file).match(/^\s*Figure/gm)?.length).toBe(steps.length);
  });

  it('prints every figure’s title, table and note, every claim’s note and the address of every source', async () => {
    const page = await site.open(path);
    const wanted = await page.evaluate(() => ({
      words: [...document.querySelectorAll('.fig-title, caption, .fig-note, .p-list > li > p:first-child')].map((e) =>
        (e.textContent ?? '').trim().split(/\s+/).slice(0, 3).join(''),
      ),
      // A cell's words stand in a column that the reading order of the text may cut.
      cells: [...document.querySelectorAll('.p-foot td, .p-foot th')].flatMap((e) => {
        const printed = e.cloneNode(true) as Element;
        for (const hidden of printed.querySelectorAll('.vh')) hidden.remove();
        return (printed.textContent ?? '').split(/[\s,]+/);
      }),
      addresses: [...document.querySelectorAll('.source-list a[href^="http"]')].map((a) => a.getAttribute('href') ?? ''),
      notes: [...document.querySelectorAll('[id^="n-"]')].length,
    }));
    await page.close();
    const all = bare(run('pdftotext', file, '-'));
    expect(wanted.words.filter((w) => !all.includes(bare(w).slice(0, 12)))).toEqual([]);
    expect(wanted.cells.filter((w) => !all.includes(bare(w)))).toEqual([]);
    expect(wanted.cells.length).toBeGreaterThan(200);
    expect(wanted.notes).toBeGreaterThan(20);
    // An address may be broken at the end of a line, and pages end in between: its beginning and its end are looked for.
    expect(wanted.addresses.filter((a) => !all.includes(bare(a).slice(0, 22)) || !all.includes(bare(a).slice(-8)))).toEqual([]);
  });

  it('sets no word of a picture under 8 points', async () => {
    const page = await site.open(path, { viewport: { width: 680, height: 900 } });
    await page.emulateMedia({ media: 'print' });
    const sizes = await page.locator('.p-step svg').evaluateAll((list) =>
      list.flatMap((svg) => {
        const scale = svg.getBoundingClientRect().width / (svg as SVGSVGElement).viewBox.baseVal.width;
        return [...svg.querySelectorAll('text')].map((t) => Number(t.getAttribute('font-size')) * scale * 0.75);
      }),
    );
    await page.close();
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(8);
  });
});
