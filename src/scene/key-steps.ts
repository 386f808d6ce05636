import type { El } from './elements.ts';

/** A step worth a picture: its index in the order of the story, and how many marks it shows otherwise than those before it. */
export interface KeyStep {
  step: number;
  differs: number;
}

/** How many marks of one drawing are not in the other as they stand, both ways. */
function distance(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((mark) => b.has(mark)).length;
  return a.size + b.size - 2 * shared;
}

/**
 * The steps of a figure in the order in which a reader with few bytes should be given them: the last, which holds the
 * outcome, then time and again the one that differs most from all those already there, the earlier where two differ
 * alike. A step that draws what another drew is left out.
 */
export function keySteps(drawn: readonly (readonly El[])[]): KeyStep[] {
  const sets = drawn.map((els) => new Set(els.map((el) => JSON.stringify(el))));
  const last = sets.length - 1;
  const chosen: KeyStep[] = last < 0 ? [] : [{ step: last, differs: sets[last]?.size ?? 0 }];
  for (;;) {
    const best = sets
      .map((set, step) => ({ step, differs: Math.min(...chosen.map((c) => distance(set, sets[c.step] ?? new Set()))) }))
      .reduce((a, b) => (b.differs > a.differs ? b : a), { step: -1, differs: 0 });
    if (best.differs === 0) return chosen;
    chosen.push(best);
  }
}
