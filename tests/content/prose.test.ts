import { describe, expect, it } from 'vitest';
import { COMPONENTS, proseRules, unknownIds } from '../../src/claims/rules-prose.ts';
import { stub } from './broken.ts';
import { brief, minimal, saidBy, text, withFact } from './ledger.ts';

const FILE = 'content/chapters/en/02-s.mdx';
const of = (rule: string, body: string) => saidBy(proseRules, rule, { chapters: [text(`${body} ^p01`)] });
const numbers = (body: string): string[] => of('naked-number', body).map(({ found }) => found.split('"')[1] ?? '');
const MONTHS =
  'January February March April May June July August September October November December janvier février mars avril mai juin juillet août septembre octobre novembre décembre';

describe('a number in prose', () => {
  it.each(MONTHS.split(' '))('may be a day of %s', (month) => {
    expect(numbers(`It fell on 6 ${month}, 14 ${month}, 31 ${month}.`)).toEqual([]);
  });

  it.each([
    'From 3 to 5 May, 25–26 April and 1 - 2 June.',
    'Le 1er mai, le 01 mai, du 3 au 5 mai, le 3 ou le 5 mai, les 3 et 4 mai.',
    'In 1960, 2012–2014, 2012-14, the 1990s and 2000s.',
    'The 1st, 2nd, 3rd, 10th; 1er, 1ère, 19e.',
    'Creative Commons Attribution 4.0, CC BY 4.0, Content Accessibility Guidelines 2.2, (WCAG) 2.2, D3, d3-geo.',
    'Le 31, du 6. Au 7; le 8: au 9! Du 10? (le 11) le 12',
    'The percentage in the centre of the millet; descents.',
  ])('may stand: %s', (body) => {
    expect(numbers(body)).toEqual([]);
  });

  it.each([
    ['32 May', '32'],
    ['45 juin', '45'],
    ['6 Maybe', '6'],
    ['6 towns', '6'],
    ['1815 of them', '1815'],
    ['2115 of them', '2115'],
    ['20151 of them', '20151'],
    ['2012–21 towns of 45', '45'],
    ['the 100th', '100'],
    ['the 3x', '3'],
    ['le 31 rebelles', '31'],
    ['le 45, ils', '45,'],
    ['cable 31, they', '31,'],
    ['WCAG 2.2', '2.2'],
    ['Apache 2.0', '2.0'],
    ['CC BY 45.0', '45.0'],
    ['3,141 days', '3,141'],
    ['3\u202f141 jours', '3'],
    ['1.5 of it', '1.5'],
    ...['hundred', 'hundreds', 'Thousand', 'thousands', 'million', 'millions', 'billion', 'billions', 'dozen', 'dozens'].map((w) => [w, w]),
    ...['cent', 'cents', 'mille', 'millier', 'milliers', 'milliard', 'milliards', 'centaine', 'centaines', 'douzaine', 'douzaines'].map(
      (w) => [w, w],
    ),
  ])('may not stand without a fact: %s', (words, number) => {
    expect(numbers(`They were ${words}`)).toEqual([number]);
  });

  it('is shown with the first 80 letters of its paragraph, in heads and on pages too', () => {
    const body = `They were 47 ${'and more '.repeat(20)}`;
    const problem = {
      line: 8,
      found: `"47" in: ${body.slice(0, 80)}`,
      allowed: 'years, dates and list numbers; any other number through <Fact id="…" />',
      hint: 'Give the number a record in content/facts and print it with <Fact>.',
    };
    expect(of('naked-number', body)).toEqual([{ file: FILE, ...problem }]);
    expect(saidBy(proseRules, 'naked-number', { pages: [text(`${body}. ^p01`)] })).toEqual([{ file: FILE, ...problem }]);
    const head = { ...text('So. ^p01'), heads: [{ field: 'title' as const, line: 4, text: 'A peace of 3\u202f141\u00a0days' }] };
    expect(saidBy(proseRules, 'naked-number', { chapters: [head] }).map(brief)).toEqual([
      `${FILE}:4 "3\u202f141\u00a0" in: A peace of 3\u202f141\u00a0days`,
    ]);
  });

  it('answers for itself only outside a Fact', () => {
    expect(numbers('It lasted <Fact id="days">47 days</Fact>.')).toEqual([]);
  });
});

