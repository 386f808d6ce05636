import { describe, expect, it } from 'vitest';
import { formats } from '../../src/i18n/format.ts';
import { typeset } from '../../src/i18n/typography.ts';

const en = formats('en');
const fr = formats('fr');
const days = { one: '{n} day', other: '{n} days' };
const jours = { one: '{n} jour', other: '{n} jours' };

describe('dates', () => {
  it('are as exact as their source, no more', () => {
    expect([en.date('2026'), en.date('2026-04'), en.date('2026-04-25')]).toEqual(['2026', 'April 2026', '25\u00a0April 2026']);
  });
  it('write 1er in French and lower-case months', () => {
    expect([fr.date('2026-06-01'), fr.date('2023-08-13')]).toEqual(['1er\u00a0juin 2026', '13\u00a0août 2023']);
  });
  it('join the ends of a range without repeating what they share', () => {
    expect(en.dateRange('2026-04-25', '2026-04-26')).toBe('25–26\u00a0April 2026');
    expect(en.dateRange('2012-03-30', '2012-04-01')).toBe('30\u00a0March – 1\u00a0April 2012');
    expect(fr.dateRange('2012', '2013')).toBe('2012–2013');
  });
  it('refuse what is not a date', () => {
    expect(() => en.date('25/04/2026')).toThrow(/YYYY/);
  });
});

describe('numbers', () => {
  it('are written as each language writes them', () => {
    expect([en.number(3141), fr.number(3141), fr.number(96.91)]).toEqual(['3,141', '3\u202f141', '96,91']);
  });
  it('keep a range a range', () => {
    expect([en.quantity({ low: 20, high: 80 }), fr.quantity({ low: 20, high: 80 })]).toEqual(['20–80', '20–80']);
  });
  it('say where only one bound is known', () => {
    expect([en.quantity({ low: 50 }), fr.quantity({ high: 50 })]).toEqual(['at least 50', 'jusqu’à 50']);
  });
  it('carry their qualifier in words', () => {
    expect([en.quantity({ value: 20, qualifier: 'about' }), fr.quantity({ value: 80, qualifier: 'more-than' })]).toEqual([
      'about 20',
      'plus de 80',
    ]);
  });
  it('take the singular of their language: French from 0 to under 2, English at 1 alone', () => {
    expect([
      fr.measure({ value: 0 }, jours),
      fr.measure({ value: 1.5 }, jours),
      en.measure({ value: 0 }, days),
      en.measure({ value: 1 }, days),
    ]).toEqual(['0 jour', '1,5 jour', '0 days', '1 day']);
  });
  it('refuse to print nothing as a number', () => {
    expect(() => en.quantity({})).toThrow(/needs a value/);
  });
});

describe('French typography', () => {
  it('sets narrow spaces before ; ! ? and full ones before : and inside « »', () => {
    expect(typeset('Qui ? Lui ; non ! « oui » : voilà', 'fr')).toBe('Qui\u202f? Lui\u202f; non\u202f! «\u00a0oui\u00a0»\u00a0: voilà');
  });
  it('sets thousands, per cent and apostrophes', () => {
    expect(typeset("l'accord, 26 000 hommes, 45 %", 'fr')).toBe('l’accord, 26\u202f000 hommes, 45\u00a0%');
  });
  it('leaves dates, addresses and clock times alone', () => {
    const text = 'le 30 mars 2012 à 10:30, https://example.org/a?b';
    expect(typeset(text, 'fr')).toBe(text);
  });
  it('changes nothing the second time', () => {
    const once = typeset('« A » : b ; c ? 26 000', 'fr');
    expect(typeset(once, 'fr')).toBe(once);
  });
});
