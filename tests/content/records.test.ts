import { describe, expect, it } from 'vitest';
import { digits, ledgerRules, listed, MAP_BOX } from '../../src/claims/rules-ledger.ts';
import { sourceRules, voiceOf } from '../../src/claims/rules-sources.ts';
import type { Content, Fact } from '../../src/lib/content.ts';
import { stub } from './broken.ts';
import { brief, minimal, saidBy, withFact } from './ledger.ts';

const FACTS = 'content/facts/a.yaml';
const both = (words: string) => ({ en: words, fr: words });
/** What a rule of the ledger says of the fact `days` with these fields. */
const ofFact = (rule: string, changes: Partial<Fact>): string[] =>
  saidBy(ledgerRules, rule, { content: withFact(changes) }).map(({ file, line, found, allowed }) => {
    expect(`${file}:${line}`).toBe(`${FACTS}:1`);
    return `${found} | ${allowed}`;
  });

describe('the digits of a sentence', () => {
  it.each([
    ['3,141 or 3 141 or 3\u202f141 or 3\u00a0141', '3141 3141 3141 3141'],
    ['1,234,567 and 1 234 567', '1234567 1234567'],
    ['3,1415 and 3 1415', '1415 3 3.1415'],
    ['1,5 and 1.5', '1.5 1.5'],
    ['the 1st, 2nd, 3rd, 10th and 1er', '1 1 10 2 3'],
    ['1sta, 4', '1 4'],
    ['In 20, 30. No', '20 30'],
    ['none', ''],
  ])('of %s', (words, numbers) => {
    expect(digits(words).join(' ')).toBe(numbers);
  });

  it('of a quantity are the numbers that are there', () => {
    expect(listed({ value: 0, low: 1 })).toEqual([0, 1]);
    expect(listed({ low: 1, high: 2 })).toEqual([1, 2]);
    expect(listed({})).toEqual([]);
  });
});

describe('the number of a record', () => {
  const cell = { series: 'counts', row: 'done', field: 'value' };
  const none = { value: undefined, unit: undefined };

  it('may be a value, a range, one bound, a cell, or none without a unit', () => {
    const good: Partial<Fact>[] = [
      { low: 3141, high: 3141 },
      { low: 3000 },
      { high: 3200 },
      { value: undefined, low: 1, high: 1 },
      { value: undefined, low: 1, high: 2 },
      { value: undefined, low: 1 },
      { value: undefined, high: 2 },
      { value: 0 },
      { value: undefined, cell },
      none,
    ];
    for (const fact of good) expect(ofFact('fact-number', fact)).toEqual([]);
  });

  it.each<[Partial<Fact>, string]>([
    [{ cell }, 'days: a cell and a typed number | one or the other'],
    [{ value: undefined, low: 1, cell }, 'days: a cell and a typed number | one or the other'],
    [{ value: undefined, high: 1, cell }, 'days: a cell and a typed number | one or the other'],
    [{ unit: undefined }, 'days: a number without a unit | a unit of content/units.yaml'],
    [{ ...none, low: 1 }, 'days: a number without a unit | a unit of content/units.yaml'],
    [{ ...none, high: 1 }, 'days: a number without a unit | a unit of content/units.yaml'],
    [{ ...none, cell }, 'days: a number without a unit | a unit of content/units.yaml'],
    [{ value: undefined }, 'days: unit "days" without a number | value, low, high or cell with it'],
    [{ value: undefined, low: 2, high: 1 }, 'days: low 2 above high 1 | low at most high'],
    [{ low: 3142 }, 'days: value 3141 outside 3142– | a value between low and high'],
    [{ high: 3140 }, 'days: value 3141 outside –3140 | a value between low and high'],
    [{ low: 3142, high: 3143 }, 'days: value 3141 outside 3142–3143 | a value between low and high'],
    [{ value: undefined, cell: { ...cell, row: 'left' } }, 'days: cell counts:left.value is empty | a cell with a number'],
    [{ value: undefined, cell: { ...cell, field: 'status' } }, 'days: cell counts:done.status holds words | a cell with a number'],
    [{ value: undefined, cell: { ...cell, series: 'count' } }, 'days: unknown series "count" | a series, row and field that exist'],
  ])('may not be %o', (fact, found) => {
    expect(ofFact('fact-number', fact)).toEqual([found]);
  });

  it('is named by its claim, bounds included, where the cell can be read', () => {
    const said = (fact: Partial<Fact>) => ofFact('claim-value', fact);
    expect(said({ value: 3, low: 2, high: 4 })).toEqual(['days: 3, 2, 4 is not in its claim | a claim that says the number']);
    for (const fact of [
      {},
      { value: 3, unit: undefined },
      { value: undefined, cell: { ...cell, row: 'dune' } },
      { value: undefined, cell: { ...cell, field: 'status' } },
      { value: undefined },
    ])
      expect(said(fact)).toEqual([]);
  });

  it('is the same in both languages, wherever a record says one', () => {
    for (const field of ['claim', 'attributedTo', 'counterclaim', 'note'] as const) {
      const name = field === 'claim' ? 'days' : `days, ${field}`;
      expect(ofFact('claim-parity', { [field]: { en: 'By 3,141 and 2', fr: 'De 2 et 3 141' } })).toEqual([]);
      expect(ofFact('claim-parity', { [field]: { en: 'By 7 and 8', fr: 'Par 7' } })).toEqual([
        `${name}: en 7 8 | fr 7 | the same numbers in both languages`,
      ]);
      expect(ofFact('claim-parity', { [field]: { en: 'By none', fr: 'Par 7' } })[0]).toContain('en no number | fr 7');
      expect(ofFact('claim-parity', { [field]: { en: 'By 7', fr: 'Par' } })[0]).toContain('en 7 | fr no number');
    }
  });

  it('is the same in both languages of a correction', () => {
    const value = { id: 'c1', date: '2026-11-25', fact: 'days', said: both('1'), says: both('2'), why: both('3') };
    for (const field of ['said', 'says', 'why'] as const) {
      const at = { file: 'content/corrections.yaml', line: 5, value: { ...value, [field]: { en: '7', fr: '8' } } };
      const content = { ...minimal(), corrections: new Map([['c1', at]]) } as unknown as Content;
      expect(saidBy(ledgerRules, 'claim-parity', { content }).map(brief)).toEqual([`content/corrections.yaml:5 c1, ${field}: en 7 | fr 8`]);
    }
  });
});

