/** Prose, sources and labels that nobody would write on purpose, by the thousand: published as words, or refused; nothing of them runs. */
import fc from 'fast-check';
import { SyntaxValidator } from 'fast-xml-validator';
import type { Nodes } from 'mdast';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { COMPONENTS } from '../../src/claims/rules-prose.ts';
import { characterProblems } from '../../src/lib/characters.ts';
import { text } from '../../src/scene/marks.ts';
import { svgMarkup } from '../../src/scene/svg.ts';
import { exported, formatted, sourceItem } from '../../src/site/cite.ts';
import { EN } from './broken.ts';
import { nasty, nastyValue } from './hostile.ts';
import { auditWith, expectClear, expectThousand, read, times } from './hostile-run.ts';

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
    // A style may write a word large: "ß" is "SS" then, and "ὐ" two signs, of which only one is a letter.
    const letters = (words: string): string =>
      words
        .normalize('NFKD')
        .toLowerCase()
        .toUpperCase()
        .replace(/[^\p{L}\p{N}]/gu, '');
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
        // Typography leaves character references whole.
        expect(said).not.toMatch(/&(?!#\d+;)/);
        // Nor is a word of it lost. What the styles take for markup of their own they may keep or drop.
        const words = said.replace(/<[^>]*>/g, '').replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code));
        expect(letters(words)).toContain(letters(title.replace(/<\/?(?:i|b|sup|sub|span[^>]*)>/gi, '')));
      }),
      {
        ...times(100),
        examples: [
          ['valueOf', 'mla'],
          ['R&D ; Gao', 'apa'],
          ['ὐ ß', 'chicago'],
        ],
      },
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

expectThousand();
