/** Teaching pages are held to the rules of prose, to their own components, and to their translation. */

import type { Problem } from '../lib/problem.ts';
import type { ChapterOutline } from './outline.ts';
import { type Ledger, type Rule, unknown } from './problems.ts';
import { COMPONENTS, type Components, claimRules, nakedNumber, unknownIds } from './rules-prose.ts';
import { wordRules } from './rules-words.ts';

/** What a class counts: minutes, ages, words of a text. */
const CLASS_NUMBERS = [
  // The number of a task at the head of its line.
  /^\d\.(?= )/g,
  /\b\d+(?:,| or| ou)?(?= (?:minutes?|words|mots|or|ou)\b)/g,
  /\b\d+ (?:to|à) \d+ (?:years|ans)\b/g,
  // "15 minutes, 50 minutes, or three lessons": a length among lengths.
  /\b\d+(?=(?: minutes)?(?:,| or| ou)[^.]*\bminutes\b)/g,
];

/** Components of lessons besides those of chapters. */
const TEACH: Components = {
  ...COMPONENTS,
  Glance: {},
  Row: { label: [] },
  Bare: { figure: [], step: [], alt: [] },
  Pair: {},
  Lines: { n: [] },
  Ladder: {},
  Card: { id: [], who: [] },
  LadderKey: { ids: [] },
  Forecasts: { ids: [] },
  ForecastsKey: { ids: [] },
  Role: { who: [], role: [] },
  Reading: { ids: [] },
  Vocabulary: { ids: [] },
  ShortLink: { number: [] },
  KeyLink: {},
  RoleLink: {},
  Sheets: {},
  Rubric: {},
  Standards: {},
  Takeaway: {},
};

const list = (ids = ''): string[] => ids.split(/\s+/).filter(Boolean);

/** What a component of a lesson points at exists. */
const teachIds: Rule = {
  name: 'teach-id',
  check: ({ content, chapters, figures }) =>
    chapters.flatMap(({ file, lang, components }) =>
      components.flatMap(({ id: name, line, attributes: a }) => {
        const miss = (kind: string, ids: readonly string[], known: Iterable<string>) => {
          const all = [...known];
          return ids.filter((id) => !all.includes(id)).map((id) => unknown({ file, line }, kind, id, all));
        };
        const foreseen = (content.series.get('foreseen')?.rows ?? []).filter((row) => row.forecast).map((row) => row.id ?? '');
        switch (name) {
          case 'Role':
            return miss('actor', list(a.who), content.actors.keys());
          case 'Reading':
            return miss('source', list(a.ids), content.sources.keys());
          case 'Vocabulary':
            return miss('term', list(a.ids), content.glossary[lang].keys());
          case 'Forecasts':
          case 'ForecastsKey':
            return miss('forecast', list(a.ids), foreseen);
          case 'Bare': {
            const figure = figures.find((f) => f.name === a.figure);
            return figure
              ? miss('step', list(a.step), figure.steps)
              : miss(
                  'figure',
                  list(a.figure),
                  figures.map((f) => f.name),
                );
          }
          default:
            return [];
        }
      }),
    ),
};

/** A student's sheet gives nothing away: it neither links to the key nor prints what only the key may. */
const noAnswers: Rule = {
  name: 'sheet-without-answers',
  check: ({ chapters }) =>
    chapters
      .filter(({ file }) => !/[\\/](?:guide|key)\.mdx$/.test(file))
      .flatMap(({ file, components }) =>
        components
          .filter(({ id }) => ['KeyLink', 'LadderKey', 'ForecastsKey'].includes(id))
          .map(({ id, line }) => ({
            file,
            line,
            found: `<${id}> on a page for students`,
            allowed: 'answers in guide.mdx and key.mdx alone',
            hint: 'Students get this page: move the answer to the key.',
          })),
      ),
};

/** Free words of a component; everything else of it is the same in both languages. */
const WORDS = ['alt', 'label', 'role'];
const shape = ({ components }: ChapterOutline): string[] =>
  components.map(
    ({ id, attributes }) =>
      `${id} ${Object.entries(attributes)
        .filter(([name]) => !WORDS.includes(name) && !(id === 'Card' && name === 'who'))
        .map(([name, value]) => `${name}=${value}`)
        .join(' ')}`,
  );

const parity: Rule = {
  name: 'teach-parity',
  check({ chapters }) {
    const nameOf = ({ file }: ChapterOutline): string => file.split(/[\\/]/).at(-1) ?? '';
    const names = [...new Set(chapters.map(nameOf))];
    return names.flatMap((name) => {
      const [en, fr] = (['en', 'fr'] as const).map((lang) => chapters.find((c) => c.lang === lang && nameOf(c) === name));
      const bad = (found: string, allowed: string): Omit<Problem, 'rule'>[] => [
        {
          file: fr?.file ?? en?.file ?? '',
          line: 1,
          found,
          allowed,
          hint: 'A lesson is one lesson in two languages: bring them together again.',
        },
      ];
      if (!en || !fr) return bad(`${name} in one language only`, 'every teaching page in English and French');
      const [a, b] = [shape(en), shape(fr)];
      const at = a.findIndex((part, i) => part !== b[i]);
      if (at >= 0 || a.length !== b.length)
        return bad(
          `component ${at + 1}: ${b[at < 0 ? a.length : at] ?? 'none'}, in English ${a[at] ?? 'none'}`,
          'the same components in the same order',
        );
      const depths = (c: ChapterOutline) => c.blocks.map((block) => block.depth).join('');
      return depths(en) === depths(fr)
        ? []
        : bad(`${fr.blocks.length} paragraphs and headings, in English ${en.blocks.length}`, 'the same paragraphs and headings');
    });
  },
};

/** Rules of their own; the tests hold that each has a failing example. */
export const teachRules: readonly Rule[] = [teachIds, noAnswers, parity];
const rules: readonly Rule[] = [nakedNumber(CLASS_NUMBERS), unknownIds(TEACH), ...claimRules, ...wordRules, ...teachRules];

/** Every problem of the teaching pages. */
export function auditTeach(ledger: Ledger, pages: readonly ChapterOutline[]): Problem[] {
  const files = new Set(pages.map((p) => p.file));
  return rules
    .flatMap((rule) => rule.check({ ...ledger, chapters: pages, pages: [] }).map((found) => ({ ...found, rule: rule.name })))
    .filter(({ file }) => files.has(file));
}
