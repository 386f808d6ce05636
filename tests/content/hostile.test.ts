/**
 * Content that nobody would write on purpose, by the thousand. Each time the audit either says what is wrong, in words an
 * editor can use, or lets through what is harmless, whole. It never throws anything else, hangs or drops a cell.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { csvFormatRows } from 'd3-dsv';
import fc from 'fast-check';
import { SyntaxValidator } from 'fast-xml-validator';
import type { Nodes } from 'mdast';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { COMPONENTS } from '../../src/claims/rules-prose.ts';
import { characterProblems } from '../../src/lib/characters.ts';
import { parseCsv } from '../../src/lib/csv.ts';
import { type Problem, printProblem } from '../../src/lib/problem.ts';
import { parseYaml } from '../../src/lib/records.ts';
import { text } from '../../src/scene/marks.ts';
import { svgMarkup } from '../../src/scene/svg.ts';
import { exported, formatted, sourceItem } from '../../src/site/cite.ts';
import { EN, FACTS, problemsIn } from './broken.ts';
import { nasty, nastyValue } from './hostile.ts';

/** Another seed each run; a failure prints its own, and `FUZZ_SEED` plays it again. */
const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31);
let cases = 0;
const times = (numRuns: number): fc.Parameters<unknown> => {
  cases += numRuns;
  return { seed, numRuns };
};

let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'mali-hostile-'));
  cpSync('tests/fixtures/minimal', root, { recursive: true });
});
afterAll(() => {
  rmSync(root, { recursive: true });
  console.log(`${cases} hostile cases, FUZZ_SEED=${seed}`);
});

/** The audit of the minimal content with one file in place of its own. */
function auditWith(file: string, body: string): Problem[] {
  const path = join(root, 'content', file);
  const before = readFileSync(path);
  writeFileSync(path, body);
  try {
    return problemsIn(root);
  } finally {
    writeFileSync(path, before);
  }
}

const read = (file: string): string => readFileSync(join('tests/fixtures/minimal/content', file), 'utf8');

