import { describe, expect, it } from 'vitest';
import { publishedNow } from '../../src/claims/audit.ts';
import { parseChapter, readChapters, readShorts } from '../../src/claims/outline.ts';
import { readability, syllables } from '../../src/claims/readability.ts';
import { sentences } from '../../src/claims/rules-words.ts';
import { readContent } from '../../src/lib/content.ts';
import type { ContentError } from '../../src/lib/problem.ts';
import { problemsOf } from './broken.ts';

const chapter = (body: string, lang = 'en') =>
  parseChapter(`---\nnumber: 2\nslug: s\ntitle: A title\nasOf: '2026-10-06'\n---\n\n${body}`, `content/chapters/${lang}/02-s.mdx`);

describe('the outline of a chapter', () => {
  const outline = () =>
    chapter(`Words.<Cite ids="b a" /> ^p01

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
    expect(outline()).toMatchObject({
      lang: 'en',
      slug: 's',
      number: 2,
      asOf: '2026-10-06',
      heads: [{ field: 'title', line: 4, text: 'A title' }],
    });
    expect(outline().blocks.map(({ id, line, depth, inside }) => [id, line, depth, inside])).toEqual([
      ['p01', 8, 0, ''],
      ['h-one', 10, 2, ''],
      ['p02', 15, 0, 'Step one'],
      ['p03', 24, 0, 'Side state'],
    ]);
  });

  it('keeps facts and cites in the order of the document, with their lines', () => {
    expect(outline().facts.map(({ id, via, line, words }) => [via, id, line, words])).toEqual([
      ['Cite', 'b', 8, ''],
      ['Cite', 'a', 8, ''],
      ['Fact', 'n', 15, ''],
      ['Fact', 'm', 16, 'some of these'],
      ['Cite', 'a', 16, ''],
    ]);
    expect(outline().blocks[2]?.facts).toEqual(['Fact n', 'Fact m', 'Cite a']);
  });

  it('tells scenes, steps, sides and terms', () => {
    expect(outline().scenes).toEqual([{ figure: 'map', line: 12, steps: [{ id: 'one', line: 13 }] }]);
    expect([outline().sides, outline().terms].map((list) => list.map((x) => x.id))).toEqual([['state'], ['t']]);
  });

  it('counts a printed number with its unit as two words, and leaves words of a Fact out of what a number answers for', () => {
    expect(outline().blocks[2]?.text).toBe('It had N N and some of these.');
    expect(outline().blocks[2]?.bare).toBe('It had and .');
    expect(outline().words).toBe(1 + 2 + 8 + 1);
  });

  it('knows its language by its folder', () => {
    expect(chapter('Oui. ^p01', 'fr').lang).toBe('fr');
  });

  it('names the line of a tag left open', () => {
    expect(() => chapter('Words. ^p01\n\n<Scene figure="map">\n\nMore. ^p02\n')).toThrow(/02-s\.mdx:10 {2}\[mdx-syntax\]/);
  });

  it('reads the whole head, and knows of no head that it does not have', () => {
    const head =
      "number: 3\nslug: t\ntitle: T\nquestion: Q?\nstandfirst: S.\ndescription: D.\nasOf: '2026-10-06'\npublished: '2026-10-07'\nupdated: '2026-10-08'";
    for (const end of ['\n', '\r\n']) {
      const text = parseChapter(`---\n${head}\n---\n\nSo. ^p01\n`.replaceAll('\n', end), 'content/chapters/en/03-t.mdx');
      expect(text).toMatchObject({ number: 3, slug: 't', asOf: '2026-10-06', published: '2026-10-07', updated: '2026-10-08' });
      expect(text.heads.map(({ field, line, text: words }) => [field, line, words])).toEqual([
        ['title', 4, 'T'],
        ['question', 5, 'Q?'],
        ['standfirst', 6, 'S.'],
        ['description', 7, 'D.'],
      ]);
      expect(text.blocks.map(({ id, line }) => [id, line])).toEqual([['p01', 13]]);
    }
    const none = parseChapter('So.\n\n---\n\nSo. ^p01\n', 'content/chapters/en/04.mdx');
    expect(none).toMatchObject({ number: 0, slug: '', asOf: '', published: '', updated: '', heads: [] });
    expect(none.blocks.map(({ id, line }) => [id, line])).toEqual([
      ['', 1],
      ['p01', 5],
    ]);
  });

  it('takes its language from its own folder and no other', () => {
    const lang = (file: string) => parseChapter('So. ^p01', file).lang;
    expect(['content/chapters/fr/a.mdx', 'content\\chapters\\fr\\a.mdx'].map(lang)).toEqual(['fr', 'fr']);
    expect(['content/fr/en/a.mdx', 'content/chapters/en/fr.mdx'].map(lang)).toEqual(['en', 'en']);
  });

  it('says where each paragraph stands, in boxes within boxes', () => {
    const text = chapter(
      'Open. ^a\n\n<Unknown>\n\nIn. ^b\n\n<Side who="state">\n\nDeep. ^c\n\n</Side>\n\n</Unknown>\n\n<BothSides>\n\nOut. ^d\n\n</BothSides>\n\n<ContentNote skip="a">\n\nNote. ^e\n\n</ContentNote>',
    );
    expect(text.blocks.map(({ id, inside }) => [id, inside])).toEqual([
      ['a', ''],
      ['b', 'Unknown'],
      ['c', 'Unknown > Side state'],
      ['d', ''],
      ['e', 'ContentNote'],
    ]);
    expect(text.boxes).toEqual({ BothSides: 1, Unknown: 1 });
    expect(text.skips.map(({ id, line }) => [id, line])).toEqual([['a', 28]]);
  });

  it('knows headings by their level, and an id only at the end', () => {
    const text = chapter('## Two ^h\n\n### *Three*\n\nAn ^id in words.\n\nIn **bold ^no**');
    expect(text.blocks.map(({ id, heading, depth, text: words }) => [id, heading, depth, words])).toEqual([
      ['h', true, 2, 'Two'],
      ['', true, 3, 'Three'],
      ['', false, 0, 'An ^id in words.'],
      ['', false, 0, 'In bold'],
    ]);
  });

  it('keeps every component with its attributes, and lessons’ claims as claims shown', () => {
    const text = chapter(
      '<Fact id="a" show="unit" /> <Term id={x}>it</Term> <Bare {...x} /> <Card id="b" /> <LadderKey ids=" c  d " /> <Cite /> ^p01',
    );
    expect(text.components.map(({ id, line, attributes }) => [id, line, attributes])).toEqual([
      ['Fact', 8, { id: 'a', show: 'unit' }],
      ['Term', 8, { id: '' }],
      ['Bare', 8, { '{…}': '' }],
      ['Card', 8, { id: 'b' }],
      ['LadderKey', 8, { ids: ' c  d ' }],
      ['Cite', 8, {}],
    ]);
    expect(text.facts.map(({ via, id, words }) => `${via} ${id} ${words}`)).toEqual(['Fact a ', 'Card b ', 'Card c ', 'Card d ']);
  });

  it('takes expressions, imports, code and pictures for code, and comments and prose for none', () => {
    const code = (body: string) => chapter(body).code.map(({ id, line }) => `${line} ${id}`);
    expect(code('So {47} it. ^a\n\n{48}\n\n`so` ^b\n\n```\nso  on\n```\n\n![x](https://x.y/z.png) ![x][y]\n\n[y]: https://x.y/')).toEqual([
      '8 47',
      '10 48',
      '12 so',
      '14 so on',
      '18 image',
      '18 imageReference',
    ]);
    expect(code("import x from 'x';\n\nexport const y = 1;")).toEqual(["8 import x from 'x';", '10 export const y = 1;']);
    expect(code('So.{/* a note */} {} { } ^a\n\n{/* one\n\ntwo */}\n\n> *So* **it** [is](https://x.y/).\n\n- so')).toEqual([]);
    expect(code('So {/* a */ 47} {48 /* b */} ^a')).toEqual(['8 /* a */ 47', '8 48 /* b */']);
  });

  it('keeps where links lead, and no pictures’ addresses among them', () => {
    const text = chapter('[a](https://x.y/) ![b](https://p.q/z.png) ^a\n\n[c][d]\n\n[d]: #p01');
    expect(text.links.map(({ id, line }) => [id, line])).toEqual([
      ['https://x.y/', 8],
      ['#p01', 12],
    ]);
  });

  it('refuses prose in prose deeper than any reader follows, and nothing flatter', () => {
    const deep = (n: number) => chapter(`${'> '.repeat(n)}So. ^a`);
    expect(deep(37).blocks).toHaveLength(1);
    expect(() => deep(38)).toThrow(/02-s\.mdx {2}\[mdx-syntax\][\s\S]*deeper than any reader follows/);
  });

  it('says what is wrong with MDX, where, and what to look for', () => {
    const problems = (body: string) => {
      try {
        chapter(body);
      } catch (error) {
        return (error as ContentError).problems;
      }
      return [];
    };
    expect(problems('So. ^a\n\nSo {47 it. ^b')).toEqual([
      {
        file: 'content/chapters/en/02-s.mdx',
        line: 10,
        rule: 'mdx-syntax',
        found: expect.any(String),
        allowed: 'well-formed MDX',
        hint: 'Check that every component is closed and stands on lines of its own.',
      },
    ]);
    expect(problems('So. ^a\n\nSo <4 it. ^b').map((p) => p.line)).toEqual([10]);
    expect(problems('So. ^a\n\nSo </Scene> it. ^b').map((p) => p.line)).toEqual([10]);
  });

  it('refuses characters that no reader sees, in words and in what components are given', () => {
    for (const body of ['So\u202e it. ^a', '<Term id="a\u202eb">x</Term> ^a'])
      expect(() => chapter(body)).toThrow(/02-s\.mdx:8[\s\S]*U\+202E/);
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
  it('of every text is within what its readers are promised', () => {
    const promised = [...readChapters('.').map((c) => [c, 10, 50] as const), ...readShorts('.').map((c) => [c, 7, 60] as const)];
    for (const [text, grade, ease] of promised) {
      const { score, mean } = readability(text);
      if (text.lang === 'fr') expect(score, text.file).toBeGreaterThanOrEqual(ease);
      else expect(score, text.file).toBeLessThanOrEqual(grade);
      expect(mean, text.file).toBeLessThanOrEqual(18);
    }
  });
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
