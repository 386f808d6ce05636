import { describe, expect, it } from 'vitest';
import { auditTeach } from '../../src/claims/rules-teach.ts';
import type { Content } from '../../src/lib/content.ts';
import { stub } from './broken.ts';
import { minimal, text } from './ledger.ts';

describe('a page for a class', () => {
  const teach = (en: string, fr = en, name = 'one.mdx'): string[] =>
    auditTeach({ content: minimal(), chapters: [], pages: [], shorts: [], figures: [stub], published: undefined }, [
      text(en, 'en', 1, name),
      text(fr, 'fr', 1, name),
    ])
      .filter((p) => p.file.includes('/en/') || p.rule === 'teach-parity')
      .map((p) => `${p.line} ${p.rule}: ${p.found}`);

  it.each([
    '1. is a task, and 1. is not',
    'For 15 minutes, or 1 minute.',
    'In 250 words.',
    'From 14 to 18 years.',
    'De 14 à 18 ans, en 250 mots.',
    '15 minutes, 50 minutes, or three lessons.',
    '15, 30 or 50 minutes. 15, 30 ou 50 minutes.',
  ])('may count: %s', (body) => {
    const found = teach(body.replace('1. is a task, and 1. is not', '**1. Look.**'));
    expect(found).toEqual([]);
  });

  it.each([
    ['It took 47 days.', '"47"'],
    ['It took 47 days in 15 minutes.', '"47"'],
    ['So 7. it.', '"7."'],
    ['From 14 to 18 towns.', '"14"'],
    ['At 15 minuted. And minutes.', '"15"'],
    ['At 15. And 3 minutes', '"15."'],
  ])('may not count: %s', (body, number) => {
    expect(teach(body)).toEqual([expect.stringContaining(`8 naked-number: ${number}`)]);
  });

  it('points at what exists', () => {
    const good =
      '<Role who="state" role="x" /><Reading ids="report report" /><Vocabulary ids="accord" /><Bare figure="stub" step="stub-one" alt="x" /><Glance /><Card id="days" who="x" /> ^p';
    expect(teach(good)).toEqual([]);
    expect(teach('<Role who="stat" /><Reading ids="report reprt" /><Vocabulary ids="acord" /> ^p')).toEqual([
      '8 teach-id: actor "stat"',
      '8 teach-id: source "reprt"',
      '8 teach-id: term "acord"',
    ]);
    expect(teach('<Bare figure="stub" step="stub-two" /><Bare figure="stud" step="stub-two" /><Bare /> ^p')).toEqual([
      '8 teach-id: step "stub-two"',
      '8 teach-id: figure "stud"',
    ]);
  });

  it('asks only for forecasts that were made', () => {
    const rows = [
      { id: 'made', forecast: 'x' },
      { id: 'not', forecast: '' },
    ];
    const series = new Map<string, unknown>([...minimal().series, ['foreseen', { file: 'f', lineOf: () => 1, rows }]]);
    const content = { ...minimal(), series };
    const of = (body: string) =>
      auditTeach({ content: content as unknown as Content, chapters: [], pages: [], shorts: [], figures: [], published: undefined }, [
        text(body, 'en', 1, 'key.mdx'),
        text(body, 'fr', 1, 'key.mdx'),
      ])
        .filter((p) => p.file.includes('/en/'))
        .map((p) => p.found);
    for (const name of ['Forecasts', 'ForecastsKey'])
      expect(of(`<${name} ids="made not none" /> ^p`)).toEqual(['forecast "not"', 'forecast "none"']);
  });

  it('gives no answers to students, and all of them in guide and key', () => {
    const answers = '<KeyLink>x</KeyLink><LadderKey ids="days" /><ForecastsKey ids="" /> ^p';
    const found = ['<KeyLink>', '<LadderKey>', '<ForecastsKey>'].map((c) => `8 sheet-without-answers: ${c} on a page for students`);
    for (const name of ['one.mdx', 'my-key.mdx', 'guide.mdxx']) expect(teach(answers, answers, name)).toEqual(found);
    for (const name of ['guide.mdx', 'key.mdx']) expect(teach(answers, answers, name)).toEqual([]);
  });

  it('is one lesson in two languages, but for the words of its components', () => {
    expect(
      teach(
        '<Bare figure="stub" step="stub-one" alt="A" /><Row label="A" /> ^p',
        '<Bare figure="stub" step="stub-one" alt="B" /><Row label="B" /> ^p',
      ),
    ).toEqual([]);
    expect(teach('<Card id="days" who="A" /> ^p', '<Card id="days" who="B" /> ^p')).toEqual([]);
    expect(teach('<Role who="state" role="A" /> ^p', '<Role who="state" role="B" /> ^p')).toEqual([]);
    expect(teach('<Lines n="3" /> ^p', '<Lines n="4" /> ^p')).toEqual(['1 teach-parity: component 1: Lines n=4, in English Lines n=3']);
    expect(teach('<Glance /><Pair /> ^p', '<Glance /> ^p')).toEqual(['1 teach-parity: component 2: none, in English Pair ']);
    expect(teach('<Glance /> ^p', '<Glance /><Pair /> ^p')).toEqual([expect.stringContaining('1 teach-parity: component')]);
    expect(teach('<Card id="days" /> ^p', '<Card id="share" /> ^p')).toEqual([
      '1 teach-parity: component 1: Card id=share, in English Card id=days',
    ]);
    expect(teach('So. ^p', 'So. ^p\n\nSo. ^q')).toEqual(['1 teach-parity: 2 paragraphs and headings, in English 1']);
    expect(teach('## So ^p', '### So ^p')).toEqual(['1 teach-parity: 1 paragraphs and headings, in English 1']);
  });
});
