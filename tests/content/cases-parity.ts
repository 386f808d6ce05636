import { type Cases, EN, FR } from './broken.ts';

/** What one language may not have without the other. */
export const parityCases: Cases = {
  'a page with a paragraph in one language only': {
    edits: { 'pages/fr/method.mdx': ['Comment on fait. ^m1', 'Comment on fait. ^m2'] },
    rule: 'page-parity',
    where: 'pages/fr/method.mdx:1',
    found: 'missing in French: m1',
    allowed: 'the same in both languages',
    hint: 'translation',
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
    also: ['short-version'],
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
    where: 'figures/fr/stub.yaml:0',
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
  'a number printed in one language and only noted in the other': {
    edits: { [FR]: ['<Fact id="days" />', '<Cite ids="days" />'] },
    rule: 'translation-parity',
    where: `${FR}:13`,
    found: 'missing in French: Fact days; only in French: Cite days',
    allowed: 'the same',
    hint: 'translation',
  },
  'a paragraph in another step': {
    edits: { [FR]: [/<\/Step>\n<\/Scene>\n\n<BothSides>\n(<Side.*>)\n\n(They .*)/, '$2\n\n</Step>\n</Scene>\n\n<BothSides>\n$1\n'] },
    rule: 'translation-parity',
    where: `${FR}:22`,
    found: 'place of p03: Step stub-one in French, Side state in English',
    allowed: 'the same',
    hint: 'change language in the middle',
  },
  'a heading of another level': {
    edits: { [FR]: ['## A', '### A'] },
    rule: 'translation-parity',
    where: `${FR}:15`,
    found: 'h-one: heading of level 3 in French, heading of level 2 in English',
    allowed: 'the same',
    hint: 'one chapter',
  },
  'a step missing in one language': {
    edits: { [FR]: [/<Step[\s\S]*<\/Step>/, ''] },
    rule: 'translation-parity',
    also: ['scene'],
    where: `${FR}:1`,
    found: 'paragraphs and headings: missing in French: p02',
    allowed: 'the same',
    hint: 'translation',
  },
  'a term explained in one language only': {
    edits: { [FR]: ['<Term id="accord">accord</Term>', 'accord'] },
    rule: 'translation-parity',
    where: `${FR}:1`,
    found: 'terms: missing in French: accord',
    allowed: 'the same',
    hint: 'translation',
  },
  'a content note in one language only': {
    edits: { [FR]: ['They say so.', '<ContentNote skip="p01">.</ContentNote> They say so.'] },
    rule: 'translation-parity',
    where: `${FR}:1`,
    found: 'content notes: only in French: p01',
    allowed: 'the same',
    hint: 'translation',
  },
  'a box in one language only': {
    edits: { [FR]: [/<\/?BothSides>/g, ''] },
    rule: 'translation-parity',
    where: `${FR}:1`,
    found: 'boxes: 0 BothSides, 0 Unknown in French',
    allowed: 'the same',
    hint: 'one chapter',
  },
  'a text told up to another day': {
    edits: { [FR]: ["asOf: '2026-11-24'", "asOf: '2026-11-20'"] },
    rule: 'translation-parity',
    where: `${FR}:1`,
    found: 'asOf: 2026-11-20 in French, 2026-11-24 in English',
    allowed: 'the same',
    hint: 'one chapter',
  },
  'a chapter number taken twice': {
    edits: {
      'chapters/en/02-d.mdx': [
        '',
        `---
number: 1
slug: d
title: A title
question: A question?
standfirst: A standfirst.
description: A description that is long enough for a search result to show it.
published: '2026-11-24'
updated: '2026-11-24'
asOf: '2026-11-24'
---

Hello. ^p01
`,
      ],
    },
    rule: 'translation-parity',
    where: 'chapters/en/02-d.mdx:1',
    found: 'chapter 1 again',
    allowed: 'each number once',
    hint: '01-c.mdx',
  },
  'a label missing in one language': {
    edits: { 'figures/fr/stub.yaml': ['labels: { a: A }', 'labels: { b: A }'] },
    rule: 'words-parity',
    where: 'figures/fr/stub.yaml:1',
    found: 'labels: missing in French: a; only in French: b',
    allowed: 'the same',
    hint: 'translation',
  },
  'a column missing in one language': {
    edits: { 'figures/fr/stub.yaml': ['columns: { what:', 'columns: { quoi:'] },
    rule: 'words-parity',
    where: 'figures/fr/stub.yaml:1',
    found: 'table columns: missing in French: what',
    allowed: 'the same',
    hint: 'translation',
  },
  'a glossary term missing in one language': {
    edits: { 'glossary/fr.yaml': ['}\n', '}\n- { id: peace, term: paix, text: Un texte. }\n'] },
    rule: 'words-parity',
    where: 'glossary/fr.yaml:1',
    found: 'glossary terms: only in French: peace',
    allowed: 'the same',
    hint: 'translation',
  },
};
