import { describe, expect, it } from 'vitest';
import { readSheet } from '../../src/scene/css.ts';
import { circle, estimateWidth, rect, text } from '../../src/scene/marks.ts';
import { bareSvg, dressedMarks, FACES, open, sizeOf, standaloneSvg } from '../../src/scene/standalone.ts';
import type { FrameId, Mark, Scene } from '../../src/scene/types.ts';

const TOKENS =
  ':root{--paper:#fff;--ink:#111;--soft:#777;--rule:#ddd;--un:#28b;--sans:system-ui, sans-serif;--serif:"Gentium Plus", serif}';
const RULES = `
  .t-un { --c: var(--un); }
  .r-bar:not([fill]), .r-dot:not([fill]) { fill: var(--c); }
  .r-outline { fill: none; stroke: var(--c); stroke-width: 1.5; }
  .r-label { fill: var(--c); }
  .r-head { fill: var(--c); font-family: var(--serif); }
  .r-figure { font-family: monospace; }
  .halo { paint-order: stroke; stroke: var(--paper); stroke-width: 3.5px; stroke-linejoin: round; }
  .p path, .p circle { stroke: var(--c); fill: none; }
  .p .bg { fill: var(--paper); stroke: none; }
  .p .f { fill: var(--c); stroke: none; }
  .land { fill: var(--c); stroke: none; }
  .region { fill: none; stroke: var(--c); stroke-width: 3; stroke-dasharray: 1.5 3; }
  .river { stroke: var(--un); }
`;
const SYMBOLS = `<svg><g id="sea"><path class="sea" d="M9 9"/></g><g id="map"><path class="land" d="M1 1"/>
<path class="region big" d="M2 2" vector-effect="non-scaling-stroke"/><path class="river" d="M3 3" vector-effect="non-scaling-stroke" /></g></svg>`;
const sheet = () => readSheet(TOKENS, RULES);

const scene = (...marks: Mark[]): Scene => ({ width: 360, height: 256, marks });
const drawn = (...marks: Mark[]) => dressedMarks(scene(...marks), sheet(), SYMBOLS);
const map = (scale: number, rest: Partial<Mark> = {}): Mark => ({
  key: 'm',
  role: 'map',
  geometry: { kind: 'use', href: 'map', x: 5, y: 6, scale },
  ...rest,
});
const words = { lang: 'fr', title: 'Qui tient "Gao"', subtitle: 'Villes & cercles', description: 'Une <carte>', credit: 'CC BY & sources' };
const picture = (
  frame: FrameId = 'compact',
  rest: Partial<typeof words> = {},
  marks: Mark[] = [circle('a', 'dot', 1, 2, 3, { tone: 'un' })],
) => standaloneSvg(scene(...marks), frame, { ...words, ...rest }, sheet(), SYMBOLS);

/** The elements of one tag with their attributes, and what they hold. */
const all = (svg: string, tag: string) =>
  [...svg.matchAll(new RegExp(`<${tag}((?: [\\w:-]+="[^"]*")*)(?:/>|>([^<]*))`, 'g'))].map(([, list = '', text = '']) => ({
    ...Object.fromEntries([...list.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value])),
    text,
  })) as Record<string, string>[];
const numbers = (of: Record<string, string> | undefined) => {
  const n = (name: string) => Number(of?.[name] ?? 0);
  return { x: n('x'), y: n('y'), width: n('width'), height: n('height'), size: n('font-size') };
};

