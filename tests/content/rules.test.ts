import { describe, expect, it } from 'vitest';
import { rules } from '../../src/claims/audit.ts';
import { teachRules } from '../../src/claims/rules-teach.ts';
import { both, problemsOf } from './broken.ts';
import { ledgerCases } from './cases-ledger.ts';
import { parityCases } from './cases-parity.ts';
import { proseCases } from './cases-prose.ts';
import { sourceCases } from './cases-sources.ts';
import { teachCases } from './cases-teach.ts';
import { wordsCases } from './cases-words.ts';

const cases = { ...proseCases, ...wordsCases, ...ledgerCases, ...sourceCases, ...parityCases, ...teachCases };

describe('the audit', () => {
  it('passes content that keeps every rule', () => {
    expect(problemsOf()).toEqual([]);
  });

  it('lets a changed value pass once a correction says the new number', () => {
    const correction =
      "- id: c1\n  date: '2026-11-25'\n  fact: days\n  said: { en: '3,140', fr: '3 140' }\n  says: { en: '3,141', fr: '3 141' }\n  why: { en: Miscounted., fr: Erreur de calcul. }\n";
    expect(
      problemsOf({ 'published.json': ['', '{"numbers":{"days":{"value":3140}},"ids":{}}'], 'corrections.yaml': ['[]', correction] }),
    ).toEqual([]);
  });

  it.each([
    'In 2015, and from 2012–2014, it held.',
    'In the 1960s, in the 20th century, it held.',
    'On 25–26 April 2026 it fell.',
    'On 25 or 26 April, or on 1 and 2 May, it fell.',
    'By the 10th it had left.',
    'Le 1er juin, puis entre le 25 et le 26 avril, elle tombe.',
    'Le 31, les rebelles y sont.',
    'Au XXe siècle, au 19e siècle, elle tient.',
    'The text is under Creative Commons Attribution 4.0, drawn with D3.',
    'Rien de plus récent.',
    'They call it “a junta”.',
    'Ils disent « la junte ».',
    'It lasted.{/* a note of the author: 47 */}',
    'It lasted <Fact id="days">3,141 days, until 2024</Fact>.',
  ])('lets pass: %s', (sentence) => {
    // English quotation marks are right in English only, and its neighbour may not use them.
    const french = sentence.replace(/[“”]/g, (mark) => (mark === '“' ? '« ' : ' »'));
    const edits = { ...both(['They say so.', sentence]), 'chapters/fr/01-c.mdx': ['They say so.', french] as const };
    expect(problemsOf(edits)).toEqual([]);
  });

  it.each(Object.entries(cases))('stops at %s, says where, what and how, and stops at nothing else', (_name, bad) => {
    const problems = problemsOf(bad.edits, bad.steps);
    const problem = problems.find((p) => p.rule === bad.rule);
    expect(problem, JSON.stringify(problems, null, 1)).toBeDefined();
    expect(`${problem?.file}:${problem?.line}`).toBe(`content/${bad.where}`);
    expect(problem?.found).toContain(bad.found);
    expect(problem?.allowed).toContain(bad.allowed);
    expect(problem?.hint).toContain(bad.hint);
    expect(problems.filter((p) => p.rule !== bad.rule && !bad.also?.includes(p.rule))).toEqual([]);
  });

  it('has a failing fixture for each of its rules', () => {
    const tested = new Set(Object.values(cases).map((c) => c.rule));
    expect([...rules, ...teachRules].map((r) => r.name).filter((name) => !tested.has(name))).toEqual([]);
  });
});
