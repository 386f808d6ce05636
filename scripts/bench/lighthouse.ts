/** Lighthouse (mobile, simulated slow 4G) over one page of each kind, the median of three runs. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { run } from '../lib/setup.mjs';
import type { Bench } from './browser.ts';

export interface Grades {
  page: string;
  /** 0 to 100, by category. */
  scores: Readonly<Record<string, number>>;
  /** Milliseconds. */
  blocking: number;
  shift: number;
  /** The element that Lighthouse took for the largest, as it describes it. */
  largest: string;
  /** Audits below full marks, with what they found. */
  faults: readonly string[];
}

interface Audit {
  id: string;
  score: number | null;
  scoreDisplayMode: string;
  numericValue?: number;
  displayValue?: string;
  details?: { items?: unknown[] };
}
interface Result {
  lhr: { categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>; audits: Record<string, Audit> };
}

const RUNS = 3;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const tools = join(import.meta.dirname, '..', 'tools');

/** Lighthouse is heavy and needed here alone: it has a lock file of its own and is installed when it is first wanted. */
async function lighthouse(): Promise<(url: string, flags: object) => Promise<Result | undefined>> {
  const entry = join(tools, 'node_modules', 'lighthouse', 'core', 'index.js');
  if (!existsSync(entry) && run('npm', ['ci', '--no-audit', '--no-fund', '--prefix', tools]) !== 0)
    throw new Error('npm ci failed in scripts/tools');
  return (await import(pathToFileURL(entry).href)).default;
}

const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? Number.NaN;

/** Pages that ask not to be indexed cannot have full marks for search: their grade for it stands apart. */
export async function grade({ origin, port }: Bench, pages: readonly string[]): Promise<Grades[]> {
  const audit = await lighthouse();
  const all: Grades[] = [];
  for (const page of pages) {
    const results: Result['lhr'][] = [];
    for (let i = 0; i < RUNS; i++) {
      const result = await audit(`${origin}/${page}`, { port, output: 'json', logLevel: 'silent', onlyCategories: [...CATEGORIES] });
      if (result) results.push(result.lhr);
    }
    const scores = Object.fromEntries(
      CATEGORIES.map((name) => [name, Math.round(median(results.map((r) => r.categories[name]?.score ?? 0)) * 100)]),
    );
    const value = (id: string): number => median(results.map((r) => r.audits[id]?.numericValue ?? 0));
    const last = results.at(-1);
    const weighed = new Set(Object.values(last?.categories ?? {}).flatMap((c) => c.auditRefs.filter((r) => r.weight > 0).map((r) => r.id)));
    all.push({
      page,
      scores,
      blocking: value('total-blocking-time'),
      shift: value('cumulative-layout-shift'),
      largest: JSON.stringify(last?.audits['lcp-breakdown-insight']?.details ?? '').match(/"nodeLabel":"([^"]{0,60})/)?.[1] ?? '',
      faults: Object.values(last?.audits ?? {})
        .filter((a) => weighed.has(a.id) && a.score !== null && a.score < 1)
        .map((a) => `${a.id}: ${a.displayValue ?? ''}`),
    });
  }
  return all;
}
