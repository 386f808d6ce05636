import { describe, expect, it } from 'vitest';
import { unknown } from '../../src/claims/problems.ts';
import { readability, syllables } from '../../src/claims/readability.ts';
import { cellValue, quantityOf } from '../../src/claims/resolve.ts';
import { shortRules } from '../../src/claims/rules-short.ts';
import type { Fact } from '../../src/lib/content.ts';
import { brief, minimal, saidBy, text } from './ledger.ts';

describe('the number of a fact', () => {
  const cell = (series: string, row: string, field: string) => cellValue({ series, row, field }, minimal());
  const fact = (id: string): Fact => minimal().facts.get(id)?.value as Fact;

  it('is read from the cell it points at, and missing is not zero', () => {
    expect(cell('counts', 'done', 'value')).toBe(20);
    expect(cell('counts', 'left', 'value')).toBeUndefined();
  });

  it('says which of series, row and field does not exist', () => {
    expect(() => cell('count', 'done', 'value')).toThrow('unknown series "count"');
    expect(() => cell('counts', 'dune', 'value')).toThrow('series counts has no row "dune"');
    expect(() => cell('counts', 'done', 'valu')).toThrow('series counts has no field "valu"');
  });

  it('is typed in the ledger or comes from its cell, with bounds and qualifier', () => {
    expect(quantityOf({ ...fact('days'), low: 3000, high: 3200, qualifier: 'about' }, minimal())).toEqual({
      value: 3141,
      low: 3000,
      high: 3200,
      qualifier: 'about',
    });
    expect(quantityOf(fact('share'), minimal())).toEqual({ value: 20, low: undefined, high: undefined, qualifier: 'exact' });
  });
});

describe('a complaint about an id', () => {
  const place = { file: 'content/a.yaml', line: 4 };

  it('names the nearest one that exists', () => {
    expect(unknown(place, 'actor', 'stat', ['state', 'fla'])).toEqual({
      ...place,
      found: 'actor "stat"',
      allowed: 'state, fla',
      hint: 'Did you mean "state"?',
    });
  });

  it('says what to do where none is near, and that there are none where there are none', () => {
    expect(unknown(place, 'actor', 'somebody', [])).toEqual({
      ...place,
      found: 'actor "somebody"',
      allowed: 'none here',
      hint: 'Add the actor first, or use one that exists.',
    });
  });
});

describe('syllables', () => {
  const all = (words: Record<string, number>, lang: 'en' | 'fr') =>
    expect(Object.fromEntries(Object.keys(words).map((w) => [w, syllables(w, lang)]))).toEqual(words);

  it('of English: a last e is silent but after l, and so is -ed but after d and t', () => {
    all({ peace: 1, closed: 1, wanted: 2, needed: 2, table: 2, evening: 3, editor: 3, GOVERNMENT: 3, 'peace,': 1, tst: 1, yes: 1 }, 'en');
  });

  it('of French: a last e, -es and -ent are silent, -ment is not', () => {
    all({ ville: 1, villes: 1, 'ville,': 1, parlent: 1, vraiment: 2, peser: 2, entendu: 3, ARMÉES: 2, armée: 2, élève: 2, ans: 1 }, 'fr');
  });
});

describe('reading ease', () => {
  const of = (body: string, lang: 'en' | 'fr' = 'en') => readability(text(body, lang));

  it('is Flesch-Kincaid’s grade in English and Kandel and Moles’s score in French', () => {
    expect(of('The town fell. The men went home. ^p01').score).toBeCloseTo(0.39 * 3.5 + 11.8 - 15.59, 6);
    expect(of('La ville est tombée. Les hommes sont partis. ^p01', 'fr').score).toBeCloseTo(207 - 1.015 * 4 - 73.6 * 1.25, 6);
  });

  it('counts the words of an elision or a hyphen apart for their syllables', () => {
    expect(of('L’armée part. ^p01', 'fr').score).toBeCloseTo(207 - 1.015 * 2 - (73.6 * 4) / 3, 6);
    expect(of("L'armée part. ^p01", 'fr').score).toBeCloseTo(207 - 1.015 * 2 - (73.6 * 4) / 3, 6);
    expect(of('A cease-fire held. ^p01').score).toBeCloseTo(0.39 * 3 + 11.8 - 15.59, 6);
  });

  it('counts a year as a word of its sentence, without syllables', () => {
    expect(of('In 2015 it fell. ^p01').score).toBeCloseTo(0.39 * 4 + 11.8 - 15.59, 6);
  });

  it('leaves headings out, and takes the sentences of all paragraphs together', () => {
    expect(of('## Institutional considerations ^h\n\nIt fell. ^p01\n\nThe men went home. ^p02')).toMatchObject({ mean: 3, longest: 4 });
  });
});

describe('a short version', () => {
  const short = (body: string, lang: 'en' | 'fr' = 'en') =>
    saidBy(shortRules, 'short-version', { chapters: [text('So. ^p01'), text('So. ^p01', 'fr')], shorts: [text(`${body} ^p01`, lang)] });

  it('may have 300 words and no more', () => {
    expect(short('It fell. '.repeat(150))).toEqual([]);
    expect(short(`${'It fell. '.repeat(150)}Yes.`)).toEqual([
      {
        file: 'content/chapters/en/02-s.mdx',
        line: 1,
        found: '301 words',
        allowed: 'at most 300',
        hint: 'Leave out what the chapter can say better.',
      },
    ]);
  });

  it('tells a chapter that there is, in its own language', () => {
    const of = (chapters: ReturnType<typeof text>[]) =>
      saidBy(shortRules, 'short-version', { chapters, shorts: [text('It fell. ^p01', 'en', 2)] });
    const missing = [
      expect.objectContaining({
        line: 1,
        found: 'number 2',
        allowed: expect.stringContaining('a chapter in the same language'),
        hint: expect.stringContaining('write that first'),
      }),
    ];
    expect(of([text('So. ^p01', 'fr', 2), text('So. ^p01', 'en', 1)])).toEqual(missing);
    expect(of([text('So. ^p01', 'en', 1), text('So. ^p01', 'en', 2)])).toEqual([]);
  });

  it('is easier than a chapter, by the measure of its language', () => {
    expect(short('Institutional representatives consistently characterised deterioration.').map(brief)).toEqual([
      expect.stringMatching(/^content\/chapters\/en\/02-s\.mdx:1 Flesch-Kincaid grade \d\d\.\d$/),
    ]);
    expect(short('Les représentants institutionnels caractérisaient systématiquement la détérioration.', 'fr')).toEqual([
      expect.objectContaining({ found: expect.stringMatching(/^Kandel-Moles -?\d+\.\d$/), allowed: 'at least 60' }),
    ]);
    expect(short('La ville est tombée. Les hommes sont partis.', 'fr')).toEqual([]);
    expect(short('The town fell. The men went home.')).toEqual([]);
  });
});