describe('who stands for a claim', () => {
  const bare = { attributedTo: undefined, counterclaim: undefined };

  it('is named for whatever is not established, and for every count of deaths', () => {
    for (const status of ['reported', 'alleged', 'disputed'] as const) {
      expect(ofFact('who-says-so', { ...bare, status })).toEqual([`days: ${status}, by nobody | attributedTo in both languages`]);
      expect(ofFact('who-says-so', { ...bare, status, attributedTo: both('So') })).toEqual([]);
    }
    expect(ofFact('who-says-so', { ...bare, status: 'established' })).toEqual([]);
    const counted = { tags: ['deaths'] as Fact['tags'] };
    expect(ofFact('deaths-counter', { ...bare, ...counted })).toEqual([
      'days: a count of deaths without who counted | attributedTo: who counted, and what counts',
    ]);
    expect(ofFact('deaths-counter', { ...counted, attributedTo: both('So') })).toEqual([]);
    expect(ofFact('deaths-counter', bare)).toEqual([]);
  });

  it('has the other side beside it where a claim is alleged or disputed', () => {
    for (const status of ['alleged', 'disputed'] as const) {
      expect(ofFact('other-side', { ...bare, status })).toEqual([
        `days: ${status}, without its other side | counterclaim in both languages`,
      ]);
      expect(ofFact('other-side', { status, counterclaim: both('No') })).toEqual([]);
    }
    for (const status of ['reported', 'established'] as const) expect(ofFact('other-side', { ...bare, status })).toEqual([]);
  });

  /** The minimal content with the fields of its source, and another that was read only if asked. */
  const withSource = (changes: object, fact: Partial<Fact> = {}, otherPublisher = 'Somebody else'): Content => {
    const at = minimal().sources.get('report');
    if (!at) throw new Error('no source');
    const known = { ...at, value: { ...at.value, ...changes } };
    const other = { ...at, value: { ...at.value, id: 'other', publisher: otherPublisher, custom: { read: 'read' as const } } };
    return {
      ...withFact(fact),
      sources: new Map([
        ['report', known],
        ['other', other],
      ]),
    } as Content;
  };

  it('was read at least once, by us or by another text', () => {
    const unread = (fact: Partial<Fact>) =>
      saidBy(sourceRules, 'source-unread', { content: withSource({ custom: { read: 'known' } }, fact) })
        .filter((p) => p.line === 1)
        .map((p) => p.found);
    expect(unread({})).toEqual(['days rests on report, not re-read']);
    expect(unread({ sources: ['report', 'report'] })).toEqual(['days rests on report, report, not re-read']);
    expect(unread({ sources: ['report', 'other'] })).toEqual([]);
    expect(unread({ sources: [] })).toEqual([]);
  });

  it('is a primary one, or there are two, where a claim is called established', () => {
    const said = (content: Content) =>
      saidBy(sourceRules, 'established-by', { content })
        .map((p) => p.found)
        .filter((found) => found.startsWith('days'));
    const alone = (fact: Partial<Fact>, custom: object = { read: 'read' }) =>
      said(withSource({ custom }, { status: 'established', ...fact }));
    expect(alone({ sources: ['report'] })).toEqual(['days: established, on report alone']);
    expect(alone({ sources: ['report', 'report'] })).toEqual(['days: established, on report alone']);
    expect(alone({ sources: ['report', 'other'] })).toEqual([]);
    expect(alone({ sources: ['report'] }, { read: 'read', primary: true })).toEqual([]);
    expect(alone({ sources: ['report'], status: 'reported' })).toEqual([]);
    // That there is no such source is said by another rule.
    expect(alone({ sources: ['nowhere'] })).toEqual([]);
    // Two who carry one agency are one.
    const two: Partial<Fact> = { status: 'established', sources: ['report', 'other'] };
    const carried = (publisher: string) => said(withSource({ publisher, custom: { read: 'read' } }, two, 'A publisher (copy)'));
    expect(carried('A publisher')).toEqual(['days: established, on report and other alone']);
    expect(carried('Another')).toEqual([]);
    // But not where one of the two is primary. And the claim is named where it stands.
    expect(said(withSource({ publisher: 'A publisher', custom: { read: 'read', primary: true } }, two, 'A publisher (copy)'))).toEqual([]);
    const content = withSource({ custom: { read: 'read' } }, { status: 'established', sources: ['report'] });
    const [first] = saidBy(sourceRules, 'established-by', { content });
    expect(first && brief(first)).toBe('content/facts/a.yaml:1 days: established, on report alone');
  });

  it('speaks with the voice of the agency it carries, or of its publisher', () => {
    const voice = (publisher: string, container?: string) => voiceOf({ publisher, 'container-title': container });
    expect(['AFP', 'France 24/AFP', 'AFP / Le Monde'].map((p) => voice(p))).toEqual(['AFP', 'AFP', 'AFP']);
    expect([voice('Devdiscourse (Reuters inputs)'), voice('Malay Mail', 'AFP'), voice('AP')]).toEqual([
      'Reuters',
      'AFP',
      'Associated Press',
    ]);
    const same = ['The Carter Center', 'The Carter Center (copy)', 'The Carter Center via Bamada'].map((p) => voice(p));
    expect(new Set(same)).toEqual(new Set(['the carter center']));
    // Letters of an agency inside another name are not its name.
    expect([voice('APAnews'), voice('Mapping')]).toEqual(['apanews', 'mapping']);
  });

  it('is two or primary for a row of a figure as well, but not for our verdict on a sentence', () => {
    const row = (changes: Record<string, string>) => {
      const content = withSource({ custom: { read: 'read' } });
      const counts = content.series.get('counts');
      if (!counts) throw new Error('no series');
      const series = new Map([['counts', { ...counts, rows: [{ id: 'left', status: 'established', source: 'report', ...changes }] }]]);
      return saidBy(sourceRules, 'established-by', { content: { ...content, series } }).map(brief);
    };
    expect(row({})).toContain(`content/series/counts.csv:2 counts:left: established, on report alone`);
    expect(row({ source: 'report;other' }).filter((p) => p.includes('counts'))).toEqual([]);
    expect(row({ status: 'reported' }).filter((p) => p.includes('counts'))).toEqual([]);
    expect(row({ verdict: 'confirmed' }).filter((p) => p.includes('counts'))).toEqual([]);
  });

  it('has one record a page, and old ids that no other has', () => {
    const twice = (changes: object) => saidBy(sourceRules, 'source-twice', { content: withSource(changes) }).map((p) => p.found);
    expect(twice({})).toEqual(['other: the page of report']);
    expect(twice({ URL: 'http://www.example.org/report/' })).toEqual(['other: the page of report']);
    expect(twice({ URL: 'https://example.org/another' })).toEqual([]);
    expect(twice({ URL: undefined })).toEqual([]);
    expect(twice({ URL: undefined, custom: { read: 'read', formerly: ['other'] } })).toEqual([
      'report: formerly other, which is a source of its own',
    ]);
    expect(twice({ URL: undefined, custom: { read: 'read', formerly: ['older'] } })).toEqual([]);
  });

  it('can be found by a date and an address, of either kind', () => {
    const missing = (changes: object) =>
      saidBy(sourceRules, 'source-date-address', { content: withSource(changes) }).map(({ found }) => found);
    const day = { 'date-parts': [[2020, 1, 21]] };
    const [no, address] = [undefined, 'https://example.org/'];
    expect(missing({ issued: no, accessed: no, URL: no, archive: no })).toEqual(['report without date and address']);
    expect(missing({ issued: no, accessed: no })).toEqual(['report without date']);
    expect(missing({ URL: no, archive: no })).toEqual(['report without address']);
    expect(missing({ issued: no, accessed: day, URL: no, archive: address })).toEqual([]);
    expect(missing({ issued: day, accessed: no, URL: address, archive: no })).toEqual([]);
  });
});

