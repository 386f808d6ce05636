import { describe, expect, it } from 'vitest';
import { auditContent, publishedNow, readPublished, rules } from '../../src/claims/audit.ts';
import { readChapters } from '../../src/claims/outline.ts';
import { readTeach } from '../../src/claims/teach.ts';
import type { Content, Fact } from '../../src/lib/content.ts';
import { stub } from './broken.ts';
import { brief, minimal, text, withFact } from './ledger.ts';

const ROOT = 'tests/fixtures/minimal';
const audit = (figures: Parameters<typeof auditContent>[2], content: Content = minimal()) =>
  auditContent(content, readChapters(ROOT), figures);

describe('the audit', () => {
  it('passes the minimal content, which has no edition before it', () => {
    expect(audit([stub])).toEqual([]);
    expect(readPublished(ROOT)).toBeUndefined();
    expect(readPublished('.')?.ids.claims?.length).toBeGreaterThan(0);
  });

  it('has every kind of rule, each once', () => {
    const names = rules.map((r) => r.name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of ['naked-number', 'own-voice', 'fact-number', 'correction', 'short-version', 'card-counter', 'translation-parity'])
      expect(names).toContain(name);
  });

  it('gives figures the rows and places of the records, and no rows of a series that is not there', () => {
    const seen: unknown[] = [];
    const figure = {
      ...stub,
      data: (input: { rows(name: string): readonly unknown[]; place(id: string): unknown }) =>
        seen.push(input.rows('counts').length, input.rows('others'), input.place('kidal')) as never,
    };
    audit([figure as never]);
    expect(seen).toEqual([2, [], { id: 'kidal', lat: 18.44, lon: 1.41 }]);
  });

  it('stops at a place that a figure wants and nobody recorded', () => {
    const figure = { ...stub, data: (input: { place(id: string): unknown }) => input.place('gao') as never };
    expect(audit([figure as never])).toEqual([
      {
        file: 'content/places.csv',
        line: 0,
        rule: 'unknown-place',
        found: 'place "gao", wanted by stub',
        allowed: 'kidal',
        hint: 'Add the place, with its coordinates and where they come from.',
      },
    ]);
  });

  it('does not take a mistake in the code of a figure for one in the content', () => {
    const figure = {
      ...stub,
      data: () => {
        throw new TypeError('a mistake');
      },
    };
    expect(() => audit([figure as never])).toThrow('a mistake');
  });

  it('holds short versions to the rules of prose, and says nothing of the records twice', () => {
    const shorts = [text('In 47 days. The junta. ^p01', 'en', 1, 's.mdx'), text('In 47 days. La “junte”. ^p02', 'fr', 1, 's.mdx')];
    const content = withFact({ note: { en: 'The junta.', fr: 'La junte.' } });
    const said = auditContent(content, readChapters(ROOT), [stub], undefined, [], shorts, []);
    expect(said.map((p) => `${p.rule} ${brief(p).split(' ')[0]}`).sort()).toEqual(
      [
        'naked-number content/chapters/en/s.mdx:8',
        'naked-number content/chapters/fr/s.mdx:8',
        'own-voice content/chapters/en/s.mdx:8',
        'french-marks content/chapters/fr/s.mdx:8',
        'own-voice content/facts/a.yaml:1',
        'own-voice content/facts/a.yaml:1',
        'translation-parity content/chapters/fr/s.mdx:1',
      ].sort(),
    );
  });
});

describe('an edition', () => {
  const numbers = (changes: Partial<Fact>) => publishedNow(withFact(changes), []).numbers;

  it('keeps what a number has and nothing else, in the order of the alphabet', () => {
    expect(numbers({ low: 1, high: 2 })).toEqual({ days: { value: 3141, low: 1, high: 2 }, share: { value: 20 } });
    expect(Object.keys(numbers({ value: undefined, low: 1 }).days ?? {})).toEqual(['low']);
    expect(Object.keys(numbers({ value: undefined, high: 1 }).days ?? {})).toEqual(['high']);
    expect(numbers({ unit: undefined })).toEqual({ share: { value: 20 } });
    const facts = new Map([...minimal().facts].reverse());
    expect(Object.keys(publishedNow({ ...minimal(), facts }, []).numbers)).toEqual(['days', 'share']);
  });
});

it('a teaching page has its own head and language beside its outline', () => {
  expect(readTeach(ROOT).map(({ matter, outline }) => [matter.lang, matter.title, matter.minutes, outline.file])).toEqual([
    ['en', 'A sheet', 15, 'content/teach/en/one.mdx'],
    ['fr', 'Une fiche', 15, 'content/teach/fr/one.mdx'],
  ]);
});
