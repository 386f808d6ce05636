/** What a figure's words say, held against its table and its pictures. */
import { quantityOf } from '../claims/resolve.ts';
import { digits, listed } from '../claims/rules-ledger.ts';
import { figures } from '../figures/registry.ts';
import type { FigureModule } from '../figures/types.ts';
import type { Content } from '../lib/content.ts';
import { ContentError, type Problem } from '../lib/problem.ts';
import { FRAMES, type FrameId, type Lang } from '../scene/types.ts';
import { figureInput, localeOf } from './figure.ts';

/** Columns that hold dates. */
const DATES: ReadonlySet<string> = new Set(['when', 'date', 'from', 'to']);
const isYear = (number: string): boolean => /^(?:19|20)\d\d$/.test(number);
/** A comma before a blank ends a clause: it is no part of "in 2015, 46.9". */
const numbersIn = (text: string): string[] => digits(text.replace(/,(?=\s)/g, ';'));

/** The words in the pictures of a step, in both frames. */
function picture(module: FigureModule<never>, series: never, step: string, locale: ReturnType<typeof localeOf>): string {
  return (Object.keys(FRAMES) as FrameId[])
    .flatMap((id) => module.scene(series, step, FRAMES[id], locale).marks)
    .map(({ geometry }) => (geometry.kind === 'text' ? geometry.text : ''))
    .join(' ; ');
}

function wordsOf(module: FigureModule<never>, lang: Lang, content: Content, claimed: readonly string[]): Problem[] {
  const locale = localeOf(module.name, lang, content);
  const series = module.data(figureInput(content)) as never;
  const { columns, rows } = module.describe(series, locale);
  // Words of a row may hold its old number as long as the sentence does: cells of numbers and dates alone count.
  const exact = columns.filter(({ key, numeric }) => numeric || DATES.has(key));
  const cells = rows.flatMap((row) => exact.map(({ key }) => JSON.stringify(row.cells[key] ?? '')));
  const told = new Set([...cells.flatMap(numbersIn), String(rows.length), ...claimed]);
  return module.steps.flatMap((step) => {
    const drawn = numbersIn(picture(module, series, step, locale));
    const strange = numbersIn(locale.text.steps[step]?.say ?? '').filter((n) => !isYear(n) && !told.has(n) && !drawn.includes(n));
    return strange.map((n) => ({
      file: `content/figures/${lang}/${module.name}.yaml`,
      line: 0,
      rule: 'figure-words',
      found: `${step} says ${n}, which is no number of its rows, its picture or a claim`,
      allowed: 'numbers of the figure’s own rows or of the ledger, and years',
      hint: 'A row was changed and its sentence was not, or the other way round.',
    }));
  });
}

/**
 * Sentences of steps with a number (years apart) that neither the table, nor the picture beside them, nor a claim of the
 * ledger has, and words that a picture asks for and its file lacks. `content` has passed the audit.
 */
export function figureWords(content: Content): Problem[] {
  const claimed = [...content.facts.values()].flatMap(({ value }) => listed(quantityOf(value, content)).map(String));
  return figures.flatMap((module) =>
    content.site.value.languages.flatMap((lang) => {
      try {
        return wordsOf(module, lang, content, claimed);
      } catch (error) {
        if (error instanceof ContentError) return [...error.problems];
        throw error;
      }
    }),
  );
}
