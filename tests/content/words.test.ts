import { describe, expect, it } from 'vitest';
import { sentences, wordRules } from '../../src/claims/rules-words.ts';
import { both, EN, FACTS, FR, problemsOf } from './broken.ts';
import { brief, saidBy, text } from './ledger.ts';

const of = (rule: string, body: string, lang: 'en' | 'fr' = 'en') => saidBy(wordRules, rule, { chapters: [text(`${body} ^p01`, lang)] });

describe('our own voice', () => {
  it.each([
    ...['terrorist', 'Terrorists', 'mercenary', 'mercenaries', 'junta', 'juntas', 'regime', 'regimes', 'so-called', 'liberated', 'jihadi'],
    ...[
      'terroriste',
      'terroristes',
      'mercenaire',
      'mercenaires',
      'junte',
      'juntes',
      'régime',
      'régimes',
      'soi-disant',
      'libéré',
      'libérées',
    ],
    'djihadis',
  ])('calls nobody and nothing: %s', (label) => {
    expect(of('own-voice', `The ${label} came.`)).toEqual([
      {
        file: 'content/chapters/en/02-s.mdx',
        line: 8,
        found: `"${label}" in our own voice: The ${label} came.`,
        allowed: 'a description, an attribution, or the word inside quotation marks',
        hint: 'Say what they are or did, or who calls them that.',
      },
    ]);
  });

  it.each(['terrorism', 'regimental', 'adjunta', 'djihadiste', 'liberation', 'libérer', 'It regimented them', 'aux régimentaires'])(
    'may say: %s',
    (word) => {
      expect(of('own-voice', `The ${word} came.`)).toEqual([]);
    },
  );

  it('may quote a label in the marks of either language, and only inside them', () => {
    expect(of('own-voice', 'They say “the junta”, "a regime" and « régime » of it.')).toEqual([]);
    expect(of('own-voice', 'They say “so” and the junta says “no”.')).toHaveLength(1);
    expect(of('own-voice', 'They say "so" and the junta says "no".')).toHaveLength(1);
    expect(of('own-voice', 'They say « so » and the junta says « no ».')).toHaveLength(1);
  });

  it('keeps a quotation apart from the words around it', () => {
    expect(of('own-voice', 'jun“ x ”ta')).toEqual([]);
  });

  it('shows where a long paragraph begins, and no more of it', () => {
    const long = `The junta came. ${'It did so again. '.repeat(10)}`;
    expect(of('own-voice', long).map((p) => p.found)).toEqual([`"junta" in our own voice: ${long.slice(0, 70)}`]);
  });
});

describe('the audit of words', () => {
  const voiced = (edits: Parameters<typeof problemsOf>[0]): string[] =>
    problemsOf(edits)
      .filter((p) => p.rule === 'own-voice')
      .map(({ file, line, found }) => `${file}:${line} ${found.split(' ')[0]}`);

  it('reads every record that readers see, in both languages', () => {
    const c1 =
      "- { id: c1, date: '2026-11-25', fact: days, said: { en: A junta., fr: Une junte. }, says: { en: Regimes., fr: Régimes. }, why: { en: Mercenaries., fr: Mercenaires. } }\n";
    expect(
      voiced({
        [FACTS]: ['tags: [deaths]', 'tags: [deaths]\n  note: { en: The junta., fr: La junte. }'],
        'actors.yaml': [/The authorities\., fr: Les autorités\./, 'The junta., fr: La junte.'],
        'corrections.yaml': ['[]', c1],
        'site.yaml': [/A title, fr: Un titre([\s\S]*)A sentence\., fr: Une phrase\./, 'A junta, fr: Une junte$1A regime., fr: Un régime.'],
        'glossary/fr.yaml': ['The text.', 'La junte.'],
        'glossary/en.yaml': ['The text.', 'The junta.'],
        'ui/en.yaml': ['notes: Notes', 'notes: The junta'],
        'ui/fr.yaml': ['notes: Notes', 'notes: La junte'],
        'pages/en/method.mdx': ['How it is done.', 'The junta.'],
        'short/fr/01.mdx': ['Il finit.', 'La junte.'],
        'teach/en/one.mdx': ['A sheet.', 'A junta.'],
        [EN]: ['standfirst: A standfirst.', 'standfirst: A junta.'],
      }).sort(),
    ).toEqual(
      [
        'content/actors.yaml:1 "junta"',
        'content/actors.yaml:1 "junte"',
        'content/chapters/en/01-c.mdx:6 "junta"',
        ...['"junta"', '"junte"', '"Regimes"', '"Régimes"', '"Mercenaries"', '"Mercenaires"'].map((w) => `content/corrections.yaml:1 ${w}`),
        'content/facts/a.yaml:23 "junta"',
        'content/facts/a.yaml:23 "junte"',
        'content/glossary/en.yaml:1 "junta"',
        'content/glossary/fr.yaml:1 "junte"',
        'content/pages/en/method.mdx:8 "junta"',
        'content/short/fr/01.mdx:6 "junte"',
        ...['"junta"', '"junte"', '"regime"', '"régime"'].map((w) => `content/site.yaml:1 ${w}`),
        'content/teach/en/one.mdx:6 "junta"',
        'content/ui/en.yaml:1 "junta"',
        'content/ui/fr.yaml:1 "junte"',
      ].sort(),
    );
  });

  it('lets those speak whom a claim names, and calls actors and sources by their own names', () => {
    expect(
      voiced({
        [FACTS]: [
          /The army, fr: L’armée([\s\S]*)The others deny it\., fr: Les autres le nient\./,
          'A junta, fr: Une junte$1Terrorists., fr: Terroristes.',
        ],
        'actors.yaml': ['selfName: { en: The state, fr: L’État }', 'selfName: { en: The regime, fr: Le régime }'],
        'sources/a.json': ['"title": "A report"', '"title": "A report on the junta"'],
      }),
    ).toEqual([]);
  });

  it('reads the words of every row that a figure draws', () => {
    const field = (name: string): string => `{ "name": "${name}", "type": "string", "description": "Words" }`;
    expect(
      voiced({
        'series/datapackage.json': [
          '{ "name": "source"',
          `${['label_en', 'label_fr', 'counter_en', 'counter_fr'].map(field).join(', ')}, { "name": "source"`,
        ],
        'series/counts.csv': [
          '',
          'id,value,status,place,label_en,label_fr,counter_en,counter_fr,source\ndone,20,reported,kidal,The junta,La junte,Regimes,Régimes,report\nleft,,established,,,,,Une junte,report\n',
        ],
      }),
    ).toEqual([
      'content/series/counts.csv:2 "junta"',
      'content/series/counts.csv:2 "Regimes"',
      'content/series/counts.csv:2 "junte"',
      'content/series/counts.csv:2 "Régimes"',
      'content/series/counts.csv:3 "junte"',
    ]);
  });

  it('finds the line of a figure’s words, of the first where they fill several, and the top of the file where they are folded', () => {
    const words = (yaml: string): string[] => voiced({ 'figures/en/stub.yaml': ['note: Nothing to add.', yaml] });
    expect(words('note: The junta came.')).toEqual(['content/figures/en/stub.yaml:4 "junta"']);
    expect(words('note: |\n  A first line of the note.\n  The junta came.')).toEqual(['content/figures/en/stub.yaml:5 "junta"']);
    expect(words('note: >\n  A first\n  line of the note on the junta that came.')).toEqual(['content/figures/en/stub.yaml:1 "junta"']);
    // Thirty letters are enough to know a line by: what follows may be folded.
    expect(words('note: >\n  A first line of the note, which\n  the junta wrote.')).toEqual(['content/figures/en/stub.yaml:5 "junta"']);
  });
});

