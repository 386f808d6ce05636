/**
 * The audit: what records, prose and figures say to each other. It stops the build, and every complaint
 * says file, line, what was found, what is allowed, and a hint. One rule, one name, one test.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FigureModule } from '../figures/types.ts';
import type { Content } from '../lib/content.ts';
import { ContentError, type Problem } from '../lib/problem.ts';
import { type ChapterOutline, readPages, readShorts } from './outline.ts';
import type { Edition, Ledger, Published, Rule } from './problems.ts';
import { quantityOf } from './resolve.ts';
import { cardRules } from './rules-cards.ts';
import { ledgerRules } from './rules-ledger.ts';
import { chapterParity, parityRules } from './rules-parity.ts';
import { proseRules } from './rules-prose.ts';
import { addresses, publishedRules } from './rules-published.ts';
import { shortRules } from './rules-short.ts';
import { sourceRules } from './rules-sources.ts';
import { auditTeach } from './rules-teach.ts';
import { wordRules } from './rules-words.ts';
import { readTeach } from './teach.ts';

export const rules: readonly Rule[] = [
  ...proseRules,
  ...wordRules,
  ...ledgerRules,
  ...sourceRules,
  ...publishedRules,
  ...shortRules,
  ...cardRules,
  ...parityRules,
];

/** Figures' own checks of their rows, run here so that bad rows stop the build with the rest. */
function figureData({ content, figures }: Ledger): Problem[] {
  return figures.flatMap((figure) => {
    try {
      figure.data({
        rows: (name) => content.series.get(name)?.rows ?? [],
        place(id) {
          const place = content.places.get(id)?.value;
          if (!place)
            throw new ContentError([
              {
                file: 'content/places.csv',
                line: 0,
                rule: 'unknown-place',
                found: `place "${id}", wanted by ${figure.name}`,
                allowed: [...content.places.keys()].join(', '),
                hint: 'Add the place, with its coordinates and where they come from.',
              },
            ]);
          return { id, lat: place.lat, lon: place.lon };
        },
      });
      return [];
    } catch (error) {
      if (error instanceof ContentError) return [...error.problems];
      throw error;
    }
  });
}

/** Runs every rule. Empty means the content may be published. */
export function auditContent(
  content: Content,
  chapters: readonly ChapterOutline[],
  figures: readonly FigureModule<never>[],
  published = readPublished(content.root),
  pages = readPages(content.root),
  shorts = readShorts(content.root),
  lessons = readTeach(content.root).map(({ outline }) => outline),
): Problem[] {
  const ledger: Ledger = { content, chapters, pages, shorts, figures, published };
  const run = (list: readonly Rule[], on: Ledger): Problem[] =>
    list.flatMap((rule) => rule.check(on).map((found) => ({ ...found, rule: rule.name })));
  // A short version is prose like a chapter's, and nothing else of the content is looked at twice.
  const brief: Ledger = { ...ledger, chapters: shorts, pages: [] };
  const files = new Set(shorts.map((s) => s.file));
  const ofShorts = run([...proseRules, ...wordRules, chapterParity], brief).filter(({ file }) => files.has(file));
  return [...run(rules, ledger), ...ofShorts, ...auditTeach(ledger, lessons), ...figureData(ledger)];
}

const publishedFile = (root: string): string => join(root, 'content', 'published.json');

/** The last edition; `undefined` before the first. */
export function readPublished(root: string): Edition | undefined {
  const file = publishedFile(root);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Edition) : undefined;
}

/** This edition, as `content/published.json` keeps it for the next. */
export function publishedNow(content: Content, chapters: readonly ChapterOutline[]): Edition {
  const numbers = [...content.facts.values()]
    .filter(({ value }) => value.unit)
    .map(({ value }) => {
      const { value: n, low, high } = quantityOf(value, content);
      const said: Published = {
        ...(n !== undefined && { value: n }),
        ...(low !== undefined && { low }),
        ...(high !== undefined && { high }),
      };
      return [value.id, said] as const;
    });
  return { numbers: Object.fromEntries(numbers.sort(([a], [b]) => a.localeCompare(b))), ids: addresses(content, chapters) };
}
