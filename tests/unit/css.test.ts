import { describe, expect, it } from 'vitest';
import { attributesOf, compactCss, readSheet, type Styled } from '../../src/scene/css.ts';

const ROOT = ':root{--ink:#111;--paper:#fff;--un:#28b}';
/** What the rules say of an element, under tokens of our own. */
const said = (css: string, element: Partial<Styled> = {}, tone?: string) =>
  attributesOf({ tag: 'circle', classes: [], attrs: {}, ...element }, readSheet(ROOT, css), tone);
const fill = (css: string, element: Partial<Styled> = {}) => said(css, element).attrs.fill;
const classes = (...names: string[]) => ({ classes: names });

describe('the tokens', () => {
  it('are those of the light theme, from :root alone', () => {
    const css =
      '/* note */ :root { /* note */ --ink: #111; --paper: #fff; } .x { --ink: red } @media (prefers-color-scheme: dark) { :root { --ink: white } }';
    expect([...readSheet(css, '').tokens]).toEqual([
      ['--ink', '#111'],
      ['--paper', '#fff'],
    ]);
  });
});

describe('the rules', () => {
  it('dress an element by its class, by its tag, or by several classes at once', () => {
    expect([fill('.a{fill:red}', classes('a')), fill('.a{fill:red}', classes('ab')), fill('.a-b_1{fill:red}', classes('a-b_1'))]).toEqual([
      'red',
      undefined,
      'red',
    ]);
    expect([fill('circle{fill:red}'), fill('circle{fill:red}', { tag: 'path' })]).toEqual(['red', undefined]);
    expect([fill('.a.b{fill:red}', classes('a')), fill('.a.b{fill:red}', classes('a', 'b'))]).toEqual(['red', undefined].reverse());
    expect([fill('path.a{fill:red}', classes('a')), fill('.a,.b{fill:red}', classes('b'))]).toEqual([undefined, 'red']);
  });

  it('dress an element by a piece of its classes, or by lacking it', () => {
    expect([fill('[class*="t-"]{fill:red}', classes('a', 't-un')), fill('[class*="t-"]{fill:red}', classes('a'))]).toEqual([
      'red',
      undefined,
    ]);
    // Two classes side by side make no third.
    expect([fill('[class*="t-"]{fill:red}', classes('t', '-un')), fill(':not([class*="t-"]){fill:red}', classes('t', '-un'))]).toEqual([
      undefined,
      'red',
    ]);
  });

  it('dress an element that lacks an attribute', () => {
    const css = '.a:not([stroke-width]){fill:red}';
    expect([fill(css, classes('a')), fill(css, { ...classes('a'), attrs: { 'stroke-width': '2' } })]).toEqual(['red', undefined]);
    expect(fill(css, { ...classes('a'), attrs: { 'stroke-width': '' } })).toBeUndefined();
  });

  it('dress an element by what it stands in', () => {
    const inside = (...names: string[]) => ({ ...classes('a'), parent: { tag: 'pattern', classes: names } });
    expect([fill('.p .a{fill:red}', inside('p')), fill('.p .a{fill:red}', inside('q')), fill('.p .a{fill:red}', classes('a'))]).toEqual([
      'red',
      undefined,
      undefined,
    ]);
    expect([fill('pattern .a{fill:red}', inside()), fill('.p\n  .a{fill:red}', inside('p')), fill('.p .b{fill:red}', inside('p'))]).toEqual(
      ['red', 'red', undefined],
    );
    expect(fill(':not([fill]) .a{fill:red}', inside('p'))).toBe('red');
  });

  it('leave motion and media to the page', () => {
    expect(
      fill('.scene g > *{fill:red} @media (forced-colors: active){.a{fill:blue}} @supports (fill:red){.a{fill:green}}', classes('a')),
    ).toBeUndefined();
    expect(readSheet(ROOT, '.a > .b, .c{fill:red}').rules).toHaveLength(1);
  });

  it('give way to later ones of their weight, and to heavier ones wherever they stand', () => {
    expect(fill('.a{fill:red}.b{fill:blue}', classes('b', 'a'))).toBe('blue');
    expect(fill('.a.b{fill:red}.b{fill:blue}', classes('a', 'b'))).toBe('red');
    expect(fill('.a{fill:red}circle{fill:blue}', classes('a'))).toBe('red');
    const inside = { ...classes('a'), parent: { tag: 'g', classes: ['p'] } };
    expect([fill('.p .a{fill:red}.a{fill:blue}', inside), fill('g .a{fill:red}.a{fill:blue}', inside)]).toEqual(['red', 'red']);
    expect(fill('.a:not([fill]){fill:red}.a{fill:blue}', classes('a'))).toBe('red');
    expect(fill('.a{fill:red}.b{stroke:red}.a{fill:blue}.a{fill:green}', classes('a', 'b'))).toBe('green');
  });

  it('that cannot be followed are refused by name', () => {
    for (const selector of ['.a:hover', '#a', '*', '.a::before', '[data-x]', ':not(.b)'])
      expect(() => readSheet(ROOT, `${selector}{fill:red}`), selector).toThrow(
        /of ".+" is a kind of selector that src\/scene\/css\.ts does not know/,
      );
    expect(() => readSheet(ROOT, '.a:hover{fill:red}')).toThrow(/^styles: ":hover" of "\.a:hover"/);
    expect(() => readSheet(ROOT, '.a .b .c{fill:red}')).toThrow('styles: ".a .b .c" reaches deeper than src/scene/css.ts can follow');
  });
});

