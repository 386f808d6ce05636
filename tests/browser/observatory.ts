/**
 * The rules of the MDN HTTP Observatory that a page's own headers decide, for pages without cookies and with all their
 * scripts from themselves. It grants what lies above 100 only where what is taken off leaves 90 or more.
 */

interface Verdict {
  score: number;
  grade: string;
}

const GRADES = [
  [100, 'A+'],
  [90, 'A'],
  [85, 'A-'],
  [80, 'B+'],
  [70, 'B'],
  [65, 'B-'],
  [60, 'C+'],
  [50, 'C'],
  [45, 'C-'],
  [40, 'D+'],
  [30, 'D'],
  [25, 'D-'],
] as const;

/** Directives of a policy, by name. */
const directives = (csp: string): ReadonlyMap<string, readonly string[]> =>
  new Map(
    csp
      .split(';')
      .map((part) => part.trim().split(/\s+/))
      .map(([name = '', ...sources]) => [name, sources]),
  );

function ofPolicy(csp: string | null): number {
  if (!csp) return -25;
  const all = directives(csp);
  const scripts = all.get('script-src') ?? all.get('default-src') ?? ['*'];
  const styles = all.get('style-src') ?? all.get('default-src') ?? ['*'];
  const wide = (sources: readonly string[]): boolean =>
    sources.some((s) => ['*', 'http:', 'https:', 'data:', "'unsafe-inline'"].includes(s));
  if (wide(scripts) || wide(all.get('object-src') ?? all.get('default-src') ?? ['*'])) return -20;
  if (scripts.includes("'unsafe-eval'")) return -10;
  if (wide(styles)) return 0;
  return all.get('default-src')?.join() === "'none'" ? 10 : 5;
}

/** Score and grade of a page by the headers it is sent with. */
export function observatory(headers: Headers): Verdict {
  const csp = headers.get('content-security-policy');
  const ancestors = csp ? directives(csp).get('frame-ancestors') : undefined;
  const age = Number(/max-age=(\d+)/.exec(headers.get('strict-transport-security') ?? '')?.[1] ?? 0);
  const referrer = headers.get('referrer-policy') ?? '';
  const isPrivate = ['no-referrer', 'same-origin', 'strict-origin', 'strict-origin-when-cross-origin'].includes(referrer);
  const corp = headers.get('cross-origin-resource-policy');
  const parts = [
    ofPolicy(csp),
    age >= 15_768_000 ? 0 : age > 0 ? -10 : -20,
    headers.get('x-content-type-options') === 'nosniff' ? 0 : -5,
    isPrivate ? 5 : referrer ? -5 : 0,
    ancestors && !ancestors.includes('*') ? 5 : headers.has('x-frame-options') ? 0 : -20,
    corp === 'same-origin' || corp === 'same-site' ? 10 : 0,
    headers.get('cross-origin-opener-policy') === 'same-origin' ? 10 : 0,
  ];
  const base = 100 + parts.filter((n) => n < 0).reduce((sum, n) => sum + n, 0);
  const score = base < 90 ? base : base + parts.filter((n) => n > 0).reduce((sum, n) => sum + n, 0);
  return { score, grade: GRADES.find(([least]) => score >= least)?.[1] ?? 'F' };
}
