/**
 * Data that nobody would write on purpose, by the thousand. Each time the audit either says what is wrong, in words an
 * editor can use, or lets through what is harmless, whole. It never throws anything else, hangs or drops a cell.
 */
import { csvFormatRows } from 'd3-dsv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { parseCsv } from '../../src/lib/csv.ts';
import type { Problem } from '../../src/lib/problem.ts';
import { parseYaml } from '../../src/lib/records.ts';
import { FACTS } from './broken.ts';
import { nasty, nastyValue } from './hostile.ts';
import { auditWith, expectClear, expectThousand, read, times } from './hostile-run.ts';

describe('a CSV', () => {
  it('of any text is read whole or refused', () => {
    const field = fc.oneof(nasty, fc.constantFrom('a,b', 'a"b', '"', 'a\nb', '\r'));
    const row = fc.array(field, { minLength: 2, maxLength: 4 });
    const header = fc.oneof(row, fc.constantFrom<string[]>(['id', 'value'], ['id', 'value', 'source'], ['id', 'constructor', 'toString']));
    const ragged = fc.tuple(header, fc.array(row, { maxLength: 4 })).map(([head, rows]) => [head, ...rows]);
    // Whatever the fields hold, rows as wide as a sound header are often read whole.
    const even = fc
      .array(fc.array(field, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 3 })
      .map((rows) => [['id', 'value'], ...rows]);
    const cells = fc.oneof(ragged, even);
    let accepted = 0;
    fc.assert(
      fc.property(cells, fc.boolean(), (rows, quoted) => {
        const source = quoted ? csvFormatRows(rows) : rows.map((r) => r.join(',')).join('\n');
        const problems: Problem[] = [];
        const { rows: got, lines, columns } = parseCsv(source, 'content/series/x.csv', problems);
        expectClear(problems);
        if (problems.length) return;
        if (got.length) accepted++;
        expect(lines.length).toBe(got.length);
        expect(lines).toEqual([...lines].sort((a, b) => a - b));
        for (const row of got) expect(Object.keys(row).sort()).toEqual([...columns].sort());
        if (quoted) expect(got.map((row) => columns.map((c) => row[c]))).toEqual(rows.slice(1));
      }),
      times(400),
    );
    expect(accepted).toBeGreaterThan(5);
  });

  it('of a figure with any cell is drawn from finite numbers or refused', () => {
    const header = read('series/counts.csv').split('\n')[0]?.split(',') ?? [];
    fc.assert(
      fc.property(fc.array(fc.tuple(nasty, nasty, nasty, nasty, nasty), { maxLength: 4 }), (rows) => {
        const body = csvFormatRows([header, ['done', '20', 'reported', 'kidal', 'report'], ...rows]);
        const problems = auditWith('series/counts.csv', body);
        expectClear(problems);
        // Nothing slips in: a row that is none of the five words for its status is always refused.
        if (rows.some((row) => !/^(?:established|reported|alleged|disputed|estimate)$/.test(row[2])))
          expect(problems.length).toBeGreaterThan(0);
      }),
      times(200),
    );
  });

  it('with its rows reversed, repeated, emptied or without a header is drawn or refused', () => {
    const lines = read('series/counts.csv').trimEnd().split('\n');
    const shuffled = fc.oneof(fc.shuffledSubarray(lines), fc.array(fc.constantFrom(...lines), { maxLength: 60 }), fc.constant([]));
    fc.assert(
      fc.property(shuffled, fc.constantFrom('\n', '\r\n', '\n\n'), (some, end) => {
        const problems = auditWith('series/counts.csv', some.join(end));
        expectClear(problems);
        const rows = some.slice(1);
        const twice = new Set(rows).size < rows.length;
        if (some[0] !== lines[0] || twice || rows.length === 0) expect(problems.length).toBeGreaterThan(0);
      }),
      times(150),
    );
  });
});

describe('a YAML file', () => {
  it('of any text is parsed or refused', () => {
    const source = fc.oneof(
      nasty,
      fc.array(nasty, { maxLength: 6 }).map((words) => words.map((w) => `- id: ${w}`).join('\n')),
      fc.tuple(nasty, nasty).map(([a, b]) => `${a}: ${b}`),
    );
    fc.assert(
      fc.property(source, (body) => {
        const problems: Problem[] = [];
        const { data } = parseYaml(body, 'content/x.yaml', problems);
        expectClear(problems);
        // What was let through is a tree: it can be written down.
        if (data !== undefined) expect(() => JSON.stringify(data)).not.toThrow();
      }),
      times(300),
    );
  });

  it.each(['a: &a [*a]', 'a: &a {b: *a}', 'x: &x [1]\ny: [*x, *x]', `a: &a [1]\nb: &b [${'*a,'.repeat(99)}]\nc: [${'*b,'.repeat(99)}]`])(
    'that refers to itself is refused: %s',
    (body) => {
      const problems: Problem[] = [];
      expect(parseYaml(body, 'content/x.yaml', problems).data).toBeUndefined();
      expect(problems[0]?.rule).toBe('syntax');
    },
  );

  it('of facts with any value in any field is published or refused', () => {
    const facts = parse(read(FACTS)) as Record<string, unknown>[];
    const paths = fc.constantFrom(
      ...facts.flatMap((fact, i) =>
        [...Object.keys(fact), 'places', 'low', 'high', 'cell', 'counterclaim', 'note', '__proto__', 'constructor'].map(
          (k) => [i, k] as const,
        ),
      ),
    );
    fc.assert(
      fc.property(paths, nastyValue, ([i, field], value) => {
        const changed = facts.map((fact, k) => (k === i ? { ...fact, [field]: value } : fact));
        expectClear(auditWith(FACTS, stringify(changed)));
      }),
      times(400),
    );
  });
});

describe('an id', () => {
  it('of a record that could leave its folder or stand for something of the language is refused', () => {
    for (const id of ['../x', 'a/b', 'a.b', '__proto__', 'A', 'é', 'a b', '', 'a\u0000', '.', '-'])
      expect(auditWith(FACTS, read(FACTS).replace('id: days', `id: ${JSON.stringify(id)}`)), id).not.toEqual([]);
    const path = (name: string) =>
      auditWith('series/datapackage.json', read('series/datapackage.json').replace('"counts.csv"', JSON.stringify(name)));
    for (const name of ['../facts/a.csv', '/etc/x.csv', 'a/../b.csv', 'none.csv']) expect(path(name), name).not.toEqual([]);
  });
});

expectThousand();
