import type { Cases, Edits } from './broken.ts';

const EN = 'teach/en/one.mdx';
const FR = 'teach/fr/one.mdx';
/** The same line added to the sheet in both languages. */
const add = (line: string): Edits => ({ [EN]: ['<Bare', `${line}\n\n<Bare`], [FR]: ['<Bare', `${line}\n\n<Bare`] });

/** What a page for a class may not do. */
export const teachCases: Cases = {
  'a number of the story on a sheet, though a class may count minutes': {
    edits: add('It took 47 days in 15 minutes.'),
    rule: 'naked-number',
    where: `${EN}:13`,
    found: '"47"',
    allowed: '<Fact',
    hint: 'content/facts',
  },
  'a figure on a sheet that does not exist': {
    edits: { [EN]: ['figure="stub"', 'figure="stud"'], [FR]: ['figure="stub"', 'figure="stud"'] },
    rule: 'teach-id',
    where: `${EN}:13`,
    found: 'figure "stud"',
    allowed: 'stub',
    hint: 'Did you mean "stub"?',
  },
  'a step on a sheet that does not exist': {
    edits: { [EN]: ['stub-one', 'stub-two'], [FR]: ['stub-one', 'stub-two'] },
    rule: 'teach-id',
    where: `${EN}:13`,
    found: 'step "stub-two"',
    allowed: 'stub-one',
    hint: '',
  },
  'a source to read that is not in the list': {
    edits: add('<Reading ids="report raport" />'),
    rule: 'teach-id',
    where: `${EN}:13`,
    found: 'source "raport"',
    allowed: 'report',
    hint: 'Did you mean "report"?',
  },
  'the answers on a sheet': {
    edits: add('<LadderKey ids="days" />'),
    rule: 'sheet-without-answers',
    where: `${EN}:13`,
    found: '<LadderKey>',
    allowed: 'guide.mdx and key.mdx',
    hint: 'move the answer to the key',
  },
  'a way to the answers on a sheet': {
    edits: add('<KeyLink>answers</KeyLink>'),
    rule: 'sheet-without-answers',
    where: `${EN}:13`,
    found: '<KeyLink>',
    allowed: 'guide.mdx and key.mdx',
    hint: 'Students get this page',
  },
  'a task in one language only': {
    edits: { [FR]: ['<Bare figure="stub" step="stub-one" alt="Une fiche" />', ''] },
    rule: 'teach-parity',
    where: `${FR}:1`,
    found: 'component 1: none',
    allowed: 'the same components',
    hint: 'bring them together',
  },
  'a sheet in one language only': {
    edits: { [FR]: null },
    rule: 'teach-parity',
    where: `${EN}:1`,
    found: 'one.mdx in one language only',
    allowed: 'English and French',
    hint: 'two languages',
  },
};
