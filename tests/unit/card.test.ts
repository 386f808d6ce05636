import { describe, expect, it } from 'vitest';
import { CARD, type CardWords, cardSvg } from '../../src/scene/card.ts';
import { readSheet } from '../../src/scene/css.ts';
import { circle, estimateWidth, rect } from '../../src/scene/marks.ts';
import { FACES } from '../../src/scene/standalone.ts';
import type { Scene } from '../../src/scene/types.ts';

const TOKENS = ':root{--paper:#fff;--ink:#111;--soft:#777;--rule:#ddd;--accent:#840;--sans:s;--serif:t}';
const sheet = () => readSheet(TOKENS, '.r-dot{fill:var(--ink)}');
const scene = (width = 360, height = 256): Scene => ({ width, height, marks: [circle('a', 'dot', 1, 2, 3)] });
const words: CardWords = {
  lang: 'en',
  kicker: 'Mali & after',
  title: 'Who holds Gao',
  line: 'The towns changed hands.',
  sub: 'Towns, 2012',
  credit: ['Counted by X', 'CC BY 4.0'],
};
const card = (rest: Partial<CardWords> = {}, of: Scene = scene()) => cardSvg(of, { ...words, ...rest }, sheet(), '');

/** The elements of one tag with their attributes, and the words in them. */
const all = (svg: string, tag: string) =>
  [...svg.matchAll(new RegExp(`<${tag}((?: [\\w:-]+="[^"]*")*)(?:/>|>([^<]*))`, 'g'))].map(([, list = '', text = '']) => ({
    attrs: Object.fromEntries([...list.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value])) as Record<
      string,
      string
    >,
    text,
  }));
const n = (value: string | undefined) => Number(value ?? 0);
const rows = (svg: string) =>
  all(svg, 'text').map(({ attrs, text }) => ({ text, x: n(attrs.x), y: n(attrs.y), size: n(attrs['font-size']), attrs }));
const box = (of: { attrs: Record<string, string> } | undefined) => ['x', 'y', 'width', 'height'].map((name) => n(of?.attrs[name]));
/** The frame of the drawing and where the drawing begins. */
const plate = (svg: string) => {
  const [x = 0, y = 0, width = 0, height = 0] = box(all(svg, 'rect').find((r) => r.attrs.fill === 'none'));
  return { x, y, width, height };
};
/** The words left of the drawing, without the credit below. */
const column = (svg: string) => rows(svg).filter((row) => row.y < plate(svg).y + 486);

describe('a share card', () => {
  it('has the size the networks ask for and the language of its words', () => {
    expect(CARD).toEqual({ width: 1200, height: 630 });
    expect(card()).toMatch(
      /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox="0 0 1200 630" width="1200" height="630" xml:lang="en"><defs><\/defs><rect /,
    );
    expect(card()).toMatch(/<\/text><\/svg>$/);
    const hatched = { ...scene(), marks: [rect('b', 'gap', 0, 0, 9, 9)] };
    expect(card({}, hatched)).toContain('<defs><pattern id="p-gap"');
    expect(card()).not.toMatch(/undefined|NaN|Stryker|class=/);
  });

  it.each([
    ['high', scene(360, 256)],
    ['broad', scene(720, 400)],
    ['narrow', scene(100, 300)],
  ])('fits a %s drawing into its frame, at the right margin', (_shape, of) => {
    const svg = card({}, of);
    const { x, y, width, height } = plate(svg);
    const [, left, top, scale] = (/<g transform="translate\(([\d.]+) ([\d.]+)\) scale\(([\d.]+)\)"><circle /.exec(svg) ?? []).map(Number);
    expect([left, top]).toEqual([x, y]);
    expect(x + width).toBeCloseTo(1200 - 48, 0);
    expect(width / of.width).toBeCloseTo(scale ?? 0, 2);
    expect(height / of.height).toBeCloseTo(scale ?? 0, 2);
    expect(width <= 684 && height <= 486 && (width === 684 || height === 486)).toBe(true);
  });

  it('covers with paper what reaches beyond the frame, on all four sides', () => {
    const svg = card({}, scene(720, 400));
    const { x, y, width, height } = plate(svg);
    const paper = all(svg, 'rect').filter((r) => r.attrs.fill === '#fff');
    expect(paper.map(box)).toEqual(
      [
        [0, 0, 1200, 630],
        [0, 0, 1200, y],
        [0, y + height, 1200, 630 - y - height],
        [0, 0, x, 630],
        [x + width, 0, 1200 - x - width, 630],
      ].map((sides) => sides.map((side) => expect.closeTo(side, 1))),
    );
    const [ground, ...covers] = [...svg.matchAll(/<rect [^>]*fill="#fff"\/>/g)].map((m) => m.index);
    expect(ground).toBeLessThan(svg.indexOf('<circle'));
    for (const cover of covers) expect(cover).toBeGreaterThan(svg.indexOf('<circle'));
    expect(svg.indexOf('fill="none"')).toBeGreaterThan(Math.max(...covers));
  });

  it('has a hairline round the drawing and a bar of accent over the words', () => {
    const svg = card();
    expect(all(svg, 'rect').find((r) => r.attrs.fill === 'none')?.attrs).toMatchObject({ stroke: '#ddd', 'stroke-width': '1.5' });
    expect(all(svg, 'rect').find((r) => r.attrs.fill === '#840')?.attrs).toEqual({
      x: '48',
      y: '44',
      width: '72',
      height: '6',
      fill: '#840',
    });
  });
});

