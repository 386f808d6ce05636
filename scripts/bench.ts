/**
 * `npm run bench [-- weights smooth lighthouse scale]`: what docs/performance.md explains, as one table; without a name,
 * all of it. Seconds differ from machine to machine, so what can be is a ratio to something measured in the same run.
 */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { startBench } from './bench/browser.ts';
import { grade } from './bench/lighthouse.ts';
import { scale } from './bench/scale.ts';
import { quantile, smooth } from './bench/smooth.ts';
import { CHAPTERS, report, reportEmbeds } from './budget.ts';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'dist');
const PARTS = ['weights', 'smooth', 'lighthouse', 'scale'] as const;
/** The chapter that draws most. */
const CHAPTER = 'en/russia-alliance/';
/** One page of each kind that search engines are shown. */
const PAGES = [
  'en/',
  'en/algiers-accord/',
  'fr/alliance-russe/',
  'fr/bilan-humanitaire/bref/',
  'en/timeline/',
  'fr/affirmations/',
  'en/claims/moura-un/',
  'fr/sources/',
  'en/data/attacks/',
  'fr/figures/gold/',
  'en/find/',
  'fr/enseigner/',
  'en/about/',
];
/** Kinds that ask not to be indexed: all but their grade for search has to be full. */
const UNLISTED = ['fr/alliance-russe/leger/', 'en/algiers-accord/print/', 'embed/en/gold/'];
const SIZES = [3, 30, 300];

const chosen = process.argv.slice(2);
const unknown = chosen.find((name) => !(PARTS as readonly string[]).includes(name));
if (unknown) {
  console.error(`  found:   ${unknown}\n  allowed: ${PARTS.join(', ')}`);
  process.exit(1);
}
const wanted = (name: (typeof PARTS)[number]): boolean => chosen.length === 0 || chosen.includes(name);

const rows: (readonly [what: string, measured: string, limit: string])[] = [];
const add = (what: string, measured: string, limit: string): void => {
  rows.push([what, measured, limit]);
};
const ms = (n: number): string => `${n.toFixed(1)} ms`;

if (wanted('weights')) console.log(`${report(folder)}\n\n${reportEmbeds(folder)}\n`);

if (wanted('smooth')) {
  const bench = await startBench(folder);
  const { frames, longTasks, shift, idle, heap } = await smooth(bench, CHAPTER);
  await bench.close();
  const longest = (list: readonly number[]): string => (list.length ? `${list.length}, the longest ${ms(Math.max(...list))}` : 'none');
  for (const [name, q, most] of [
    ['median', 0.5, '1'],
    ['95th percentile', 0.95, '2'],
    ['99th percentile', 0.99, ''],
  ] as const) {
    const [a, b] = [quantile(frames.chapter, q), quantile(frames.plain, q)];
    add(`frame times, ${name}, against plain text`, `${(a / b).toFixed(2)} (${ms(a)} / ${ms(b)})`, most);
  }
  add('tasks over 50 ms at 4x slow-down', longest(longTasks.chapter), 'none');
  add('  the same for plain text', longest(longTasks.plain), '');
  add('layout shift through a whole scroll', shift.toFixed(4), '0');
  add('work in 3 s in which nobody moves', ms(idle), 'next to none');
  add('heap after 1, 5 and 10 passes', [heap[0], heap[4], heap[9]].map((n) => `${n?.toFixed(2)} MB`).join(', '), 'no growth');
}

if (wanted('lighthouse')) {
  const bench = await startBench(folder);
  for (const { page, scores, blocking, shift, largest, faults } of await grade(bench, [...PAGES, ...UNLISTED])) {
    const search = UNLISTED.includes(page) ? ', search apart' : '';
    add(`Lighthouse ${page}`, `${Object.values(scores).join(' ')}${faults.length ? ` (${faults.join('; ')})` : ''}`, `100 each${search}`);
    if (blocking > 0 || shift > 0) add('  blocking, shift', `${ms(blocking)}, ${shift.toFixed(4)}`, '0');
    add('  largest paint', largest, 'words');
  }
  await bench.close();
}

if (wanted('scale')) {
  const grown = await scale(root, SIZES, CHAPTERS.length / 2);
  grown.forEach(({ chapters, seconds, megabytes }, i) => {
    const before = grown[i - 1];
    const each = before ? (seconds - before.seconds) / (chapters - before.chapters) : seconds / chapters;
    add(
      `build of ${chapters} chapters, 2 languages`,
      `${seconds.toFixed(0)} s, ${each.toFixed(2)} s for each more, ${megabytes.toFixed(0)} MB`,
      chapters === 300 ? 'linear; 8000 MB' : '',
    );
  });
}

const width = (i: 0 | 1): number => Math.max(...rows.map((r) => r[i].length), 0);
const [first, second] = [width(0), width(1)];
if (rows.length) console.log(`${'measured'.padEnd(first)}  ${`on ${availableParallelism()} cores`.padEnd(second)}  promised`);
for (const [what, measured, limit] of rows) console.log(`${what.padEnd(first)}  ${measured.padEnd(second)}  ${limit}`);
