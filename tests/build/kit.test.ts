/** The republishing kits, as an editor's system would take them. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { fromHtml } from 'hast-util-from-html';
import { sanitize } from 'hast-util-sanitize';
import { select } from 'hast-util-select';
import { toHtml } from 'hast-util-to-html';
import { describe, expect, it } from 'vitest';
import { type ChapterOutline, readChapters, readShorts } from '../../src/claims/outline.ts';
import { figures } from '../../src/figures/registry.ts';
import { readContent } from '../../src/lib/content.ts';
import { DIST, ORIGIN, page, read, resolved } from './pages.ts';

const content = readContent('.');
const chapters = readChapters('.');
const shorts = readShorts('.');
/** The list that the newsroom's sanitiser keeps; written down here, not taken from the code under test. */
const KEEPS = {
  tagNames: ['p', 'h2', 'h3', 'a', 'em', 'strong', 'ul', 'ol', 'li', 'blockquote', 'figure', 'img', 'figcaption'],
  attributes: { a: ['href'], img: ['src', 'alt', 'width', 'height'] },
  protocols: { href: ['http', 'https'], src: ['http', 'https'] },
  required: {},
  ancestors: {},
};
/** References resolved, so that one letter has one spelling. */
const spelt = (html: string): string => toHtml(fromHtml(html, { fragment: true }));
const sanitised = (html: string): string => toHtml(sanitize(fromHtml(html, { fragment: true }), KEEPS));

/** Words alone, without note numbers and white space, so that the forms can be held against each other. */
const words = (text: string): string =>
  text
    .replace(/\\?\[\d+\]/g, '')
    .replace(/\\/g, '')
    .replace(/[\s\u00a0\u202f]+/g, '');
const wordsOf = (html: string): string => words(resolved(html.replace(/<[^>]+>/g, '')));
/** What a reader reads in a paragraph of the built page: without what only screen readers and the notes need. */
const readable = (html: string): string =>
  wordsOf(
    html
      .replace(/<a class="mark-link"[\s\S]*?<\/a>/g, '')
      .replace(/<span class="vh">[\s\S]*?<\/span>/g, '')
      .replace(/<sup aria-hidden="true">\d+<\/sup>/g, ''),
  );
const paragraph = (html: string, id: string): string =>
  new RegExp(`<(p|h2|h3|li)(?: [^>]*)? id="${id}"[^>]*>([\\s\\S]*?)</\\1>`).exec(html)?.[2] ?? '';

const cases = chapters.map((c) => [`${c.lang}/${c.slug}`, c] as const);
const kit = (c: ChapterOutline, form: string): string => read(`kit/${c.lang}/${c.slug}.${form}`);