describe('the words on a share card', () => {
  it('say whose it is, what it is called, what it says and what it counts, in this order', () => {
    const set = column(card());
    const look = ({ text, size, attrs }: (typeof set)[number]) => [text, size, attrs['font-weight'], attrs['font-family'], attrs.fill];
    const [serif, sans] = [FACES['var(--serif)'], FACES['var(--sans)']];
    expect(set.map(look)).toEqual([
      ['Mali &amp; after', 18, '600', sans, '#840'],
      ['Who holds Gao', 48, '700', serif, '#111'],
      ['The towns changed hands.', 26, '400', serif, '#111'],
      ['Towns, 2012', 17, '400', sans, '#777'],
    ]);
    expect(card()).toContain('>Mali &amp; after</text>');
  });

  it('stand one under the other, each with room of its own, from under the bar', () => {
    const set = column(card());
    expect(set.every((row) => row.x === 48)).toBe(true);
    expect(set.map((row) => row.y)).toEqual([87.4, 147.6, 202.8, 244.9]);
    expect((set[0]?.y ?? 0) - (set[0]?.size ?? 0)).toBeGreaterThan(50);
  });

  it('of two languages share one card', () => {
    const svg = card({ twin: { title: 'Qui tient Gao', line: 'Les villes.' } });
    expect(column(svg).map((row) => [row.text, row.size])).toEqual([
      ['Who holds Gao', 48],
      ['The towns changed hands.', 24],
      ['Qui tient Gao', 48],
      ['Les villes.', 24],
    ]);
    expect(column(svg).map((row) => row.y)).toEqual([112.2, 165.2, 256.7, 309.7]);
  });

  it('leave no gap where there is nothing to say', () => {
    expect(column(card({ sub: '' })).map((row) => row.text)).toEqual(['Mali &amp; after', 'Who holds Gao', 'The towns changed hands.']);
    expect(column(card({ kicker: '' }))[0]).toMatchObject({ text: 'Who holds Gao', y: 106.2 });
  });

  it('break into rows that keep clear of the drawing', () => {
    const svg = card({
      title: 'Who holds which of the towns of the north',
      line: 'The towns of the north changed hands more than once in these years, and some of them twice in one.',
    });
    const set = column(svg);
    const wide = plate(svg).x - 36 - 48;
    expect(set.length).toBeGreaterThan(6);
    for (const row of set)
      expect(
        estimateWidth(row.text, row.size * 0.95, row.attrs['font-family'] === FACES['var(--serif)'] ? 'serif' : 'sans'),
      ).toBeLessThanOrEqual(wide);
    for (const [i, row] of set.entries()) if (i) expect(row.y - (set[i - 1]?.y ?? 0)).toBeGreaterThanOrEqual(row.size);
    // The first word of the second row had no room in the first.
    const [, first, second] = set;
    expect(estimateWidth(`${first?.text} ${second?.text.split(' ')[0]}`, 48 * 0.95, 'serif')).toBeGreaterThan(wide);
    expect(set.map((row) => row.text).join(' ')).toContain('Who holds which of the towns of the north');
  });

  it('are set smaller, all alike, until they fit above the foot of the drawing', () => {
    const line = 'The towns of the north changed hands. '.repeat(9).trim();
    const svg = card({ line });
    const sizes = [...new Set(column(svg).map((row) => row.size))];
    const scale = (sizes[1] ?? 0) / 48;
    expect(scale).toBeLessThan(1);
    expect(scale).toBeGreaterThanOrEqual(0.7);
    expect(sizes).toEqual([18, 48, 26, 17].map((size) => expect.closeTo(size * scale, 0)));
    expect(
      rows(svg)
        .map((row) => row.text)
        .join(' '),
    ).toContain(line);
    expect(column(svg)[0]?.y).toBeCloseTo(50 + 37.44 * scale, 1);
    expect(column(svg).at(-1)?.y).toBeLessThanOrEqual(44 + 486);
    expect(column(svg).at(-1)?.y).toBeGreaterThan(400);
  });

  it('are set smaller where a single word is too long', () => {
    const svg = card({ title: 'Ouagadougou-Bobo-Diou' });
    const title = column(svg)[1];
    expect(title?.text).toBe('Ouagadougou-Bobo-Diou');
    expect(title?.size).toBeLessThan(48);
    expect(estimateWidth('Ouagadougou-Bobo-Diou', 0.95 * (title?.size ?? 99), 'serif')).toBeLessThanOrEqual(1.02 * (plate(svg).x - 84));
  });

  it('are refused where they would have to be cut', () => {
    const line = 'word '.repeat(400).trim();
    expect(() => card({ line })).toThrow(`the words "Who holds Gao" … "${line}" do not fit on a share card`);
    expect(() => card({ title: 'x'.repeat(60) })).toThrow(/do not fit/);
  });
});

