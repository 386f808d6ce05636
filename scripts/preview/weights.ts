import { CHAPTERS, costOf, EMBED_LIMIT, EMBEDS, HOME_LIMIT, HOMES, LIMITS } from '../budget.ts';
import type { Built } from './built.ts';
import { type Finding, fail, type Outcome } from './types.ts';

const WORDS = { script: 'Its scripts', style: 'Its styles', font: 'Its fonts', html: 'Its text and drawings', total: 'All of it' } as const;
const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

/** Whether chapters, homes and embeds keep to what they may weigh, compressed as hosts send them. */
export function weights({ folder, base, pages }: Built): Outcome {
  const there = new Set(pages.map(({ address }) => address));
  const measured = [
    ...CHAPTERS.map((page) => ({ page, limits: LIMITS })),
    ...HOMES.map((page) => ({ page, limits: { total: HOME_LIMIT } })),
    ...EMBEDS.map((page) => ({ page, limits: { total: EMBED_LIMIT } })),
  ]
    .filter(({ page }) => there.has(`${page}/`))
    .map(({ page, limits }) => ({ page, limits, cost: costOf(folder, page, base) }));
  const findings = measured.flatMap(({ page, limits, cost }): Finding[] =>
    Object.entries(limits).flatMap(([part, limit]) => {
      const bytes = cost[part as keyof typeof cost];
      return bytes > limit ? [fail(`${page}/`, `${WORDS[part as keyof typeof WORDS]} weigh ${kB(bytes)}; ${kB(limit)} are allowed.`)] : [];
    }),
  );
  const heaviest = Math.max(0, ...measured.map(({ cost }) => cost.total));
  return { findings, seen: `${measured.length} chapters, homes and embeds; the heaviest is ${kB(heaviest)} to its end.` };
}