/** What an editor is told names the file, and is short enough to read. */
function expectClear(problems: readonly Problem[]): void {
  for (const problem of problems) {
    expect(problem.file).toMatch(/^content\//);
    expect(problem.line).toBeGreaterThanOrEqual(0);
    for (const word of [problem.rule, problem.found, problem.allowed, problem.hint]) expect(word).toBeTruthy();
    expect(printProblem(problem).length).toBeLessThan(2_000);
  }
}

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

describe('prose', () => {
  const chapter = read(EN);

  /** What of an accepted chapter could run or lead astray. */
  function dangers(source: string): string[] {
    const tree = unified()
      .use(remarkParse)
      .use(remarkMdx)
      .parse(source.replace(/^---[\s\S]*?\n---\n/, '')) as Nodes;
    const found: string[] = [];
    visit(tree, (node) => {
      if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
        if (!Object.hasOwn(COMPONENTS, node.name ?? '')) found.push(`<${node.name}>`);
        for (const a of node.attributes) if (a.type !== 'mdxJsxAttribute' || typeof a.value !== 'string') found.push('an expression');
      } else if (['mdxjsEsm', 'html', 'image', 'code', 'inlineCode'].includes(node.type)) found.push(node.type);
      else if ('url' in node && !/^(?:https:|#)/.test(node.url)) found.push(node.url);
    });
    return found;
  }

  it('with anything in a paragraph is published without anything that runs, or refused', () => {
    let accepted = 0;
    fc.assert(
      fc.property(nasty, fc.constantFrom('They say so.', 'A heading', 'accord</Term>', 'On 14 November'), (words, where) => {
        const source = chapter.replace(where, () => `${where} ${words}`);
        const problems = auditWith(EN, source);
        expectClear(problems);
        if (problems.length) return;
        accepted++;
        expect(dangers(source)).toEqual([]);
      }),
      times(350),
    );
    // Harmless words do come through, or the test above has looked at nothing.
    expect(accepted).toBeGreaterThan(5);
  });

  it('with anything in its front matter is published or refused', () => {
    const fields = fc.constantFrom('number', 'slug', 'title', 'question', 'standfirst', 'description', 'published', 'asOf');
    fc.assert(
      fc.property(fields, nastyValue, (field, value) => {
        const line = stringify({ [field]: value }).trimEnd();
        expectClear(
          auditWith(
            EN,
            chapter.replace(new RegExp(`^${field}: .*$`, 'm'), () => line),
          ),
        );
      }),
      times(200),
    );
  });

  it('nested without end is refused', () => {
    expectClear(
      auditWith(
        EN,
        chapter.replace('They say so.', () => `${'> '.repeat(2_000)}so`),
      ),
    );
    const deep = auditWith(
      EN,
      chapter.replace('They say so.', () => `${'*a '.repeat(200)}${'b* '.repeat(200)}`),
    );
    expect(deep.map((p) => p.rule)).toContain('mdx-syntax');
  });
});

describe('a source', () => {
  const [source] = JSON.parse(read('sources/a.json')) as Record<string, unknown>[];

  it('with anything in any field is cited as text, or refused', () => {
    let cited = 0;
    const fields = fc.constantFrom(
      'id',
      'type',
      'title',
      'author',
      'publisher',
      'issued',
      'accessed',
      'URL',
      'archive',
      'language',
      'custom',
    );
    const strange = fc.oneof(
      nastyValue,
      nasty.map((literal) => [{ literal }]),
      fc.array(fc.integer(), { maxLength: 5 }).map((parts) => ({ 'date-parts': [parts] })),
    );
    fc.assert(
      fc.property(fields, strange, (field, value) => {
        const changed = { ...source, [field]: value };
        const problems = auditWith('sources/a.json', JSON.stringify([changed]));
        expectClear(problems);
        if (problems.length) return;
        cited++;
        const item = sourceItem(changed as unknown as Parameters<typeof sourceItem>[0]);
        expect(exported([item], 'bibtex')).toContain('@');
        expect(exported([item], 'ris')).toMatch(/^TY {2}- /);
        if (changed.URL !== undefined) expect(changed.URL).toMatch(/^https?:\/\//);
      }),
      times(200),
    );
    expect(cited).toBeGreaterThan(5);
  });

  it('whose title is markup is printed as words in every style', () => {
    fc.assert(
      fc.property(nasty, fc.constantFrom('apa', 'mla', 'chicago', 'iso690'), (title, style) => {
        // What the schema does not let pass.
        if (title.trim() === '' || title.length > 1_000 || characterProblems(title, '', 0).length) return;
        const said = formatted(
          {
            key: 'claim-x',
            lang: 'fr',
            title,
            container: 'Mali',
            url: 'https://example.org/',
            issued: '2026-11-24',
            accessed: '2026-11-24',
          },
          style as 'apa',
        );
        const tags = [...said.matchAll(/<\/?([a-z!][^\s>]*)([^>]*)>/gi)].map(([tag]) => tag);
        expect(tags.filter((tag) => !/^<\/?(?:i|b|em|strong|span|sup|sub)(?: style="[a-z-]+: ?[a-z-]+;?")?>$/.test(tag))).toEqual([]);
      }),
      times(100),
    );
  });
});

describe('a drawing', () => {
  it('with any words in it is well-formed, and holds no element but its own', () => {
    fc.assert(
      fc.property(nasty, nasty, (words, label) => {
        const scene = { width: 360, height: 256, marks: [text('a', 'label', 1, 1, words, 12.5)] };
        const svg = svgMarkup(scene, { label });
        const printable = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd]*$/.test(words + label);
        // What XML cannot say is kept out of the content, where the editor is told.
        if (printable) expect(SyntaxValidator.validate(svg)).toBe(true);
        expect([...svg.matchAll(/<(\w+)/g)].map((m) => m[1])).toEqual(['svg', 'g', 'text']);
      }),
      times(300),
    );
  });
});

describe('all of it', () => {
  it('is at least two thousand cases', () => {
    expect(cases).toBeGreaterThanOrEqual(2_000);
  });
});
