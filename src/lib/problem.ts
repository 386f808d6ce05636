/** One thing wrong with the content, in the words an editor needs. */
export interface Problem {
  /** Path from the project's root. */
  file: string;
  /** 1-based; 0 where the whole file is meant. */
  line: number;
  /** Short name of the rule, for tests and for searching the docs. */
  rule: string;
  found: string;
  allowed: string;
  hint: string;
}

/** As much of a text as a terminal shows at a glance: a pasted page must not push the hint out of sight. */
const glance = (text: string, most = 300): string =>
  text.length <= most ? text : `${text.slice(0, most)} … (${text.length} characters in all)`;

/** A problem as the build prints it. */
export function printProblem({ file, line, rule, found, allowed, hint }: Problem): string {
  return `${file}${line ? `:${line}` : ''}  [${rule}]\n  found:   ${glance(found)}\n  allowed: ${glance(allowed, 800)}\n  hint:    ${glance(hint)}`;
}

/** Bad content or settings. Stops the build; the message holds every problem found, not only the first. */
export class ContentError extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[], where = 'the content') {
    super(`${problems.length} problem${problems.length === 1 ? '' : 's'} in ${where}\n\n${problems.map(printProblem).join('\n\n')}`);
    this.name = 'ContentError';
    this.problems = problems;
  }
}

/** The nearest of the allowed words, for "did you mean"; empty where nothing is near. */
export function nearest(word: string, allowed: Iterable<string>): string {
  let best = '';
  let distance = Math.max(2, Math.floor(word.length / 3)) + 1;
  for (const candidate of allowed) {
    // As many letters as the lengths differ have to change at least.
    if (Math.abs(word.length - candidate.length) >= distance) continue;
    const d = editDistance(word, candidate);
    if (d < distance) [best, distance] = [candidate, d];
  }
  return best;
}

/** Levenshtein distance, one row at a time. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next[j] = Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** A list for an `allowed:` line, cut where it would be longer than a reader scans. */
export function listAllowed(words: Iterable<string>, max = 12): string {
  const all = [...words];
  return all.length <= max ? all.join(', ') : `${all.slice(0, max).join(', ')} … (${all.length} in all)`;
}
