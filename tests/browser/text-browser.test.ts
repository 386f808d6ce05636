/** A chapter in a browser that shows nothing but words: w3m prints it as plain text, in the order of the page. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { describe, expect, it } from 'vitest';
import { findProgram } from '../../scripts/lib/engines.mjs';
import { readChapters } from '../../src/claims/outline.ts';
import { typeset } from '../../src/i18n/typography.ts';
import { readContent } from '../../src/lib/content.ts';
import { localeOf } from '../../src/site/figure.ts';

const w3m = findProgram('w3m');
const content = readContent('.');
const chapters = readChapters('.');
/** Words alone: lines, spaces and what typography sets between them are the browser's business. */
const flat = (text: string): string => text.replace(/[\s\u00a0\u202f]+/g, '');

/** The longest run of words of a step that nothing interrupts: no number of the ledger, no note, no picture. */
function longest(step: Element | undefined): string {
  const runs = step ? selectAll('p', step).flatMap((p) => p.children.flatMap((c) => (c.type === 'text' ? [c.value] : []))) : [];
  return runs.reduce((a, b) => (b.length > a.length ? b : a), '');
}

function dump(file: string): string {
  const { stdout, status, stderr } = spawnSync(w3m, ['-dump', '-cols', '10000', '-I', 'UTF-8', '-O', 'UTF-8', '-T', 'text/html', file], {
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  if (status !== 0) throw new Error(`w3m: ${stderr}`);
  return flat(stdout);
}

describe.skipIf(!w3m)(`w3m${w3m ? '' : ' (not on this machine, and may not be installed)'}`, () => {
  it.each(
    chapters.flatMap((chapter) => [
      { page: `${chapter.lang}/${chapter.slug}`, chapter, tables: true },
      { page: `${chapter.lang}/${chapter.slug}/${chapter.lang === 'fr' ? 'leger' : 'lite'}`, chapter, tables: false },
    ]),
  )('reads $page in order: title, what it is about, each step of each figure, its table, the notes', ({ page, chapter, tables }) => {
    const { lang } = chapter;
    const set = (words: string): string => flat(typeset(words, lang));
    const text = dump(`dist/${page}/index.html`);
    const tree = fromHtml(readFileSync(`dist/${page}/index.html`, 'utf8'));
    let from = 0;
    const next = (words: string, what: string): void => {
      const at = text.indexOf(words, from);
      expect(at, `${what}: "${words}"`).toBeGreaterThanOrEqual(from);
      from = at + words.length;
    };
    for (const field of ['title', 'standfirst', 'question']) next(set(chapter.heads.find((h) => h.field === field)?.text ?? ''), field);
    for (const { figure, steps } of chapter.scenes) {
      const { text: words } = localeOf(figure, lang, content);
      next(set(words.title), figure);
      for (const { id } of steps) next(flat(longest(select(`[id="${id}"]`, tree))), id);
      next(set(words.note), `note of ${figure}`);
      if (tables) next(set(words.table.caption), `table of ${figure}`);
    }
    const claims = [...new Set(chapter.facts.filter((f) => f.via !== 'Card').map((f) => f.id))];
    for (const id of claims) next(set(content.facts.get(id)?.value.claim[lang] ?? ''), id);
  });
});