describe('the attributes', () => {
  it('are those a picture keeps; the others belong to the page', () => {
    const kept =
      'fill:a;stroke:b;stroke-width:1;stroke-dasharray:2 1;stroke-linejoin:round;stroke-linecap:butt;paint-order:stroke;font-family:f;font-weight:700';
    const { attrs } = said(
      `.a{/* note */${kept};display:block;transition:fill 1s;fill-opacity:1;x-fill:1;font-variant-numeric:tabular-nums}`,
      classes('a'),
    );
    expect(attrs).toEqual(Object.fromEntries(kept.split(';').map((pair) => pair.split(':'))));
  });

  it('have every variable filled in, and their fallbacks left out', () => {
    expect([
      fill('.a{fill:var(--un)}', classes('a')),
      fill('.a{fill:var(--un, var(--ink))}', classes('a')),
      fill('.a{fill:var(--un,red)}', classes('a')),
    ]).toEqual(['#28b', '#28b', '#28b']);
    expect(said('.a{stroke-dasharray:var(--un) var(--ink)}', classes('a')).attrs['stroke-dasharray']).toBe('#28b #111');
    expect(fill('.a{fill:var(--none)}', classes('a'))).toBe('');
  });

  it('wear the tone that is set on them, or inherit one, or else are ink', () => {
    const css = '.a{fill:var(--c)}.t-un{--c:var(--un)}.b{stroke:var(--c, var(--ink))}';
    expect(said(css, classes('a', 't-un', 'b'))).toEqual({ attrs: { fill: '#28b', stroke: '#28b' }, tone: 'var(--un)' });
    expect(said(css, classes('a'))).toEqual({ attrs: { fill: '#111' }, tone: 'var(--ink)' });
    expect(said(css, classes('a'), 'var(--paper)')).toEqual({ attrs: { fill: '#fff' }, tone: 'var(--paper)' });
  });

  it('are numbers without px', () => {
    expect(said('.a{stroke-width:3.5px;font-family:px font}', classes('a')).attrs).toEqual({
      'stroke-width': '3.5',
      'font-family': 'px font',
    });
  });
});

describe('a compact style sheet', () => {
  it('has no comment, line break or needless space, and says the same', () => {
    const css = `/* one */
      .a ,
      .b   .c  {
        /* two */
        color : red;
        font : 1px   "A" ,  serif;
      }
      @media  (width > 1px)  {
        .d { margin: 0 }
      }
    `;
    expect(compactCss(css)).toBe('.a,.b .c{color:red;font:1px "A",serif}@media  (width > 1px){.d{margin:0}}');
  });
  it('keeps what is between commas that need no room', () => {
    expect(compactCss('.a{transition:fill 1s,stroke 2s}\n')).toBe('.a{transition:fill 1s,stroke 2s}');
    expect(compactCss('@import "x.css";\n.a{color:red}')).toMatch(/\.a\{color:red\}$/);
  });
});