describe('the ids of records', () => {
  it('of an actor’s leaders’ sources exist too', () => {
    const at = minimal().actors.get('state');
    const leaders = [{ name: 'A', from: '2020', sources: ['reprt', 'report'] }];
    const content = { ...minimal(), actors: new Map([['state', { ...at, value: { ...at?.value, leaders } }]]) } as unknown as Content;
    expect(saidBy(ledgerRules, 'unknown-reference', { content }).map(brief)).toEqual(['content/actors.yaml:1 source "reprt"']);
  });

  it('of a correction may be left out: not every correction is of a fact', () => {
    const at = { file: 'content/corrections.yaml', line: 1, value: { id: 'c1', said: both('1'), says: both('1'), why: both('1') } };
    const content = { ...minimal(), corrections: new Map([['c1', at]]) } as unknown as Content;
    expect(saidBy(ledgerRules, 'unknown-reference', { content })).toEqual([]);
  });

  it('of a figure’s rows exist, or are left empty where they may be', () => {
    const series = minimal().series.get('counts');
    const rows = (row: Record<string, string>, figures = [stub]) =>
      saidBy(ledgerRules, 'figure-source', {
        content: { ...minimal(), series: new Map([['counts', { ...series, rows: [row] }]]) } as unknown as Content,
        figures,
      }).map(brief);
    const good = { id: 'done', source: 'report', status: 'reported', place: 'kidal' };
    const at = 'content/series/counts.csv:2';
    expect(rows(good)).toEqual([]);
    expect(rows({ id: 'done', source: 'report' })).toEqual([]);
    expect(rows({ ...good, source: 'report;report;' })).toEqual([]);
    expect(rows({ ...good, source: '' })).toEqual([`${at} row done without a source`]);
    expect(rows({ id: 'done' })).toEqual([`${at} row done without a source`]);
    expect(rows({ id: 'done', source: 'a;report;b', status: 'c', place: 'd' })).toEqual(
      ['source "a"', 'source "b"', 'status "c"', 'place "d"'].map((found) => `${at} ${found}`),
    );
    // A series that two figures draw is looked at once.
    expect(rows({ ...good, source: '' }, [stub, { ...stub, name: 'other' }])).toHaveLength(1);
    expect(rows(good, [{ ...stub, series: ['count'] }])).toEqual(['content/series/datapackage.json:0 series "count"']);
  });

  it('of places lie on the map, its edges included', () => {
    const at = minimal().places.get('kidal');
    const on = (lat: number, lon: number) =>
      saidBy(ledgerRules, 'place-on-map', {
        content: { ...minimal(), places: new Map([['kidal', { ...at, value: { ...at?.value, lat, lon } }]]) } as unknown as Content,
      }).map(({ found, allowed }) => `${found} | ${allowed}`);
    const { north, south, east, west } = MAP_BOX;
    for (const [lat, lon] of [
      [north, east],
      [south, west],
      [0, 0],
    ] as const)
      expect(on(lat, lon)).toEqual([]);
    for (const [lat, lon] of [
      [north + 1, 0],
      [south - 1, 0],
      [0, east + 1],
      [0, west - 1],
    ] as const)
      expect(on(lat, lon)).toEqual([`kidal at ${lat}, ${lon} | latitude -36 to 38, longitude -26 to 52`]);
  });
});