describe('the words of a Fact', () => {
  const words = (inner: string, id = 'days') => of('fact-words', `It was <Fact id="${id}">${inner}</Fact>.`);

  it('may say the number of its claim, years and dates', () => {
    for (const inner of ['3,141 days', '3 141 days', 'long, until 2024', 'over on 6 May', 'long']) expect(words(inner)).toEqual([]);
  });

  it('may say no other', () => {
    expect(words('47 of 3,141 days and 48')).toEqual([
      {
        file: FILE,
        line: 8,
        found: '47, 48 in <Fact id="days">47 of 3,141 days and 48</Fact>',
        allowed: 'the numbers of its claim: 3141',
        hint: 'The note would contradict the sentence; mend one or the other.',
      },
    ]);
  });

  it('are told of a claim that has no number', () => {
    const content = withFact({ claim: { en: 'It lasted.', fr: 'Il a duré 47 jours.' } });
    const chapters = [text('<Fact id="days">47 days</Fact> ^p01')];
    expect(saidBy(proseRules, 'fact-words', { content, chapters })).toMatchObject([{ allowed: 'the numbers of its claim: none' }]);
  });

  it('of an unknown fact are left to the rule that knows ids', () => {
    expect(words('47 days', 'dais')).toEqual([]);
  });

  it('are needed where the claim has no number, and a note needs none', () => {
    const without = (body: string) => of('fact-without-number', body);
    for (const body of ['<Fact id="clash">they fought</Fact>', '<Cite ids="clash" />', '<Fact id="days" />', '<Fact id="nope" />'])
      expect(without(`So ${body}.`)).toEqual([]);
    expect(without('So <Fact id="clash" />.')).toEqual([
      {
        file: FILE,
        line: 8,
        found: '<Fact id="clash" />, a claim without a number',
        allowed: 'a fact with value, low, high or cell, and a unit',
        hint: 'Use <Cite ids="clash" />, or put words inside the Fact.',
      },
    ]);
  });
});

describe('what is no prose', () => {
  it('is shown by its first sixty letters, in chapters and on pages', () => {
    const code = `{'${'a'.repeat(80)}'}`;
    const problem = {
      file: FILE,
      line: 8,
      found: `code: ${code.slice(1, 61)}`,
      allowed: 'prose and the components of docs/editing.md',
      hint: 'Write the words out, and numbers through <Fact>; a comment {/* … */} may stand.',
    };
    expect(of('prose-only', `So ${code}.`)).toEqual([problem]);
    expect(saidBy(proseRules, 'prose-only', { pages: [text(`So ${code}. ^p01`)] })).toEqual([problem]);
  });
});

describe('a link', () => {
  it.each(['https://example.org/a?b#c', '#p01', '#h-one'])('may lead to %s', (to) => {
    expect(of('link-target', `[So](${to}).`)).toEqual([]);
  });

  it.each([
    'http://example.org',
    'xhttps://example.org',
    '<https://example.org/a b>',
    'https://',
    '#P01',
    '#1',
    '#p01/x',
    '/p#p01',
    'mailto:a@b.c',
    '//x.y',
  ])('may not lead to %s', (to) => {
    const problem = {
      file: FILE,
      line: 8,
      found: `a link to "${to.replace(/[<>]/g, '')}"`,
      allowed: 'https://… or #paragraph',
      hint: 'Sources are cited by <Cite>, other chapters by <ChapterLink>.',
    };
    expect(of('link-target', `[So](${to}).`)).toEqual([problem]);
    expect(saidBy(proseRules, 'link-target', { pages: [text(`[So](${to}). ^p01`)] })).toEqual([problem]);
  });

  it('is shown by its first sixty letters', () => {
    expect(of('link-target', `[So](http://${'a'.repeat(80)})`).map((p) => p.found)).toEqual([`a link to "http://${'a'.repeat(53)}"`]);
  });
});

