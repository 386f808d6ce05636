/** `node scripts/budget.ts [folder]`: what a first visit to a chapter costs, brotli 9, against what is promised. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { readChapters } from '../src/claims/outline.ts';
import { figures } from '../src/figures/registry.ts';

const KB = 1000;
/** Columns of the table's first field. */
const WIDTH = 30;
/** Bytes over the wire for one chapter read to its end. */
export const LIMITS = { script: 12 * KB, style: 9 * KB, font: 32 * KB, html: 80 * KB, total: 150 * KB } as const;
export type Cost = Record<keyof typeof LIMITS, number>;

/** Sizes by content: pages share most of what they load, and each of it is compressed once. */
const sizes = new Map<string, number>();

/** Size as a host sends it: compressed, but for what is compressed already. */
export function size(file: string): number {
  const bytes = readFileSync(file);
  if (file.endsWith('.woff2')) return bytes.length;
  const content = createHash('sha256').update(bytes).digest('base64');
  const known = sizes.get(content) ?? brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).length;
  sizes.set(content, known);
  return known;
}

/** Fonts of a style sheet that a page fetches: those whose unicode-range holds a character of it. */
function fontsOf(css: string, text: string): string[] {
  const codes = new Set([...text].map((c) => c.codePointAt(0) ?? 0));
  return [...css.matchAll(/@font-face\s*{([^}]*)}/g)].flatMap(([, body = '']) => {
    const file = /url\(["']?([^"')]+\.woff2)/.exec(body)?.[1];
    const ranges = (/unicode-range:\s*([^;}]+)/.exec(body)?.[1] ?? 'U+0-10FFFF').split(',').map((r) =>
      r
        .trim()
        .slice(2)
        .split('-')
        .map((h) => Number.parseInt(h.replace(/\?/g, 'F'), 16)),
    );
    const wanted = ranges.some(([from = 0, to = from]) => [...codes].some((c) => c >= from && c <= to));
    return file && wanted ? [file] : [];
  });
}

/** A script with every chunk it imports, at once or later: each is fetched by a reader who goes to the end. */
function withImports(files: Iterable<string>): Set<string> {
  const all = new Set(files);
  for (const file of all)
    for (const [, chunk = ''] of readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g))
      all.add(join(dirname(file), chunk));
  return all;
}

/** Files that a built page loads, by kind. */
export interface Loaded {
  html: string;
  scripts: ReadonlySet<string>;
  styles: ReadonlySet<string>;
  fonts: ReadonlySet<string>;
}

/** Finds everything one built page loads, at once or later. `base` is the path the folder was built for. */
export function loadedBy(folder: string, page: string, base = '/'): Loaded {
  const file = join(folder, page, 'index.html');
  const html = readFileSync(file, 'utf8');
  const local = (address: string): string =>
    join(folder, (address.startsWith(base) ? address.slice(base.length) : address).replace(/\?.*/, ''));
  const scripts = withImports([...html.matchAll(/<script[^>]*src="([^"]+)"/g)].map((m) => local(m[1] ?? '')));
  const styles = new Set([...html.matchAll(/<link[^>]*rel="stylesheet"[^>]*href="([^"]+)"/g)].map((m) => local(m[1] ?? '')));
  const text = html.replace(/<script[\s\S]*?<\/script>/g, '').replace(/<[^>]+>/g, '');
  const fonts = new Set(
    [...styles].flatMap((css) =>
      fontsOf(readFileSync(css, 'utf8'), text).map((f) => (f.startsWith('/') ? local(f) : join(dirname(css), f))),
    ),
  );
  return { html: file, scripts, styles, fonts };
}

/**
 * Measures one built page, with everything a visit loads. `base` is the path the folder was built for. What keeps the
 * chapters (`keep.js`, `sw.js`) is no part of a visit: a reader who never asks never fetches it, and who asks is told a
 * size that counts it (scripts/lib/keep).
 */
export function costOf(folder: string, page: string, base = '/'): Cost {
  const { html, scripts, styles, fonts } = loadedBy(folder, page, base);
  const sum = (files: Iterable<string>): number => [...files].reduce((total, f) => total + size(f), 0);
  const cost = { script: sum(scripts), style: sum(styles), font: sum(fonts), html: size(html) };
  const icon = join(folder, 'icon.svg');
  return { ...cost, total: cost.script + cost.style + cost.font + cost.html + (existsSync(icon) ? size(icon) : 0) };
}

/** What a home page may weigh, all told. */
export const HOME_LIMIT = 70 * KB;
export const HOMES = ['en', 'fr'] as const;
/** What one figure in another site's page may weigh, all told. */
export const EMBED_LIMIT = 60 * KB;
export const EMBEDS = HOMES.flatMap((lang) => figures.map(({ name }) => `embed/${lang}/${name}`));
/** The pages the promise is about. */
export const CHAPTERS = readChapters(join(import.meta.dirname, '..')).map((c) => `${c.lang}/${c.slug}`);

/** What the light version of a chapter may cost, all told: no script, no font, and at most this many requests. */
export const LITE_LIMITS = { total: 45 * KB, style: 2 * KB, requests: 3 } as const;
/** The light version of each chapter. */
export const LITES = CHAPTERS.map((page) => `${page}/${page.startsWith('fr/') ? 'leger' : 'lite'}`);

/** A table of costs against limits. */
export function report(folder: string): string {
  const cell = (n: number): string => `${(n / KB).toFixed(1)} kB`.padStart(9);
  const keys = Object.keys(LIMITS) as (keyof typeof LIMITS)[];
  const rows = [...HOMES, ...CHAPTERS, ...LITES].map((page) => {
    const cost = costOf(folder, page);
    return `${page.padEnd(WIDTH)}${keys.map((k) => cell(cost[k])).join('')}`;
  });
  return [
    `${'first visit, brotli 9'.padEnd(WIDTH)}${keys.map((k) => k.padStart(9)).join('')}`,
    ...rows,
    `${'at most'.padEnd(WIDTH)}${keys.map((k) => cell(LIMITS[k])).join('')}`,
    `${'a light version'.padEnd(WIDTH)}${keys.map((k) => cell(k === 'html' ? LITE_LIMITS.total : k in LITE_LIMITS ? LITE_LIMITS[k as 'total' | 'style'] : 0)).join('')}`,
  ].join('\n');
}

/** The embeds from the heaviest down, five of them. */
export function reportEmbeds(folder: string): string {
  const costs = EMBEDS.map((page) => ({ page, ...costOf(folder, page) })).sort((a, b) => b.total - a.total);
  const row = (name: string, total: number): string => `${name.padEnd(36)}${(total / KB).toFixed(1).padStart(6)} kB`;
  return [
    ...costs.slice(0, 5).map(({ page, total }) => row(page, total)),
    row('the lightest', costs.at(-1)?.total ?? 0),
    row('at most', EMBED_LIMIT),
  ].join('\n');
}

if (import.meta.main) {
  const folder = join(import.meta.dirname, '..', process.argv[2] ?? 'dist');
  console.log(`${report(folder)}\n\n${reportEmbeds(folder)}`);
}
