import { describe, expect, it } from 'vitest';
import type { ChapterOutline } from '../../src/claims/outline.ts';
import { cardRules } from '../../src/claims/rules-cards.ts';
import { parityRules } from '../../src/claims/rules-parity.ts';
import { addresses, publishedRules } from '../../src/claims/rules-published.ts';
import type { Content, Fact } from '../../src/lib/content.ts';
import { stub } from './broken.ts';
import { brief, minimal, saidBy, text, withFact } from './ledger.ts';

const both = (words: string) => ({ en: words, fr: words });
/** What a rule of the ledger says of the fact `days` with these fields. */
describe('a card of a figure', () => {
  const deadly = { tags: ['deaths'] as Fact['tags'], value: undefined, cell: { series: 'counts', row: 'done', field: 'value' } };
  const cards = (content: Content, figures = [stub]) => saidBy(cardRules, 'card-counter', { content, figures });

  it('says who counted where its series counts deaths, in both languages', () => {
    expect(cards(withFact(deadly)).map(brief)).toEqual(
      ['en', 'fr'].map((lang) => `content/figures/${lang}/stub.yaml:1 figure stub draws numbers of deaths without "counted"`),
    );
    const { en, fr } = minimal().figures;
    const at = en.get('stub');
    const counted = new Map([['stub', { ...at, value: { ...at?.value, counted: 'The army' } }]]);
    expect(cards({ ...withFact(deadly), figures: { en: counted, fr } } as unknown as Content).map((p) => p.file)).toEqual([
      'content/figures/fr/stub.yaml',
    ]);
  });

  it('need not where it draws something else', () => {
    expect(cards(withFact({ ...deadly, tags: [] }))).toEqual([]);
    expect(cards(withFact({ ...deadly, cell: undefined }))).toEqual([]);
    expect(cards(withFact(deadly), [{ ...stub, series: ['others'] }])).toEqual([]);
    expect(cards(withFact(deadly), [{ ...stub, series: ['others', 'counts'] }])).toHaveLength(2);
    expect(cards(withFact(deadly), [{ ...stub, name: 'without words' }])).toEqual([]);
  });
});

describe('what was published', () => {
  const number = (before: object, changes: Partial<Fact> = {}, says?: string, of = 'days') => {
    const line = {
      file: 'content/corrections.yaml',
      line: 1,
      value: { id: 'c1', fact: of, said: both('1'), says: both(says ?? ''), why: both('So') },
    };
    const content = { ...withFact(changes), corrections: new Map(says ? [['c1', line]] : []) } as unknown as Content;
    return saidBy(publishedRules, 'correction', { content, published: { numbers: { days: before }, ids: {} } }).map((p) => p.found);
  };

  it('keeps its numbers, or has a correction that says every new one', () => {
    expect(number({ value: 3141 })).toEqual([]);
    expect(number({ value: 3140 })).toEqual(['days: 3140 became 3141']);
    expect(number({ value: 3140 }, {}, 'Now 3,141')).toEqual([]);
    expect(number({ value: 3140 }, {}, 'Now 3,142')).toEqual(['days: 3140 became 3141']);
    expect(number({ value: 3140 }, {}, 'Now 3,141', 'share')).toEqual(['days: 3140 became 3141']);
    const range = { value: undefined, low: 2, high: 4 };
    expect(number({ value: 3 }, range, 'Now 2')).toEqual(['days: 3 became 2–4']);
    expect(number({ value: 3 }, range, 'Now 2 to 4')).toEqual([]);
  });

  it('says numbers, ranges and bounds as they were', () => {
    expect(number({ low: 2 })).toEqual(['days: 2– became 3141']);
    expect(number({ high: 4 })).toEqual(['days: –4 became 3141']);
    expect(number({ low: 2, high: 4, value: 3 })).toEqual(['days: 2–4 (3) became 3141']);
    expect(number({})).toEqual(['days: no number became 3141']);
    expect(number({ value: 0 }, { value: undefined, unit: undefined })).toEqual(['days: 0 became no number']);
  });

  it('leaves a broken cell to the rule of numbers, and new facts and first editions alone', () => {
    expect(number({ value: 1 }, { value: undefined, cell: { series: 'no', row: 'no', field: 'no' } })).toEqual([]);
    expect(saidBy(publishedRules, 'correction', { published: { numbers: {}, ids: {} } })).toEqual([]);
    for (const { name } of publishedRules) expect(saidBy(publishedRules, name, { chapters: [text('So. ^p01')] })).toEqual([]);
  });

  const chapters = [
    text('So. ^b\n\n<Scene figure="stub">\n<Step id="two">\n\nSo. ^a\n\n</Step>\n<Step id="one">\n\nSo. ^c\n\n</Step>\n</Scene>', 'en', 2),
    text('Oui. ^x', 'fr', 2),
    text('Hello. ^p01', 'en', 1, '01-r.mdx'),
  ];

  it('has an address by chapter, in the order of the page, and by record, in the order of the alphabet', () => {
    const now = addresses(minimal(), chapters);
    expect(now).toEqual({
      'chapter-1': ['p01'],
      'chapter-2': ['b', 'a', 'c'],
      'steps-1': [],
      'steps-2': ['two', 'one'],
      claims: ['clash', 'days', 'share'],
      sources: ['report'],
      terms: ['accord'],
      actors: ['state'],
      places: ['kidal'],
      series: ['counts'],
    });
    expect(Object.keys(now).slice(0, 4)).toEqual(['chapter-1', 'chapter-2', 'steps-1', 'steps-2']);
    const map = new Map(['b', 'c', 'a'].map((id) => [id, {}]));
    const sources = new Map([...map].map(([id]) => [id, { value: { id, custom: id === 'b' ? { formerly: ['an-older-b'] } : {} } }]));
    const many = { facts: map, sources, glossary: { en: map, fr: map }, actors: map, places: map, series: map } as unknown as Content;
    for (const kind of ['claims', 'terms', 'actors', 'places', 'series']) expect(addresses(many, [])[kind]).toEqual(['a', 'b', 'c']);
    // A page of two records became one: the id that went still leads somewhere.
    expect(addresses(many, []).sources).toEqual(['a', 'an-older-b', 'b', 'c']);
  });

  const ids = (group: string, before: string[]) =>
    saidBy(publishedRules, 'permanent-id', { chapters, published: { numbers: {}, ids: { [group]: before } } }).map(brief);

  it('keeps its addresses, new ones between them', () => {
    expect(ids('chapter-2', ['b', 'c'])).toEqual([]);
    expect(ids('steps-2', ['two', 'one'])).toEqual([]);
    expect(ids('claims', ['clash', 'share'])).toEqual([]);
  });

  it('tells up to five that are gone, and which moved, in the file they stood in', () => {
    const en = 'content/chapters/en/02-s.mdx:1';
    expect(ids('chapter-2', ['b', '1', '2', '3', '4', '5', '6'])).toEqual([`${en} chapter-2: 1, 2, 3, 4, 5 gone`]);
    expect(ids('chapter-2', ['b', 'c', 'a'])).toEqual([`${en} chapter-2: "a" stands elsewhere than before`]);
    expect(ids('steps-2', ['one', 'two'])).toEqual([`${en} steps-2: "two" stands elsewhere than before`]);
    expect(ids('claims', ['dais'])).toEqual(['content/published.json:1 claims: dais gone']);
    expect(ids('chapter-3', ['b'])).toEqual(['content/published.json:1 chapter-3: b gone']);
    expect(ids('my-chapter-2', ['b'])).toEqual(['content/published.json:1 my-chapter-2: b gone']);
    expect(ids('pages-2', ['b'])).toEqual(['content/published.json:1 pages-2: b gone']);
  });
});