describe('ids in prose', () => {
  const ids = (body: string): string[] =>
    saidBy(proseRules, 'unknown-id', { chapters: [text(body)] }).map(({ line, found, allowed }) => `${line} ${found} | ${allowed}`);

  it('are all known where every component is used as it may be', () => {
    expect(
      ids(
        `So <Fact id="days" />, <Fact id="days" show="unit" />, <Fact id="days" show="number" />, <Term id="accord">it</Term>.<Cite ids="days share" /> ^p01

<ContentNote skip="p02">Killings.</ContentNote>

<Scene figure="stub"><Step id="stub-one">So.</Step></Scene>

<BothSides><Side who="state">So.</Side></BothSides>

<Unknown>So.</Unknown>

See <ChapterLink number="1">there</ChapterLink>. ^p02`,
      ),
    ).toEqual([]);
  });

  it('are each looked for where they belong', () => {
    expect(
      ids(`<Fact id="dais" /><Term id="acord">it</Term><Side who="stat">x</Side><ContentNote skip="p02">x</ContentNote> ^p01

<Sceen figure="stub" /><Fact id="days" shw="unit" /><Fact id="days" show="unti" /> ^p03`),
    ).toEqual([
      '8 fact "dais" | days, share, clash',
      '8 term "acord" | accord',
      '8 actor "stat" | state',
      '8 paragraph "p02" | p01, p03',
      `10 component "Sceen" | ${Object.keys(COMPONENTS).join(', ')}`,
      '10 attribute of Fact "shw" | id, show',
      '10 show of Fact "unti" | unit, number',
    ]);
  });

  it('are no way around the list of components: not by a name of the language, nor by an attribute of one', () => {
    expect(ids('<toString /> <Fact id="days" constructor="x" /> <Fact id="days" {...x} /> ^p01')).toEqual([
      expect.stringContaining('8 component "toString"'),
      '8 attribute of Fact "constructor" | id, show',
      '8 attribute of Fact "{…}" | id, show',
    ]);
  });

  it('are none on pages of plain prose', () => {
    expect(saidBy([unknownIds(COMPONENTS)], 'unknown-id', { pages: [text('<Fact id="days" /> ^p01')] })).toMatchObject([
      { file: FILE, line: 8, found: 'component "Fact"', allowed: 'none here' },
    ]);
  });

  it('stand at the end of every paragraph and heading, each once in a chapter, steps with them', () => {
    const said = saidBy(proseRules, 'paragraph-id', {
      chapters: [
        text('So. ^a\n\nSo. ^a\n\nSo.\n\n## So\n\nSo. ^a\n\n<Scene figure="stub">\n<Step id="a">\n\nSo. ^b\n\n</Step>\n</Scene>'),
        text('So. ^a'),
      ],
    });
    expect(said.map(brief)).toEqual([
      `${FILE}:10 id "a" again`,
      `${FILE}:12 a paragraph or heading without id`,
      `${FILE}:14 a paragraph or heading without id`,
      `${FILE}:16 id "a" again`,
      `${FILE}:19 id "a" again`,
    ]);
    expect(new Set(said.map(({ allowed, hint }) => `${allowed} | ${hint}`))).toEqual(
      new Set([
        'each id once | It stands first on line 8.',
        'a permanent id at its end, such as ^p12 | Give it the next free number; never renumber the others.',
      ]),
    );
  });
});

describe('a scene', () => {
  const two = { ...stub, steps: ['one', 'two'] };
  const scene = (steps: string[], figure = 'stub') =>
    saidBy(proseRules, 'scene', {
      chapters: [
        text(`<Scene figure="${figure}">\n${steps.map((id) => `<Step id="${id}">\n\nSo. ^p-${id}\n\n</Step>`).join('\n')}\n</Scene>`),
      ],
      figures: [two, { ...stub, name: 'other' }],
    });

  it('tells every step of its figure once, in order', () => {
    expect(scene(['one', 'two'])).toEqual([]);
    for (const steps of [['two', 'one'], ['one'], ['two'], ['one', 'one', 'two']])
      expect(scene(steps)).toEqual([
        {
          file: FILE,
          line: 8,
          found: `steps ${steps.join(', ')}`,
          allowed: 'one, two',
          hint: 'Every step of a figure is told once, in the figure’s order.',
        },
      ]);
  });

  it('names each step that its figure does not have, and nothing else', () => {
    expect(scene(['one', 'too', 'three']).map((p) => `${brief(p)} | ${p.allowed}`)).toEqual([
      `${FILE}:14 step "too" | one, two`,
      `${FILE}:19 step "three" | one, two`,
    ]);
  });

  it('names a figure that does not exist', () => {
    expect(scene(['one', 'two'], 'stob').map((p) => `${brief(p)} | ${p.allowed}`)).toEqual([`${FILE}:8 figure "stob" | stub, other`]);
  });
});

it('the rules of prose do not look at the minimal content in vain: it keeps them', () => {
  for (const { name } of proseRules) expect(saidBy(proseRules, name, { content: minimal(), chapters: [text('So. ^p01')] })).toEqual([]);
});