describe('marks that leave the page', () => {
  it('take their looks along as attributes and leave their classes behind', () => {
    expect(drawn(circle('a', 'dot', 1, 2, 3, { tone: 'un' }), rect('b', 'bar', 1, 2, 3, 4)).drawing).toBe(
      '<circle cx="1" cy="2" r="3" fill="#28b"/><rect x="1" y="2" width="3" height="4" fill="#111"/>',
    );
  });

  it('name their fonts: sans unless the sheet says otherwise, and no font where there are no words', () => {
    const { drawing } = drawn(
      text('a', 'label', 1, 2, 'Gao & Kidal', 13),
      text('b', 'head', 1, 2, 'Head', 13),
      text('c', 'figure', 1, 2, '3', 13),
      circle('d', 'dot', 1, 2, 3),
    );
    const fonts = all(drawing, 'text').map((t) => t['font-family']);
    expect(fonts).toEqual([FACES['var(--sans)'], FACES['var(--serif)'], 'monospace']);
    expect(all(drawing, 'circle')[0]).not.toHaveProperty('font-family');
    expect(all(drawing, 'text').map((t) => t.text)).toEqual(['Gao &amp; Kidal', 'Head', '3']);
    expect(drawing).toContain('>Gao &amp; Kidal</text>');
    for (const face of Object.values(FACES)) expect(face).toMatch(/^'[\w ]+', .*serif$/);
  });

  it('stand in the place of a drawing of the base map that wears their tone', () => {
    const { drawing } = drawn(map(1, { tone: 'un', opacity: 0.4 }));
    expect(drawing).toMatch(/^<g transform="translate\(5 6\)" opacity="0.4"><path /);
    expect(drawing).toMatch(/<\/g>$/);
    expect(all(drawing, 'path')).toMatchObject([
      { d: 'M1 1', fill: '#28b', stroke: 'none' },
      { d: 'M2 2', fill: 'none', stroke: '#28b', 'stroke-width': '3', 'stroke-dasharray': '1.5 3' },
      { d: 'M3 3', stroke: '#28b' },
    ]);
    expect(drawing).not.toMatch(/class=|vector-effect|href|M9 9/);
  });

  it('keep the width of their lines whatever the scale of the map', () => {
    const paths = all(drawn(map(2)).drawing, 'path');
    expect(paths[1]).toMatchObject({ 'stroke-width': '1.5', 'stroke-dasharray': '0.75 1.5' });
    expect(all(drawn(map(0.75)).drawing, 'path')[1]).toMatchObject({ 'stroke-width': '4', 'stroke-dasharray': '2 4' });
    expect(paths[2]).not.toHaveProperty('stroke-width');
    expect(paths[2]).not.toHaveProperty('stroke-dasharray');
    expect(paths[0]).not.toHaveProperty('stroke-width');
  });

  it('keep the scale of lines that are meant to grow with the map', () => {
    const symbols = '<g id="map"><path class="region" d="M2 2"></path></g>';
    const { drawing } = dressedMarks(scene(map(2)), sheet(), symbols);
    expect(all(drawing, 'path')[0]).toMatchObject({ 'stroke-width': '3', 'stroke-dasharray': '1.5 3' });
  });

  it('name the drawing of the base map that is missing', () => {
    const moon: Mark = { key: 'm', role: 'map', geometry: { kind: 'use', href: 'moon', x: 0, y: 0, scale: 1 } };
    expect(() => drawn(moon)).toThrow('the base map has no drawing "moon"');
  });

  it('bring the patterns they refer to, dressed, and no others', () => {
    const { drawing, defs } = drawn(rect('a', 'bar', 0, 0, 9, 9, { tone: 'un', status: 'alleged' }), rect('b', 'gap', 0, 0, 9, 9));
    expect(all(drawing, 'rect').map((r) => r.fill)).toEqual(['url(#p-un-alleged)', 'url(#p-gap)']);
    expect(all(defs, 'pattern').map((p) => [p.id, p.width, p.height, p.patternUnits])).toEqual([
      ['p-gap', '6', '6', 'userSpaceOnUse'],
      ['p-un-alleged', '6', '6', 'userSpaceOnUse'],
    ]);
    expect(all(defs, 'circle').map((c) => [c.fill, c.stroke])).toEqual([
      ['#28b', 'none'],
      ['#28b', 'none'],
    ]);
    expect(all(defs, 'path').map((p) => [p.fill, p.stroke])).toEqual([
      ['none', '#111'],
      ['#fff', 'none'],
    ]);
    expect(defs).not.toContain('class=');
    expect(defs.replace(/<[^>]*>/g, '')).toBe('');
    expect(defs.match(/<\/pattern>/g)).toHaveLength(2);
    expect(drawn(circle('a', 'dot', 1, 2, 3)).defs).toBe('');
  });

  it('keep quotes in an attribute apart from those around it', () => {
    expect(open('text', { a: '"', b: '1' })).toBe('<text a="&quot;" b="1"');
  });
});

describe('a drawing for an e-book', () => {
  const bare = (...marks: Mark[]) => bareSvg(scene(...marks), words, sheet(), SYMBOLS);

  it('is a file with a size, a language, a name and paper', () => {
    expect(bare(circle('a', 'dot', 1, 2, 3))).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 256" width="360" height="256" role="img" xml:lang="fr"><title>Une &lt;carte&gt;</title><defs></defs><rect width="360" height="256" fill="#fff"/><circle cx="1" cy="2" r="3" fill="#111"/></svg>\n',
    );
    expect(bare(rect('b', 'gap', 0, 0, 9, 9))).toContain('<defs><pattern id="p-gap"');
    expect(bare(circle('a', 'dot', 1, 2, 3), circle('b', 'dot', 4, 5, 6))).toMatch(/<circle [^>]*\/><circle [^>]*\/><\/svg>\n$/);
  });

  it('draws a halo as words under the words; a file for the web leaves that to its reader', () => {
    const haloed = text('a', 'label', 1, 2, 'Gao', 13, { halo: true });
    const [under, over, ...more] = all(bare(haloed), 'text');
    expect(under).toMatchObject({ text: 'Gao', stroke: '#fff', 'stroke-width': '3.5', 'stroke-linejoin': 'round' });
    expect(Object.keys(over ?? {}).filter((name) => /stroke|paint/.test(name))).toEqual([]);
    expect([over?.text, over?.fill, over?.x, more.length]).toEqual(['Gao', '#111', '1', 0]);
    expect(bare(haloed)).not.toContain('paint-order');
    expect(all(drawn(haloed).drawing, 'text')).toMatchObject([{ 'paint-order': 'stroke', stroke: '#fff' }]);
    expect(all(bare(text('a', 'label', 1, 2, 'Gao', 13)), 'text')).toHaveLength(1);
  });
});