describe('the credit of a share card', () => {
  const credit = (...of: string[]) => rows(card({ credit: of })).filter((row) => row.y > 530);

  it('stands below the drawing, one row under the other, in soft sans', () => {
    const set = credit('Counted by X & Y', '', 'CC BY 4.0');
    expect(set.map(({ text, x, y, size }) => [text, x, y, size])).toEqual([
      ['Counted by X &amp; Y', 48, 562, 16],
      ['CC BY 4.0', 48, 583, 16],
    ]);
    for (const { attrs } of set) expect(attrs).toMatchObject({ fill: '#777', 'font-family': FACES['var(--sans)'] });
    expect(card()).toMatch(/>CC BY 4.0<\/text><\/svg>$/);
  });

  it('fills the width of the card before it breaks', () => {
    const long = 'a source of many words '.repeat(8).trim();
    const set = credit(long);
    expect(set.map((row) => row.text).join(' ')).toBe(long);
    expect(set).toHaveLength(2);
    expect(estimateWidth(set[0]?.text ?? '', 16 * 0.88)).toBeLessThanOrEqual(1104);
    expect(estimateWidth(set[0]?.text ?? '', 16 * 0.88)).toBeGreaterThan(1000);
  });

  it('breaks between its parts, never inside one', () => {
    const parts = [
      'one two three four five six',
      'seven eight nine ten',
      'eleven twelve thirteen fourteen',
      'fifteen sixteen',
      'seventeen eighteen',
      'nineteen twenty twenty-one twenty-two twenty-three',
    ];
    const set = credit(parts.join(' · '));
    expect(set.length).toBeGreaterThan(1);
    const plain = set.map((row) => row.text.replaceAll('\u00a0', ' ').replace(/ ·$/, ''));
    expect(plain.join(' · ')).toBe(parts.join(' · '));
    for (const row of plain) for (const part of row.split(' · ')) expect(parts).toContain(part);
  });

  it('has three rows at most', () => {
    expect(credit('one', 'two', 'three').map((row) => row.y)).toEqual([562, 583, 604]);
    expect(() => credit('one', 'two', 'three', 'four')).toThrow('the credit "one two three four" does not fit under a share card');
  });
});
