import type { Quantity } from '../i18n/format.ts';
import type { Content } from '../lib/content.ts';
import type { ChapterOutline } from './outline.ts';
import { located, type Published, type Rule } from './problems.ts';
import { digits, listed, numberNow } from './rules-ledger.ts';

/** A number that changed since it was published needs a line that says what it became: an older line does not cover it. */
const corrected: Rule = {
  name: 'correction',
  check({ content, published }) {
    if (!published) return [];
    const noted = (id: string, now: readonly number[]): boolean =>
      located(content.corrections).some(({ value }) => value.fact === id && now.every((n) => digits(value.says.en).includes(String(n))));
    return located(content.facts).flatMap(({ file, line, value: f }) => {
      const before = published.numbers[f.id];
      const now = before && numberNow(f, content);
      if (!before || !now || said(now) === said(before) || noted(f.id, listed(now))) return [];
      return [
        {
          file,
          line,
          found: `${f.id}: ${said(before)} became ${said(now)}`,
          allowed: 'a line in content/corrections.yaml that names the fact and says the new number',
          hint: 'Say what it said, what it says, and why; then the change may go out.',
        },
      ];
    });
  },
};

const said = (n: Published | Quantity): string =>
  n.low === undefined && n.high === undefined
    ? String(n.value ?? 'no number')
    : `${n.low ?? ''}–${n.high ?? ''}${n.value === undefined ? '' : ` (${n.value})`}`;

/** The addresses of this content that others may link to, by the file or chapter they belong to, in their order there. */
export function addresses(content: Content, chapters: readonly ChapterOutline[]): Record<string, string[]> {
  const told = chapters.filter((c) => c.lang === 'en').sort((a, b) => a.number - b.number);
  return {
    ...Object.fromEntries(told.map((c) => [`chapter-${c.number}`, c.blocks.map((b) => b.id)])),
    ...Object.fromEntries(told.map((c) => [`steps-${c.number}`, c.scenes.flatMap((s) => s.steps.map((step) => step.id))])),
    claims: [...content.facts.keys()].sort(),
    sources: [...content.sources.values()].flatMap(({ value }) => [value.id, ...(value.custom.formerly ?? [])]).sort(),
    terms: [...content.glossary.en.keys()].sort(),
    actors: [...content.actors.keys()].sort(),
    places: [...content.places.keys()].sort(),
    series: [...content.series.keys()].sort(),
  };
}

/** An address once published is linked from a syllabus, an article, a thesis: it stays, and paragraphs keep their order. */
const permanent: Rule = {
  name: 'permanent-id',
  check({ content, chapters, published }) {
    if (!published) return [];
    const now = addresses(content, chapters);
    return Object.entries(published.ids).flatMap(([group, before]) => {
      const chapter = chapters.find(
        (c) => c.lang === 'en' && /^(?:chapter|steps)-/.test(group) && c.number === Number(group.split('-')[1]),
      );
      const place = { file: chapter?.file ?? 'content/published.json', line: 1 };
      const here = now[group] ?? [];
      const gone = before.filter((id) => !here.includes(id));
      if (gone.length)
        return [
          {
            ...place,
            found: `${group}: ${gone.slice(0, 5).join(', ')} gone`,
            allowed: 'every id of the last edition',
            hint: 'Others link to it: bring it back. A paragraph that says something else takes a new id.',
          },
        ];
      const kept = here.filter((id) => before.includes(id));
      const moved = kept.find((id, i) => id !== before[i]);
      return moved
        ? [
            {
              ...place,
              found: `${group}: "${moved}" stands elsewhere than before`,
              allowed: 'the ids of the last edition in their order; new ones between them',
              hint: 'Ids are names, not numbers to be put in order: give moved text a new id.',
            },
          ]
        : [];
    });
  },
};

export const publishedRules: readonly Rule[] = [corrected, permanent];
