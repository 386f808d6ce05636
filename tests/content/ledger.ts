import { type ChapterOutline, parseChapter } from '../../src/claims/outline.ts';
import type { Ledger, Rule } from '../../src/claims/problems.ts';
import { type Content, type Fact, readContent } from '../../src/lib/content.ts';
import type { Problem } from '../../src/lib/problem.ts';
import { stub } from './broken.ts';

const ROOT = 'tests/fixtures/minimal';
let read: Content | undefined;

/** The minimal content, read once; nothing may change it. */
export function minimal(): Content {
  read ??= readContent(ROOT);
  return read;
}

/** A text on its own, as the audit reads it. Its first line of prose is line 8. */
export const text = (body: string, lang: 'en' | 'fr' = 'en', number = 2, name = '02-s.mdx'): ChapterOutline =>
  parseChapter(
    `---\nnumber: ${number}\nslug: s\ntitle: A title\nasOf: '2026-10-06'\npublished: '2026-10-06'\n---\n${body}`,
    `content/chapters/${lang}/${name}`,
  );

/** What one rule says of one ledger; what is not given is empty, and the records those of the minimal content. */
export function saidBy(rules: readonly Rule[], name: string, ledger: Partial<Ledger>): Omit<Problem, 'rule'>[] {
  const rule = rules.find((r) => r.name === name);
  if (!rule) throw new Error(`no rule ${name}`);
  return rule.check({ content: minimal(), chapters: [], pages: [], shorts: [], figures: [stub], published: undefined, ...ledger });
}

/** A complaint on one line, as `where: found`. */
export const brief = ({ file, line, found }: Omit<Problem, 'rule'>): string => `${file}:${line} ${found}`;

/** The minimal content with the given fields of one of its facts; its first is `days`. */
export function withFact(changes: Partial<Fact>, id = 'days'): Content {
  const at = minimal().facts.get(id);
  if (!at) throw new Error(`no fact ${id}`);
  return { ...minimal(), facts: new Map([...minimal().facts, [id, { ...at, value: { ...at.value, ...changes } }]]) };
}
