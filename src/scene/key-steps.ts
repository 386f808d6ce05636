import type { El } from './elements.ts';

/** How many marks of one drawing are not in the other as they stand. */
function distance(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let n = 0;
  for (const mark of a) if (!b.has(mark)) n++;
  for (const mark of b) if (!a.has(mark)) n++;
  return n;
}

/**
 * The steps of a figure that a reader with few bytes should see: the last, which holds the outcome, then time and again
 * the one that differs most from those already chosen, the earlier where two differ alike. Indices in the order of the
 * story, at most `count`; a step that draws what is shown already is never chosen.
 */
export function keySteps(drawn: readonly (readonly El[])[], count: number): number[] {
  const sets = drawn.map((els) => new Set(els.map((el) => JSON.stringify(el))));
  const chosen = [drawn.length - 1];
  const novelty = (i: number): number => Math.min(...chosen.map((c) => distance(sets[i] ?? new Set(), sets[c] ?? new Set())));
  while (chosen.length < Math.min(count, drawn.length)) {
    const best = drawn.map((_els, i) => ({ i, far: novelty(i) })).reduce((a, b) => (b.far > a.far ? b : a));
    if (best.far === 0) break;
    chosen.push(best.i);
  }
  return chosen.sort((a, b) => a - b);
}
