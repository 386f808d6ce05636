import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { describe, expect, it } from 'vitest';
import { CHAPTERS, costOf, LITE_LIMITS, LITES } from '../../scripts/budget.ts';

const html = (page: string): string => readFileSync(join('dist', page, 'index.html'), 'utf8');
const pairs = CHAPTERS.map((chapter, i) => [chapter, LITES[i] ?? ''] as const);

/** The words of an element as a reader meets them: without note numbers, and what the page says twice for one kind of browser. */
function words(node: Root | Element | undefined): string {
  const skip = (e: Element): boolean => {
    const names = [e.properties.className].flat();
    return e.tagName === 'sup' || names.includes('vh') || names.includes('mark-link') || e.properties.popoverTargetAction === 'hide';
  };
  const text = (n: Root | Element | Root['children'][number]): string => {
    if (n.type === 'text') return n.value;
    if (n.type === 'element' && skip(n)) return '';
    const inside = 'children' in n ? n.children.map((c) => text(c as Element)).join('') : '';
    return n.type === 'element' && ['p', 'li', 'dt', 'dd'].includes(n.tagName) ? ` ${inside} ` : inside;
  };
  return node
    ? text(node)
        .replace(/[ \t\n]+/g, ' ')
        .trim()
    : '';
}

describe.each(pairs)('the light version of %s', (chapter, lite) => {
  const [full, light] = [fromHtml(html(chapter)), fromHtml(html(lite))];

  it('keeps its weight, and asks for three files at most, none of them a script or a font', () => {
    const cost = costOf('dist', lite);
    expect(cost.total).toBeLessThanOrEqual(LITE_LIMITS.total);
    expect(cost.style).toBeLessThanOrEqual(LITE_LIMITS.style);
    expect(cost.style).toBeGreaterThan(0);
    expect([cost.script, cost.font]).toEqual([0, 0]);
    expect(selectAll('script, img, iframe, [rel~=preload], [style], style', light)).toEqual([]);
    const files = selectAll('[src], [rel~=stylesheet], [rel~=icon]', light);
    expect(1 + files.length).toBeLessThanOrEqual(LITE_LIMITS.requests);
    // Nor does the sheet fetch anything more.
    expect(readFileSync('dist/lite.css', 'utf8')).not.toMatch(/@import|@font-face|url\((?!#)/);
  });

  it('is announced by the chapter with what it weighs, and leads back', () => {
    const said = words(select(`[data-weight="${lite}"]`, full));
    expect(said).toBe(`${Math.round(costOf('dist', lite).total / 1000)}\u00a0${chapter.startsWith('fr') ? 'ko' : 'kB'}`);
    expect(select('link[data-lite]', full)?.properties.href).toBe(`/${lite}/`);
    expect(selectAll(`a[href="/${chapter}/?full"]`, light).length).toBeGreaterThan(0);
    expect(select('link[rel=canonical]', light)?.properties.href).toBe(select('link[rel=canonical]', full)?.properties.href);
    expect(readFileSync('dist/sitemap.xml', 'utf8')).not.toContain(`/${lite}/`);
  });

  it('starts as a page of today: a doctype, a language, one title', () => {
    expect(html(lite)).toMatch(/^<!doctype html><html lang="(?:en|fr)">/);
    expect(selectAll('h1', light).map(words)).toEqual(selectAll('h1', full).map(words));
  });

  it('says every paragraph, heading and step of the chapter, word for word and in its order', () => {
    const told = selectAll('.prose :is(p, h2, h3)[id]', full).filter((e) => /^(?:p\d|h-)/.test(String(e.properties.id)));
    expect(told.length).toBeGreaterThan(40);
    for (const e of told) expect(words(select(`[id="${e.properties.id}"]`, light)), String(e.properties.id)).toBe(words(e));
    const order = (tree: Root): unknown[] =>
      selectAll('[id]', tree)
        .map((e) => e.properties.id)
        .filter((id) => told.some((e) => e.properties.id === id));
    expect(order(light)).toEqual(order(full));
    expect(selectAll('.step', light).map((e) => e.properties.id)).toEqual(selectAll('.step', full).map((e) => e.properties.id));
    for (const name of ['.standfirst', '.chapter-question', '.fig-title', '.fig-note'])
      for (const e of selectAll(name, full)) expect(words(select('main', light))).toContain(words(e));
  });

  it('carries every note whole, with the addresses of its sources, and every term', () => {
    const notes = selectAll('[popover].note', full);
    expect(notes.length).toBeGreaterThan(20);
    for (const note of notes) {
      const twin = select(`[id="${note.properties.id}"]`, light);
      const has = new Set(words(twin).split(/[\s.,:]+/));
      // The number stands before the claim here, and in front of the list item there.
      const missing = words(note)
        .replace(/^\d+ /, '')
        .split(/[\s.,:]+/)
        .filter((w) => !has.has(w));
      expect(missing, String(note.properties.id)).toEqual([]);
      const addresses = (e: Element | undefined) => (e ? selectAll('a[href^=http]', e).map((a) => a.properties.href) : []);
      expect(addresses(twin)).toEqual(addresses(note));
    }
  });

  it('shows each figure at its end and at one step more at least, each picture named by its step', () => {
    for (const figure of selectAll('.scene-block', full)) {
      const name = String(figure.properties.dataScene);
      const twin = select(`#fig-${name}`, light);
      const steps = twin ? selectAll('.step', twin) : [];
      const drawn = steps.filter((step) => select('svg.scene', step));
      expect(drawn.length, name).toBeGreaterThanOrEqual(2);
      expect(drawn.at(-1), name).toBe(steps.at(-1));
      for (const step of drawn) expect(String(select('svg', step)?.properties.ariaLabel).length, name).toBeGreaterThan(20);
    }
  });

  it('draws nothing that is not there', () => {
    const text = html(lite);
    const ids = new Set([...text.matchAll(/\sid="([^"]+)"/g)].map((m) => m[1]));
    const wanted = [...text.matchAll(/url\(#([\w-]+)\)|<use[^>]*href="#([^"]+)"/g)].map((m) => m[1] ?? m[2]);
    expect(wanted.length).toBeGreaterThan(5);
    expect(wanted.filter((id) => !ids.has(id))).toEqual([]);
  });
});
