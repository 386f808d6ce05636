import { describe, expect, it } from 'vitest';
import { publishedNow } from '../../src/claims/audit.ts';
import { parseChapter, readChapters, readShorts } from '../../src/claims/outline.ts';
import { readability, syllables } from '../../src/claims/readability.ts';
import { sentences } from '../../src/claims/rules-words.ts';
import { readContent } from '../../src/lib/content.ts';
import { problemsOf } from './broken.ts';

const chapter = (body: string, lang = 'en') =>
  parseChapter(`---\nnumber: 2\nslug: s\ntitle: A title\nasOf: '2026-10-06'\n---\n\n${body}`, `content/chapters/${lang}/02-s.mdx`);

describe('the outline of a chapter', () => {
  const outline = chapter(`Words.<Cite ids="b a" /> ^p01

## A heading ^h-one

<Scene figure="map">
<Step id="one">

It had <Fact id="n" /> and
<Fact id="m">some of <Term id="t">these</Term></Fact>.<Cite ids="a" /> ^p02

</Step>
</Scene>

<BothSides>
<Side who="state">

So. ^p03

</Side>
</BothSides>
`);

  it('reads the head, and counts lines from the top of the file', () => {
    expect(outline).toMatchObject({
      lang: 'en',
      slug: 's',
      number: 2,
      asOf: '2026-10-06',
      heads: [{ field: 'title', line: 4, text: 'A title' }],
    });
    expect(outline.blocks.map(({ id, line, depth, inside }) => [id, line, depth, inside])).toEqual([
      ['p01', 8, 0, ''],
      ['h-one', 10, 2, ''],
      ['p02', 15, 0, 'Step one'],
      ['p03', 24, 0, 'Side state'],
    ]);
  });

  it('keeps facts and cites in the order of the document, with their lines', () => {
    expect(outline.facts.map(({ id, via, line, words }) => [via, id, line, words])).toEqual([
      ['Cite', 'b', 8, ''],
      ['Cite', 'a', 8, ''],
      ['Fact', 'n', 15, ''],
      ['Fact', 'm', 16, 'some of these'],
      ['Cite', 'a', 16, ''],
    ]);
    expect(outline.blocks[2]?.facts).toEqual(['Fact n', 'Fact m', 'Cite a']);
  });

  it('tells scenes, steps, sides and terms', () => {
    expect(outline.scenes).toEqual([{ figure: 'map', line: 12, steps: [{ id: 'one', line: 13 }] }]);
    expect([outline.sides, outline.terms].map((list) => list.map((x) => x.id))).toEqual([['state'], ['t']]);
  });

  it('counts a printed number with its unit as two words, and leaves words of a Fact out of what a number answers for', () => {
    expect(outline.blocks[2]?.text).toBe('It had N N and some of these.');
    expect(outline.blocks[2]?.bare).toBe('It had and .');
    expect(outline.words).toBe(1 + 2 + 8 + 1);
  });

  it('knows its language by its folder', () => {
    expect(chapter('Oui. ^p01', 'fr').lang).toBe('fr');
  });

  it('names the line of a tag left open', () => {
    expect(() => chapter('Words. ^p01\n\n<Scene figure="map">\n\nMore. ^p02\n')).toThrow(/02-s\.mdx:10 {2}\[mdx-syntax\]/);
  });

  it('reports the problems of all chapters at once', () => {
    const problems = problemsOf({
      'chapters/en/01-c.mdx': ['</Scene>', ''],
      'chapters/fr/01-c.mdx': ['question: A question?\n', ''],
    });
    expect(problems.map((p) => [p.file, p.rule])).toEqual([
      ['content/chapters/en/01-c.mdx', 'mdx-syntax'],
      ['content/chapters/fr/01-c.mdx', 'schema'],
    ]);
  });
});

describe('readability', () => {
  it('cuts sentences at their ends, also before a number or a quotation', () => {
    expect(sentences('It fell. 12 died. “So,” they said… Then? « Oui. »')).toEqual([
      'It fell.',
      '12 died.',
      '“So,” they said…',
      'Then?',
      '« Oui. »',
    ]);
  });

  it('counts syllables about as a reader does', () => {
    expect(['peace', 'government', 'wanted', 'closed', 'table'].map((w) => syllables(w, 'en'))).toEqual([1, 3, 2, 1, 2]);
    expect(['paix', 'accord', 'gouvernement', 'armées', 'ville'].map((w) => syllables(w, 'fr'))).toEqual([1, 2, 4, 2, 1]);
  });

  it('finds long words and sentences harder, in both languages', () => {
    const plain = { en: 'The town fell. The men went home.', fr: 'La ville est tombée. Les hommes sont partis.' };
    const hard = {
      en: 'Institutional representatives consistently characterised deterioration as intergovernmental responsibility requiring multilateral coordination.',
      fr: 'Les représentants institutionnels caractérisaient systématiquement la détérioration comme une responsabilité intergouvernementale nécessitant coordination.',
    };
    const score = (text: string, lang: 'en' | 'fr') => readability(chapter(`${text} ^p01`, lang));
    expect(score(plain.en, 'en').score).toBeLessThan(3);
    expect(score(hard.en, 'en').score).toBeGreaterThan(15);
    expect(score(plain.fr, 'fr').score).toBeGreaterThan(80);
    expect(score(hard.fr, 'fr').score).toBeLessThan(20);
    expect(score(plain.en, 'en')).toMatchObject({ mean: 3.5, longest: 4 });
  });
});

describe('the reading level', () => {
  // Editorial limits: chapters grade 10 and Kandel-Moles 50 or better, short versions 7 and 60. An alarm, not a goal.
  it.each([...readChapters('.').map((c) => [c.file, c, 10, 50] as const), ...readShorts('.').map((c) => [c.file, c, 7, 60] as const)])(
    'of %s is within what its readers are promised',
    (_file, text, grade, ease) => {
      const { score, mean } = readability(text);
      if (text.lang === 'fr') expect(score).toBeGreaterThanOrEqual(ease);
      else expect(score).toBeLessThanOrEqual(grade);
      expect(mean).toBeLessThanOrEqual(18);
    },
  );
});

it('an edition keeps the numbers of its facts, cells included, and no others', () => {
  const root = 'tests/fixtures/minimal';
  const edition = publishedNow(readContent(root), readChapters(root));
  expect(edition.numbers).toEqual({ days: { value: 3141 }, share: { value: 20 } });
  expect(edition.ids).toMatchObject({
    'chapter-1': ['p01', 'h-one', 'p02', 'p03'],
    'steps-1': ['stub-one'],
    claims: ['clash', 'days', 'share'],
  });
});