describe.each(cases)('the kit of %s', (path, chapter) => {
  const html = kit(chapter, 'html');
  /** Markdown without its marks: note numbers first, then addresses, then the marks themselves. */
  const bare = (text: string): string => text.replace(/[[\]!*_]/g, '');
  const md = kit(chapter, 'md')
    .replace(/\\?\[\d+\]/g, '')
    .replace(/\]\((?:[^()]|\([^()]*\))*\)/g, ']');
  const whole = { html: wordsOf(html), md: bare(words(md)), txt: words(kit(chapter, 'txt').replace(/ <https?:[^>]*>/g, '')) };
  const ui = content.ui[chapter.lang].value;

  it('passes through a sanitiser unchanged, and would not with a tag or an attribute more', () => {
    expect(sanitised(html)).toBe(spelt(html));
    expect(html).not.toMatch(/[^\0-\x7f]/);
    for (const more of ['<p><span>x</span></p>', '<script>x</script>', '<p class="x">x</p>', '<img src="data:x" alt="">'])
      expect(sanitised(html + more)).not.toBe(spelt(html + more));
  });

  it('holds every paragraph and heading of the chapter and of its short version, in every form', () => {
    const story = page(path);
    const short = page(`${path}/${chapter.lang === 'fr' ? 'bref' : 'short'}`);
    const brief = shorts.find((s) => s.lang === chapter.lang && s.number === chapter.number);
    const ids = [...chapter.blocks.map((b) => [story, b.id] as const), ...(brief?.blocks ?? []).map((b) => [short, b.id] as const)];
    expect(ids.length).toBeGreaterThan(40);
    const missing = ids.flatMap(([from, id]) => {
      const said = readable(paragraph(from, id));
      if (said.length < 4) return [`${id}: not on the page`];
      const forms = { html: said, md: bare(said), txt: said };
      return (['html', 'md', 'txt'] as const).filter((form) => !whole[form].includes(forms[form])).map((form) => `${id}: not in ${form}`);
    });
    expect(missing).toEqual([]);
  });

  it('shows every figure of the chapter, in order, from a file that is there, with alternative text, and credits each', () => {
    const shown = [...html.matchAll(/<figure><img src="([^"]*)" alt="([^"]+)"/g)];
    expect(shown.map(([, src = '']) => new URL(src).pathname.split('/')[3])).toEqual(chapter.scenes.map((s) => s.figure));
    for (const [, src = '', alt = ''] of shown) {
      expect(src.startsWith(`${ORIGIN}/`)).toBe(true);
      expect(existsSync(join(DIST, new URL(src).pathname)), src).toBe(true);
      expect(alt.length).toBeGreaterThan(40);
    }
    for (const { figure } of chapter.scenes) {
      const module = figures.find((f) => f.name === figure);
      const title = content.figures[chapter.lang].get(figure)?.value.title ?? '';
      const free = module?.series.every((s) => content.series.get(s)?.resource.commercialUse);
      const item = kit(chapter, 'txt')
        .split('\n')
        .find((row) => row.startsWith('- ') && words(row).includes(words(title)));
      expect(words(item ?? ''), figure).toContain(words(ui[free ? 'kit-commercial-yes' : 'kit-commercial-no'] ?? '?'));
      for (const series of module?.series ?? []) expect(item).toContain(`${series}.csv`);
    }
  });

  it('keeps for each note the claim, who says so, the other side and the sources', () => {
    const ids = [...new Set(chapter.facts.map((f) => f.id))];
    for (const id of ids) {
      const fact = content.facts.get(id)?.value;
      for (const said of [fact?.claim, fact?.attributedTo, fact?.counterclaim])
        if (said)
          expect(whole.txt, id).toContain(
            words(said[chapter.lang].replace(/'/g, '’'))
              .replace(/"/g, '')
              .slice(0, 40)
              .split(/["“”«»]/)[0],
          );
      for (const source of fact?.sources ?? []) expect(kit(chapter, 'txt')).toContain(content.sources.get(source)?.value.URL ?? '');
    }
    const numbers = [...html.matchAll(/\[(\d+)\]/g)].map((m) => Number(m[1]));
    const notes = select('h2 ~ ol', fromHtml(html, { fragment: true }))?.children.length ?? 0;
    expect(Math.max(...numbers)).toBe(notes);
    expect(new Set(numbers).size).toBe(notes);
  });

  it('names byline, original, licence and the checklist', () => {
    for (const form of ['html', 'md', 'txt']) expect(kit(chapter, form), form).toContain(`${ORIGIN}/${path}/`);
    for (const key of ['licence', 'kit-editor', 'kit-check-claims', 'kit-check-corrections'])
      expect(whole.txt, key).toContain(words(ui[key] ?? '?'));
    expect(whole.txt).toContain(words((ui['kit-byline'] ?? '').replace('{name}', content.site.value.title[chapter.lang])));
  });

  it('comes as an archive with its pictures, card, credits and checklist, and loads nothing from outside', () => {
    const files = unzipSync(readFileSync(join(DIST, `kit/${path}.zip`)));
    expect(Object.keys(files).sort()).toEqual(
      [
        ...['html', 'md', 'txt'].map((form) => `${chapter.slug}.${form}`),
        'card.jpg',
        'checklist.txt',
        'credits.txt',
        ...chapter.scenes.map((s) => `figures/${s.figure}.png`),
      ].sort(),
    );
    const inside = strFromU8(files[`${chapter.slug}.html`] ?? new Uint8Array());
    const sources = [...inside.matchAll(/src="([^"]*)"/g)].map((m) => m[1] ?? '');
    expect(sources.length).toBe(chapter.scenes.length);
    for (const src of sources) expect(files[src]?.length, src).toBeGreaterThan(1000);
    expect(
      Buffer.from(files['card.jpg'] ?? []).equals(readFileSync(join(DIST, `share/${chapter.lang}/chapter-${chapter.number}.jpg`))),
    ).toBe(true);
    expect(wordsOf(inside)).toBe(whole.html);
  });

  it('is offered on the page for newsrooms, which home and every foot name', () => {
    const newsrooms = chapter.lang === 'fr' ? 'fr/redactions' : 'en/newsrooms';
    for (const form of ['html', 'md', 'txt', 'zip']) expect(page(newsrooms)).toContain(`href="/kit/${path}.${form}"`);
    expect(page(chapter.lang).split('<footer')[0]).toContain(`href="/${newsrooms}/"`);
    expect(page(path).split('<footer')[1]).toContain(`href="/${newsrooms}/"`);
  });
});