describe.each(['compact', 'wide'] as const)('a %s picture', (frame) => {
  it('is a file of the size it says, named and described in its language', () => {
    const { width, height } = sizeOf(frame, scene());
    const svg = picture(frame);
    expect(width).toBe(360);
    expect(height).toBeGreaterThan(256 + 100);
    expect(svg).toMatch(
      new RegExp(
        `^<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" xml:lang="fr">`,
      ),
    );
    expect(svg).toContain('<title>Qui tient &quot;Gao&quot;</title><desc>Une &lt;carte&gt;</desc><defs></defs>');
    expect(svg).toMatch(/<\/text><\/svg>\n$/);
    expect(picture(frame, {}, [rect('b', 'gap', 0, 0, 9, 9)])).toContain('<defs><pattern id="p-gap"');
  });

  it('has its drawing on paper, and paper over all that reaches beyond it', () => {
    const svg = picture(frame);
    const { width, height } = sizeOf(frame, scene());
    const [sheetOfPaper, head, foot, ...more] = all(svg, 'rect');
    const top = Number(/<g transform="translate\(0 (\d+)\)"><circle /.exec(svg)?.[1]);
    expect(numbers(sheetOfPaper)).toMatchObject({ x: 0, y: 0, width, height });
    expect(numbers(head)).toMatchObject({ x: 0, y: 0, width, height: top });
    expect(numbers(foot)).toMatchObject({ x: 0, y: top + 256, width, height: height - top - 256 });
    expect([sheetOfPaper, head, foot].map((r) => r?.fill)).toEqual(['#fff', '#fff', '#fff']);
    expect(more).toEqual([]);
    expect(svg.indexOf('<circle')).toBeLessThan(svg.lastIndexOf('<rect'));
    expect(svg.lastIndexOf('<rect')).toBeLessThan(svg.indexOf('<text'));
  });

  it('has its title and what it counts above the drawing, and its credit below', () => {
    const rows = 'x'.repeat(30);
    const svg = picture(frame, { credit: `${rows} ${rows}` });
    const top = Number(/translate\(0 (\d+)\)/.exec(svg)?.[1]);
    const set = all(svg, 'text');
    const [title, subtitle, first, second] = set.map(numbers);
    expect(set.map((t) => t.text)).toEqual(['Qui tient &quot;Gao&quot;', 'Villes &amp; cercles', rows, rows]);
    expect(new Set(set.map((t) => t.x)).size).toBe(1);
    expect(set[0]).toMatchObject({ 'font-family': FACES['var(--serif)'], 'font-weight': '700', fill: '#111' });
    for (const t of set.slice(1)) expect(t).toMatchObject({ 'font-family': FACES['var(--sans)'], fill: '#777' });
    if (!title || !subtitle || !first || !second) throw new Error('four rows of words');
    expect(title.y).toBeGreaterThan(title.size);
    expect(subtitle.y - title.y).toBeGreaterThan(subtitle.size);
    expect(subtitle.y).toBeLessThan(top);
    expect(first.y - first.size).toBeGreaterThan(top + 256);
    expect(second.y - first.y).toBeGreaterThan(first.size);
    expect(second.y).toBeLessThan(sizeOf(frame, scene()).height);
    expect(title.size).toBeGreaterThan(subtitle.size);
    expect(subtitle.size).toBeGreaterThan(first.size);
  });

  it('sets a long title smaller, so that it fits, and a short one no larger', () => {
    const size = (title: string) => numbers(all(picture(frame, { title }), 'text')[0]);
    const long = 'Who holds what in the north of the country, and since when';
    const { x, size: small } = size(long);
    expect(size('a').size).toBe(size('Gao').size);
    expect(size('').size).toBe(size('Gao').size);
    expect(small).toBeLessThan(size('Gao').size);
    // Its own faces may be missing: then a serif up to 1.3 times as wide takes their place.
    expect(1.3 * estimateWidth(long, small, 'serif')).toBeLessThanOrEqual(1.02 * (360 - 2 * x));
    expect(1.3 * estimateWidth(long, small, 'serif')).toBeGreaterThan(0.95 * (360 - 2 * x));
  });

  it('refuses a credit of more rows than there is room for', () => {
    const rows = (n: number) => Array.from({ length: n }, () => 'x'.repeat(30)).join(' ');
    const most = { compact: 3, wide: 3 }[frame];
    const set = all(picture(frame, { credit: rows(most) }), 'text');
    expect(set).toHaveLength(2 + most);
    expect(numbers(set.at(-1)).y).toBeLessThanOrEqual(sizeOf(frame, scene()).height);
    expect(() => picture(frame, { credit: rows(most + 1) })).toThrow(
      `the credit "${rows(most + 1)}" does not fit under a ${frame} picture`,
    );
  });
});