describe('two languages', () => {
  const parity = (en: string, fr: string): string[] =>
    saidBy(parityRules, 'translation-parity', { chapters: [text(en), text(fr, 'fr')] }).map(brief);
  const at = (line: number, found: string): string => `content/chapters/fr/02-s.mdx:${line} ${found}`;

  it('say the same where every id is in its place', () => {
    const body = '## So ^h\n\nIt <Fact id="a" />.<Cite ids="b c" /> ^p01';
    expect(parity(body, body)).toEqual([]);
  });

  it('miss up to five ids, have others, or stand in another order', () => {
    const ids = (...list: string[]) => list.map((id) => `So. ^${id}`).join('\n\n');
    expect(parity(ids('a', 'b1', 'b2', 'b3', 'b4', 'b5', 'b6'), ids('a'))).toEqual([
      at(1, 'paragraphs and headings: missing in French: b1, b2, b3, b4, b5'),
    ]);
    expect(parity(ids('a'), ids('a', 'b1', 'b2', 'b3', 'b4', 'b5', 'b6'))).toEqual([
      at(1, 'paragraphs and headings: only in French: b1, b2, b3, b4, b5'),
    ]);
    expect(parity(ids('a', 'b'), ids('c', 'a'))).toEqual([at(1, 'paragraphs and headings: missing in French: b; only in French: c')]);
    expect(parity(ids('a', 'b'), ids('b', 'a'))).toEqual([at(1, 'paragraphs and headings: the same ids in another order')]);
  });

  it('differ in scenes, steps, terms, sides, notes and boxes', () => {
    const scene = (figure: string, step: string) => `<Scene figure="${figure}">\n<Step id="${step}" />\n</Scene>`;
    expect(parity(scene('a', 'b'), scene('c', 'd'))).toEqual([
      at(1, 'scenes: missing in French: a; only in French: c'),
      at(1, 'steps: missing in French: b; only in French: d'),
    ]);
    expect(parity('<Term id="a">x</Term> ^p', '<Term id="b">x</Term> ^p')).toEqual([
      at(1, 'terms: missing in French: a; only in French: b'),
    ]);
    expect(parity('<Side who="a" />', '<Side who="b" />')).toEqual([at(1, 'sides: missing in French: a; only in French: b')]);
    expect(parity('<ContentNote skip="a" />', '<ContentNote skip="b" />')).toEqual([
      at(1, 'content notes: missing in French: a; only in French: b'),
    ]);
    expect(parity('<Unknown />', '<BothSides />')).toEqual([
      at(1, 'boxes: 1 BothSides, 0 Unknown in French, 0 BothSides, 1 Unknown in English'),
    ]);
  });

  it('differ within a paragraph, on its own line', () => {
    expect(parity('So. ^a\n\nIt <Fact id="a" /> ^p', 'So. ^a\n\nIt <Cite ids="a" /> ^p')).toEqual([
      at(10, 'facts of p: missing in French: Fact a; only in French: Cite a'),
    ]);
    expect(parity('So. ^p', '<Unknown>\n\nSo. ^p\n\n</Unknown>')[1]).toBe(
      at(10, 'place of p: Unknown in French, the open text in English'),
    );
    expect(parity('<Unknown>\n\nSo. ^p\n\n</Unknown>', 'So. ^p')[1]).toBe(at(8, 'place of p: the open text in French, Unknown in English'));
    expect(parity('So. ^p', '## So ^p')).toEqual([at(8, 'p: heading of level 2 in French, paragraph in English')]);
    // Of two paragraphs with one id nobody knows which is meant.
    expect(parity('So. ^p', '## So ^p\n\n## So ^p')).toEqual([at(1, 'paragraphs and headings: the same ids in another order')]);
  });

  it('have each chapter once, and both of it', () => {
    const of = (...chapters: ChapterOutline[]) =>
      saidBy(parityRules, 'translation-parity', { chapters }).map((p) => `${brief(p)} | ${p.allowed} | ${p.hint}`);
    const lost = 'every chapter in English and French | Add the other text, with the same ids.';
    expect(of(text('So. ^a'), text('So. ^a', 'fr', 3))).toEqual([
      `content/chapters/en/02-s.mdx:1 chapter 2 in en only | ${lost}`,
      `content/chapters/fr/02-s.mdx:1 chapter 3 in fr only | ${lost}`,
    ]);
    expect(of(text('So. ^a'), text('So. ^a', 'fr'), text('So. ^a', 'fr', 2, '03-t.mdx'))).toEqual([
      'content/chapters/fr/03-t.mdx:1 chapter 2 again | each number once in a language | It is taken by content/chapters/fr/02-s.mdx.',
    ]);
  });

  it('have the same pages with the same paragraphs', () => {
    const of = (...pages: ChapterOutline[]) => saidBy(parityRules, 'page-parity', { pages }).map(brief);
    expect(of(text('So. ^a'), text('So. ^a', 'fr'))).toEqual([]);
    expect(of(text('So. ^a'), text('So. ^b', 'fr'))).toEqual([at(1, 'paragraphs and headings: missing in French: a; only in French: b')]);
    expect(of(text('So. ^a', 'en', 1, 'a.mdx'), text('So. ^b', 'fr', 1, 'b.mdx'))).toEqual([
      'content/pages/fr:0 pages: missing in French: a.mdx; only in French: b.mdx',
    ]);
    expect(of(text('So. ^a', 'en', 1, 'a.mdx'))).toEqual(['content/pages/fr:0 pages: missing in French: a.mdx']);
    expect(of(text('So. ^a', 'fr', 1, 'a.mdx'))).toEqual(['content/pages/fr:0 pages: only in French: a.mdx']);
  });

  it('have the same words of the interface, of the glossary and of every figure', () => {
    const { ui, figures, glossary } = minimal();
    const of = (changes: object, steps = stub.steps) =>
      saidBy(parityRules, 'words-parity', { content: { ...minimal(), ...changes } as Content, figures: [{ ...stub, steps }] }).map(brief);
    expect(of({})).toEqual([]);
    // Strings may be written in any order, terms not.
    const strings = (...keys: string[]) => ({ ...ui.en, value: Object.fromEntries(keys.map((k) => [k, k])) });
    expect(of({ ui: { en: strings('a', 'b'), fr: { ...ui.fr, value: { b: 'b', a: 'a' } } } })).toEqual([]);
    expect(of({ ui: { en: strings('a', 'b'), fr: { ...ui.fr, value: { b: 'b' } } } })).toEqual([
      'content/ui/fr.yaml:1 interface strings: missing in French: a',
    ]);
    expect(of({ glossary: { ...glossary, fr: new Map() } })).toEqual([
      'content/glossary/fr.yaml:1 glossary terms: missing in French: accord',
    ]);
    expect(of({ figures: { en: new Map(), fr: figures.fr } })).toEqual(['content/figures/en/stub.yaml:0 no such file']);
    expect(of({ figures: { en: new Map(), fr: new Map() } })).toEqual(
      ['en', 'fr'].map((l) => `content/figures/${l}/stub.yaml:0 no such file`),
    );
    expect(of({}, ['stub-one', 'stub-two'])).toEqual(['en', 'fr'].map((l) => `content/figures/${l}/stub.yaml:1 steps stub-one`));
  });
});
