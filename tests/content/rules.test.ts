import { describe, expect, it } from 'vitest';
import { rules } from '../../src/claims/audit.ts';
import { type Edits, problemsOf } from './broken.ts';

const EN = 'chapters/en/01-c.mdx';
const FR = 'chapters/fr/01-c.mdx';
const FACTS = 'facts/a.yaml';

/** What is broken, and what the editor is told: rule, file and line, found, allowed, hint. */
const cases: Record<string, { edits: Edits; rule: string; where: string; found: string; allowed: string; hint: string }> = {
  'a naked number': {
    edits: { [EN]: ['They say so.', 'They say 47 did so.'] },
    rule: 'naked-number',
    where: `${EN}:28`,
    found: '"47"',
    allowed: 'any other number through <Fact',
    hint: 'content/facts',
  },
  'a naked number in words': {
    edits: { [FR]: ['They say so.', 'Des milliers le disent.'] },
    rule: 'naked-number',
    where: `${FR}:28`,
    found: '"milliers"',
    allowed: 'years, dates',
    hint: '<Fact>',
  },
  'an unknown fact': {
    edits: { [EN]: ['id="days"', 'id="dais"'] },
    rule: 'unknown-id',
    where: `${EN}:13`,
    found: 'fact "dais"',
    allowed: 'days, share, clash',
    hint: 'Did you mean "days"?',
  },
  'an unknown term': {
    edits: { [EN]: ['id="accord"', 'id="acord"'] },
    rule: 'unknown-id',
    where: `${EN}:20`,
    found: 'term "acord"',
    allowed: 'accord',
    hint: 'Did you mean "accord"?',
  },
  'an unknown actor': {
    edits: { [EN]: ['who="state"', 'who="stat"'] },
    rule: 'unknown-id',
    where: `${EN}:`,
    found: 'actor "stat"',
    allowed: 'state',
    hint: 'Did you mean "state"?',
  },
  'an unknown component': {
    edits: { [EN]: [/BothSides/g, 'BothSide'] },
    rule: 'unknown-id',
    where: `${EN}:25`,
    found: 'component "BothSide"',
    allowed: 'Scene, Step',
    hint: 'BothSides',
  },
  'an unknown figure': {
    edits: { [EN]: ['figure="stub"', 'figure="stob"'] },
    rule: 'scene',
    where: `${EN}:17`,
    found: 'figure "stob"',
    allowed: 'stub',
    hint: 'Did you mean "stub"?',
  },
  'an unknown step': {
    edits: { [EN]: ['id="stub-one"', 'id="stub-on"'] },
    rule: 'scene',
    where: `${EN}:18`,
    found: 'step "stub-on"',
    allowed: 'stub-one',
    hint: 'Did you mean "stub-one"?',
  },
  'a step not told': {
    edits: { [EN]: [/<Step[\s\S]*<\/Step>/, ''] },
    rule: 'scene',
    where: `${EN}:17`,
    found: 'steps ',
    allowed: 'stub-one',
    hint: 'told once',
  },
  'a Fact without a number': {
    edits: { [EN]: ['<Fact id="days" />', '<Fact id="clash" />'] },
    rule: 'fact-without-number',
    where: `${EN}:13`,
    found: 'clash',
    allowed: 'a unit',
    hint: '<Cite',
  },
  'a paragraph without id': {
    edits: { [EN]: [' ^p03', ''] },
    rule: 'paragraph-id',
    where: `${EN}:28`,
    found: 'without id',
    allowed: '^p12',
    hint: 'never renumber',
  },
  'a paragraph id twice': {
    edits: { [EN]: ['^p03', '^p01'] },
    rule: 'paragraph-id',
    where: `${EN}:28`,
    found: 'id "p01" again',
    allowed: 'once',
    hint: 'line 13',
  },
  'a label in our own voice': {
    edits: { [FR]: ['They say so.', 'La junte le dit.'] },
    rule: 'own-voice',
    where: `${FR}:28`,
    found: '"junte"',
    allowed: 'quotation marks',
    hint: 'who calls them that',
  },
  'a sentence too long': {
    edits: { [EN]: ['They say so.', `${'They say so and '.repeat(12)}that is all.`] },
    rule: 'long-sentence',
    where: `${EN}:28`,
    found: '51 words',
    allowed: 'at most 35',
    hint: 'two sentences',
  },
  'a missing translation of a paragraph': {
    edits: { [FR]: [/They say so.*\n/, 'Oui. ^p09\n'] },
    rule: 'translation-parity',
    where: `${FR}:1`,
    found: 'missing in French: p03',
    allowed: 'the same in both',
    hint: 'missing translation',
  },
  'a fact cited in one language only': {
    edits: { [FR]: ['<Cite ids="clash" /> ^p01', ' ^p01'] },
    rule: 'translation-parity',
    where: `${FR}:13`,
    found: 'facts of p01',
    allowed: 'the same',
    hint: 'translation',
  },
  'a missing chapter': {
    edits: { [FR]: null },
    rule: 'translation-parity',
    where: `${EN}:1`,
    found: 'chapter 1 in en only',
    allowed: 'English and French',
    hint: 'same ids',
  },
  'a missing interface string': {
    edits: { 'ui/fr.yaml': ['notes: Notes', 'autre: Autre'] },
    rule: 'words-parity',
    where: 'ui/fr.yaml:1',
    found: 'missing in French: notes',
    allowed: 'both languages',
    hint: 'translation',
  },
  'missing words of a figure': {
    edits: {
      'figures/fr/stub.yaml': null,
      'figures/fr/other.yaml': [
        '',
        'title: T\nsubtitle: S\ndescription: A stub of a figure that the audit looks at, with one step.\nnote: N\nsteps: {}\nlabels: {}\ntable: { caption: C, columns: {} }\n',
      ],
    },
    rule: 'words-parity',
    where: 'figures/fr/stub.yaml',
    found: 'no such file',
    allowed: 'both languages',
    hint: 'translate',
  },
  'a step without its sentence': {
    edits: { 'figures/fr/stub.yaml': [/stub-one/, 'stub-two'] },
    rule: 'words-parity',
    where: 'figures/fr/stub.yaml:1',
    found: 'stub-two',
    allowed: 'stub-one',
    hint: 'say',
  },
  'an unknown source': {
    edits: { [FACTS]: ['sources: [report]', 'sources: [repport]'] },
    rule: 'unknown-reference',
    where: `${FACTS}:1`,
    found: 'source "repport"',
    allowed: 'report',
    hint: 'Did you mean "report"?',
  },
  'an unknown place': {
    edits: { [FACTS]: ['[kidal]', '[kidall]'] },
    rule: 'unknown-reference',
    where: `${FACTS}:1`,
    found: 'place "kidall"',
    allowed: 'kidal',
    hint: 'Did you mean "kidal"?',
  },
  'a number without unit': {
    edits: { [FACTS]: ['  value: 3141\n  unit: days\n', '  value: 3141\n'] },
    rule: 'fact-number',
    where: `${FACTS}:1`,
    found: 'without a unit',
    allowed: 'units.yaml',
    hint: 'unit',
  },
  'low above high': {
    edits: { [FACTS]: ['value: 3141', 'low: 3141\n  high: 20'] },
    rule: 'fact-number',
    where: `${FACTS}:1`,
    found: 'low 3141 above high 20',
    allowed: 'low at most high',
    hint: 'swapped',
  },
  'a cell that is not there': {
    edits: { [FACTS]: ['row: done', 'row: dune'] },
    rule: 'fact-number',
    where: `${FACTS}:12`,
    found: 'no row "dune"',
    allowed: 'that exist',
    hint: 'datapackage.json',
  },
  'a cell that is empty': {
    edits: { [FACTS]: ['row: done', 'row: left'] },
    rule: 'fact-number',
    where: `${FACTS}:12`,
    found: 'is empty',
    allowed: 'with a number',
    hint: 'Missing is not zero',
  },
  'a claim that says another number': {
    edits: { [FACTS]: ['value: 3141', 'value: 3142'] },
    rule: 'claim-value',
    where: `${FACTS}:1`,
    found: '3142 is not in its claim',
    allowed: 'says the number',
    hint: 'must agree',
  },
  'languages that differ in a number': {
    edits: { [FACTS]: ['Il a duré 3 141', 'Il a duré 3 114'] },
    rule: 'claim-parity',
    where: `${FACTS}:1`,
    found: 'en 3141 | fr 3114',
    allowed: 'the same numbers',
    hint: 'words only',
  },
  'a source without address': {
    edits: { 'sources/a.json': ['    "URL": "https://example.org/report",\n', ''] },
    rule: 'source-date-address',
    where: 'sources/a.json:2',
    found: 'report without address',
    allowed: 'URL or archive',
    hint: 'find it',
  },
  'a source without date': {
    edits: { 'sources/a.json': [/ {4}"issued".*\n/, ''] },
    rule: 'source-date-address',
    where: 'sources/a.json:2',
    found: 'report without date',
    allowed: 'issued or accessed',
    hint: 'find it',
  },
  'a claim that nobody read': {
    edits: { 'sources/a.json': ['"read": "read"', '"read": "known"'] },
    rule: 'source-unread',
    where: `${FACTS}:1`,
    found: 'not re-read',
    allowed: 'at least one source read',
    hint: 'leave the claim out',
  },
  'a reported claim by nobody': {
    edits: { [FACTS]: ['  attributedTo: { en: A counter, fr: Un compteur }\n', ''] },
    rule: 'who-says-so',
    where: `${FACTS}:12`,
    found: 'by nobody',
    allowed: 'attributedTo',
    hint: 'Name who says so',
  },
  'a disputed claim without its other side': {
    edits: { [FACTS]: [/ {2}counterclaim.*\n/, ''] },
    rule: 'other-side',
    where: `${FACTS}:23`,
    found: 'without its other side',
    allowed: 'counterclaim',
    hint: 'no answer was found',
  },
  'deaths without who counted': {
    edits: { [FACTS]: [/ {2}status: disputed\n {2}attributedTo.*\n {2}counterclaim.*\n/, '  status: established\n'] },
    rule: 'deaths-counter',
    where: `${FACTS}:23`,
    found: 'without who counted',
    allowed: 'attributedTo',
    hint: 'what counts',
  },
  'a figure’s row without source': {
    edits: { 'series/counts.csv': ['kidal,report', 'kidal,'] },
    rule: 'figure-source',
    where: 'series/counts.csv:2',
    found: 'row done without a source',
    allowed: 'source ids',
    hint: 'nobody said',
  },
  'a figure’s row with an unknown status': {
    edits: { 'series/counts.csv': ['20,reported', '20,rumoured'] },
    rule: 'figure-source',
    where: 'series/counts.csv:2',
    found: 'status "rumoured"',
    allowed: 'established',
    hint: 'use one that exists',
  },
  'a place outside the map': {
    edits: { 'places.csv': ['18.44,1.41', '18.44,141'] },
    rule: 'place-on-map',
    where: 'places.csv:2',
    found: 'kidal at 18.44, 141',
    allowed: 'longitude',
    hint: 'swapped',
  },
  'a changed value without a correction': {
    edits: { 'published.json': ['', '{"days":{"value":3140}}'] },
    rule: 'correction',
    where: `${FACTS}:1`,
    found: '3140// became 3141//',
    allowed: 'content/corrections.yaml',
    hint: 'why',
  },
};