describe('marks in French', () => {
  it.each(['"', '“', '”', '„', '`', '´', '‘'])('are not %s', (mark) => {
    // As a letter's reference, so that Markdown reads no code in a grave accent.
    expect(of('french-marks', `Ils le disent${mark === '`' ? '&#96;' : mark} oui.`, 'fr')).toEqual([
      {
        file: 'content/chapters/fr/02-s.mdx',
        line: 8,
        found: `${mark} in: Ils le disent${mark} oui.`,
        allowed: "« and » for quotations, ’ or ' for apostrophes",
        hint: 'Plain spaces inside « » will do; the build sets them.',
      },
    ]);
  });

  it('may be « » and both apostrophes, and English keeps its own', () => {
    expect(of('french-marks', "« L’un », l'autre.", 'fr')).toEqual([]);
    expect(of('french-marks', 'They say “so”, ‘so’ and "so".')).toEqual([]);
  });

  it('are shown with thirty letters before and forty from them', () => {
    const [problem] = of('french-marks', `${'a'.repeat(50)}"${'b'.repeat(50)}`, 'fr');
    expect(problem?.found).toBe(`" in: ${'a'.repeat(30)}"${'b'.repeat(39)}`);
  });

  it('are looked for on pages too', () => {
    expect(saidBy(wordRules, 'french-marks', { pages: [text('Ils "disent". ^p01', 'fr')] })).toHaveLength(1);
  });
});

describe('a sentence', () => {
  const long = (n: number): string => `${'so '.repeat(n - 1)}so.`;

  it('may have 35 words and no more, in chapters and on pages, in prose and in heads', () => {
    expect(of('long-sentence', `${long(35)} Yes.`)).toEqual([]);
    expect(of('long-sentence', long(36))).toEqual([
      {
        file: 'content/chapters/en/02-s.mdx',
        line: 8,
        found: `36 words: ${'so '.repeat(24).slice(0, 70)}…`,
        allowed: 'at most 35 words a sentence',
        hint: 'Make two sentences of it.',
      },
    ]);
    expect(saidBy(wordRules, 'long-sentence', { pages: [text(`${long(36)} ^p01`)] }).map(brief)).toHaveLength(1);
    expect(
      problemsOf(both(['standfirst: A standfirst.', `standfirst: ${long(36)}`]))
        .filter((p) => p.rule === 'long-sentence')
        .map(({ file, line }) => `${file}:${line}`),
    ).toEqual([`content/${EN}:6`, `content/${FR}:6`]);
  });

  it('ends at its mark before a capital, a number or a quotation, and nowhere else', () => {
    expect(sentences('It fell! Who? They left…  And so. "No", then. «Oui.»')).toEqual([
      'It fell!',
      'Who?',
      'They left…',
      'And so.',
      '"No", then.',
      '«Oui.»',
    ]);
    expect(sentences('It fell, e.g. then. “So.” Élan. École')).toEqual(['It fell, e.g. then.', '“So.” Élan.', 'École']);
    expect(sentences('At 3.14 it.Fell')).toEqual(['At 3.14 it.Fell']);
  });

  it('has letters: a number alone is none', () => {
    expect(sentences('So. 12. 34!')).toEqual(['So.']);
  });
});
