import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asksForHeight, heightMessages, knownAs } from '../../src/story/host.ts';
import { accentOn, contrast, dressOf, PAPER } from '../../src/story/theme.ts';

describe('what a host may ask for', () => {
  it('is read from the address, and anything else is as if it were not there', () => {
    expect(dressOf('?theme=dark&accent=B00020&brand=0')).toEqual({ theme: 'dark', accent: '#b00020', brand: false });
    expect(dressOf('?theme=light')).toEqual({ theme: 'light', accent: undefined, brand: true });
    expect(dressOf('')).toEqual({ theme: 'auto', accent: undefined, brand: true });
    expect(dressOf('?theme=pink&accent=red&brand=no')).toEqual({ theme: 'auto', accent: undefined, brand: true });
    for (const accent of ['12345', '1234567', '%23b00020', 'b00020;}', 'url(x)', 'gggggg'])
      expect(dressOf(`?accent=${accent}`).accent).toBeUndefined();
  });

  it('measures contrast as WCAG does', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.478, 2);
    expect(contrast('#ffffff', '#777777')).toBeCloseTo(4.478, 2);
    expect(contrast('#b00020', '#b00020')).toBe(1);
    // Below a threshold the eye's curve is a line: almost black on black.
    expect(contrast('#0a0a0a', '#000000')).toBeCloseTo(1.0607, 4);
  });

  it('lets an accent through only where it can be read: never on both papers by luck', () => {
    const on = (accent: string) => [accentOn(dressOf(`?accent=${accent}`), 'light'), accentOn(dressOf(`?accent=${accent}`), 'dark')];
    expect(on('b00020')).toEqual(['#b00020', undefined]);
    expect(on('ffd54a')).toEqual([undefined, '#ffd54a']);
    expect(on('f5f0e6')[0]).toBeUndefined();
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), (n) => {
        const accent = n.toString(16).padStart(6, '0');
        for (const paper of ['light', 'dark'] as const) {
          const given = accentOn(dressOf(`?accent=${accent}`), paper);
          if (given) expect(contrast(given, PAPER[paper])).toBeGreaterThanOrEqual(4.5);
        }
      }),
    );
  });

  it('knows the colours of the style sheet, in one copy and the other', () => {
    const tokens = readFileSync('src/styles/tokens.css', 'utf8');
    const themes = readFileSync('src/styles/embed-themes.css', 'utf8');
    const colours = (css: string): Record<string, string> =>
      Object.fromEntries([...css.matchAll(/(--[\w-]+):\s*(#[\da-f]{6});/g)].map((m) => [m[1] ?? '', m[2] ?? '']));
    const at = tokens.indexOf('@media (prefers-color-scheme: dark)');
    const [light, dark] = [colours(tokens.slice(0, at)), colours(tokens.slice(at))];
    const cut = themes.indexOf('data-theme="dark"');
    expect(colours(themes.slice(0, cut))).toEqual(light);
    expect(colours(themes.slice(cut))).toEqual(dark);
    expect(PAPER).toEqual({ light: light['--paper'], dark: dark['--paper'] });
  });
});

describe('what an embed tells its host', () => {
  it('takes a name from query or fragment only if it is one', () => {
    expect(knownAs('gold', '?initialWidth=300&childId=story-3_a', '#?secret=Ab12Cd34Ef')).toEqual({
      figure: 'gold',
      childId: 'story-3_a',
      secret: 'Ab12Cd34Ef',
    });
    for (const bad of ['a b', 'x<y', 'xPYMx.', 'a/b', 'é', '', 'a'.repeat(65)])
      expect(knownAs('gold', `?childId=${encodeURIComponent(bad)}`, '').childId).toBeUndefined();
    expect(knownAs('gold', '', '')).toEqual({ figure: 'gold', childId: undefined, secret: undefined });
    for (const bad of ['#secret=', '#?secret=a-b', '#?secret=a%20b', '#s-gold-1', '#notsecret=abc'])
      expect(knownAs('gold', '', bad).secret).toBeUndefined();
  });

  it('gives one height in the four forms that listeners know, and no form without its name', () => {
    expect(heightMessages(612, { figure: 'gold', childId: 'a', secret: 's1' })).toEqual([
      'pymxPYMxaxPYMxheightxPYMx612',
      { sentinel: 'amp', type: 'embed-size', height: 612 },
      { 'datawrapper-height': { gold: 612 } },
      { message: 'height', value: 612, secret: 's1' },
    ]);
    expect(heightMessages(612, { figure: 'gold', childId: undefined, secret: undefined }).length).toBe(2);
  });

  it('hears one message alone', () => {
    expect(asksForHeight({ message: 'ready', secret: 's1' }, 's1')).toBe(true);
    expect(asksForHeight({ message: 'ready' }, undefined)).toBe(true);
    expect(asksForHeight({ message: 'ready', secret: 's2' }, 's1')).toBe(false);
    expect(asksForHeight({ message: 'ready' }, 's1')).toBe(false);
    for (const message of ['height', 'link', '', undefined]) expect(asksForHeight({ message, secret: 's1' }, 's1')).toBe(false);
    for (const none of [null, undefined, 'ready', 1]) expect(asksForHeight(none, undefined)).toBe(false);
    fc.assert(fc.property(fc.anything(), (junk) => !asksForHeight(junk, 's1')));
  });
});