describe('the audit', () => {
  it('passes content that keeps every rule', () => {
    expect(problemsOf()).toEqual([]);
  });

  it('lets a changed value pass once a correction names the fact', () => {
    const correction =
      "- id: c1\n  date: '2026-11-25'\n  fact: days\n  said: { en: '3,140', fr: '3 140' }\n  says: { en: '3,141', fr: '3 141' }\n  why: { en: Miscounted., fr: Erreur de calcul. }\n";
    expect(problemsOf({ 'published.json': ['', '{"days":{"value":3140}}'], 'corrections.yaml': ['[]', correction] })).toEqual([]);
  });

  it.each(Object.entries(cases))('stops at %s, and says where, what and how', (_name, { edits, rule, where, found, allowed, hint }) => {
    const problem = problemsOf(edits).find((p) => p.rule === rule);
    expect(problem, JSON.stringify(problemsOf(edits), null, 1)).toBeDefined();
    expect(`${problem?.file}:${problem?.line}`).toContain(where);
    expect(problem?.found).toContain(found);
    expect(problem?.allowed).toContain(allowed);
    expect(problem?.hint).toContain(hint);
  });

  it('has a failing fixture for each of its rules', () => {
    const tested = new Set(Object.values(cases).map((c) => c.rule));
    expect(rules.map((r) => r.name).filter((name) => !tested.has(name))).toEqual([]);
  });
});
