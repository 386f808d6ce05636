import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { CHAPTERS, HOMES, LITES } from '../../scripts/budget.ts';

/** What ten packets hold: the first round trip of a connection brings no more. */
const FIRST = 14_000;
const packed = (page: string): Buffer =>
  brotliCompressSync(readFileSync(join('dist', page, 'index.html')), { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
/** As much of the page as can be unpacked from its first bytes. */
const head = (page: string): string =>
  brotliDecompressSync(packed(page).subarray(0, FIRST), { finishFlush: constants.BROTLI_OPERATION_FLUSH }).toString();

describe('the first 14 kB over the wire', () => {
  it.each([...CHAPTERS, ...LITES])('of %s hold its title, its question and its first two paragraphs', (page) => {
    const first = head(page);
    expect(first).toContain('</h1>');
    for (const id of ['p01', 'p02']) expect(first).toMatch(new RegExp(`<p id="${id}">[\\s\\S]*</p>`));
  });

  it.each(HOMES)('of home in %s hold its title and every chapter', (page) => {
    const first = head(page);
    for (const chapter of CHAPTERS.filter((c) => c.startsWith(page))) expect(first).toContain(`href="/${chapter}/"`);
  });

  it.each(CHAPTERS)('of %s tell who it is for before any shape: the map comes after the words', (page) => {
    const text = readFileSync(join('dist', page, 'index.html'), 'utf8');
    const [question, map, figure, data] = ['class="chapter-question"', 'id="map-mali"', '<figure', 'application/ld+json'].map((s) =>
      text.indexOf(s),
    );
    expect(question).toBeGreaterThan(0);
    expect(map).toBeGreaterThan(question ?? 0);
    expect(figure).toBeGreaterThan(map ?? 0);
    // What machines read comes last.
    expect(data).toBeGreaterThan(text.lastIndexOf('</figure>'));
  });
});
