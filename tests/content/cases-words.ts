import { both, type Cases, EN, FACTS, FR } from './broken.ts';

/** What words may not do: voice, marks, length. */
export const wordsCases: Cases = {
  'a label in our own voice': {
    edits: { [FR]: ['They say so.', 'La junte le dit.'] },
    rule: 'own-voice',
    where: `${FR}:28`,
    found: '"junte"',
    allowed: 'quotation marks',
    hint: 'who calls them that',
  },
  'a sentence too long': {
    edits: both(['They say so.', `${'They say so and '.repeat(12)}that is all.`]),
    rule: 'long-sentence',
    where: `${EN}:28`,
    found: '51 words',
    allowed: 'at most 35',
    hint: 'two sentences',
  },
  'a label in a claim': {
    edits: { [FACTS]: ['It lasted', 'Mercenaries say it lasted'] },
    rule: 'own-voice',
    where: `${FACTS}:1`,
    found: '"Mercenaries"',
    allowed: 'attribution',
    hint: 'who calls them that',
  },
  'a label in a figure': {
    edits: { 'figures/fr/stub.yaml': ['labels: { a: A }', 'labels: { a: Ville libérée }'] },
    rule: 'own-voice',
    where: 'figures/fr/stub.yaml:7',
    found: '"libérée"',
    allowed: 'a description',
    hint: 'what they are or did',
  },
  'a label in the glossary': {
    edits: { 'glossary/en.yaml': ['The text.', 'Agreed with the regime.'] },
    rule: 'own-voice',
    where: 'glossary/en.yaml:1',
    found: '"regime"',
    allowed: 'a description',
    hint: 'what they are or did',
  },
  'English quotation marks in French': {
    edits: { [FR]: ['They say so.', 'Ils disent "oui".'] },
    rule: 'french-marks',
    where: `${FR}:28`,
    found: '" in: Ils disent "oui".',
    allowed: '« and »',
    hint: 'the build sets them',
  },
  'a wrong apostrophe in a French claim': {
    edits: { [FACTS]: ['L’armée', 'L´armée'] },
    rule: 'french-marks',
    where: `${FACTS}:23`,
    found: '´ in: L´armée',
    allowed: 'apostrophes',
    hint: 'Plain spaces',
  },
};
