import { describe, expect, it } from 'vitest';
import { typeset } from '../../src/i18n/typography.ts';

const fr = (text: string): string => typeset(text, 'fr');
const en = (text: string): string => typeset(text, 'en');

describe('apostrophes and quotes', () => {
  it('are curled after a letter, inside a word and at its end, in both languages', () => {
    expect(en("Mali's north, two days' walk, rock'n'roll")).toBe('Mali’s north, two days’ walk, rock’n’roll');
    expect(fr("l'été d'Élise")).toBe('l’été d’Élise');
  });
  it('stay straight where they are no apostrophe', () => {
    expect(en("5' by 6', ', 'tis")).toBe("5' by 6', ', 'tis");
  });
  it('come in pairs in English', () => {
    expect(en('He said "yes", then "no", then "".')).toBe('He said “yes”, then “no”, then “”.');
    expect(en('a 6" gun')).toBe('a 6" gun');
  });
  it('leave the spaces of English alone', () => {
    expect(en('26 000 men ; 45 % : who ?')).toBe('26 000 men ; 45 % : who ?');
  });
});

describe('French typography', () => {
  it('sets narrow spaces before ; ! ? and full ones before : and inside « »', () => {
    expect(fr('Qui ? Lui ; non ! « oui » : voilà')).toBe('Qui\u202f? Lui\u202f; non\u202f! «\u00a0oui\u00a0»\u00a0: voilà');
  });
  it('puts in the space that was not typed before ; ! ? and inside « »', () => {
    expect(fr('Qui? Lui; non! «oui»')).toBe('Qui\u202f? Lui\u202f; non\u202f! «\u00a0oui\u00a0»');
    expect(fr('En 2012? (sic)! «oui»; été?')).toBe('En 2012\u202f? (sic)\u202f! «\u00a0oui\u00a0»\u202f; été\u202f?');
  });
  it('makes one space of many, of whatever kind they were', () => {
    expect(fr('«  oui \u00a0» \u202f: a  ? 45  %')).toBe('«\u00a0oui\u00a0»\u00a0: a\u202f? 45\u00a0%');
    expect(fr('«\u202foui\u202f»\u00a0; 45\u202f%')).toBe('«\u00a0oui\u00a0»\u202f; 45\u00a0%');
  });
  it('keeps marks that follow one another together', () => {
    expect(fr('Quoi ?! Non…!')).toBe('Quoi\u202f?! Non…!');
  });
  it('sets thousands, per cent and apostrophes', () => {
    expect(fr("l'accord, 26 000 hommes, 45 %")).toBe('l’accord, 26\u202f000 hommes, 45\u00a0%');
    expect(fr('1 234 567 et 26\u00a0000')).toBe('1\u202f234\u202f567 et 26\u202f000');
  });
  it('takes for thousands only three digits after a digit', () => {
    const text = 'le 5 12 hommes, 30 2012, de 500 à 600, 12 a';
    expect(fr(text)).toBe(text);
  });
  it('leaves dates, addresses and clock times alone', () => {
    const text = 'le 30 mars 2012 à 10:30, https://example.org/a?b et http://example.org/x;y!z, ou :// et :8080//a';
    expect(fr(text)).toBe(text);
  });
  it('goes on setting after an address', () => {
    expect(fr('Voir : https://example.org/a?b Qui?')).toBe('Voir\u00a0: https://example.org/a?b Qui\u202f?');
  });
  it('changes nothing the second time', () => {
    const once = fr('« A » : b ; c ? 26 000 «d» e! 45 %');
    expect(fr(once)).toBe(once);
  });
});
