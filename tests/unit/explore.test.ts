import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, passes } from '../../src/story/explore.ts';

describe('a filter', () => {
  it('finds words whatever their accents and case', () => {
    expect(passes({}, fold('Le MNLA attaque Ménaka'), { q: 'menaka' })).toBe(true);
    expect(passes({}, fold('Le MNLA attaque Ménaka'), { q: 'ATTAQUE mén' })).toBe(true);
    expect(passes({}, fold('Le MNLA attaque Ménaka'), { q: 'menaka kidal' })).toBe(false);
  });

  it('asks every choice to hold, and a choice to be one whole value', () => {
    const values = { actor: 'fla state', chapter: '1 2' };
    expect(passes(values, '', { actor: 'fla', chapter: '2' })).toBe(true);
    expect(passes(values, '', { actor: 'fl' })).toBe(false);
    expect(passes(values, '', { actor: 'fla', chapter: '3' })).toBe(false);
    expect(passes(values, '', { place: 'kidal' })).toBe(false);
  });

  it('takes any space between words for one, and a word that nobody wrote for none', () => {
    expect(passes({}, 'le mnla', { q: 'le   mnla' })).toBe(true);
    expect(passes({}, 'le mnla', { q: 'le\tkidal' })).toBe(false);
    // An item without a value passes no choice, whatever the choice is.
    for (const actor of ['undefined', 'null', 'fla']) expect(passes({}, '', { actor })).toBe(false);
  });

  it('hides nothing when nothing is set', () => {
    expect(passes({ actor: 'fla' }, 'le mnla', { actor: '', q: '' })).toBe(true);
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string()), fc.string(), (values, text) => passes(values, text, { actor: '', q: '' })),
    );
  });

  it('only ever narrows: one choice more never shows more', () => {
    const record = fc.record({ actor: fc.constantFrom('a', 'b', 'a b', ''), place: fc.constantFrom('x', 'y', '') });
    fc.assert(
      fc.property(record, fc.constantFrom('a', 'b'), fc.constantFrom('x', 'y'), (values, actor, place) => {
        if (passes(values, '', { actor, place })) expect(passes(values, '', { actor })).toBe(true);
      }),
    );
  });
});
