/**
 * Draws every step of a figure, in both languages and frames, as contact sheets to look at:
 * `node scripts/gallery.ts <figure> [step] [--dark] [--out folder]`. Needs a Chromium on the machine.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { csvParse } from 'd3-dsv';
import { chromium } from 'playwright-core';
import { parse } from 'yaml';
import { figureLocale } from '../src/figures/locale.ts';
import type { FigureModule } from '../src/figures/types.ts';
import { patterns, svgMarkup } from '../src/scene/svg.ts';
import { FRAMES, type FrameId, type Lang } from '../src/scene/types.ts';

const root = join(import.meta.dirname, '..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { dark: { type: 'boolean', default: false }, out: { type: 'string', default: '/tmp/gallery' } },
});
const [name, only] = positionals;
if (!name) throw new Error('which figure? node scripts/gallery.ts <figure> [step]');

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const { default: figure } = (await import(`../src/figures/${name}/index.ts`)) as { default: FigureModule<never> };
const places = csvParse(read('content/places.csv'));
const actors = existsSync(join(root, 'content/actors.yaml'))
  ? (parse(read('content/actors.yaml')) as { id: string; short: Record<Lang, string> }[])
  : [];
const series = figure.data({
  rows: (id) => csvParse(read(`content/series/${id}.csv`)),
  place: (id) => {
    const row = places.find((p) => p.id === id);
    if (!row) throw new Error(`unknown place "${id}"`);
    return { id, lat: Number(row.lat), lon: Number(row.lon) };
  },
});
const symbols = existsSync(join(root, 'src/geo/basemap.ts'))
  ? (((await import('../src/geo/basemap.ts')) as { basemapSymbols?: () => string }).basemapSymbols?.() ?? '')
  : '';
const css = ['tokens', 'scene'].map((f) => read(`src/styles/${f}.css`)).join('\n');

mkdirSync(values.out, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
for (const lang of ['en', 'fr'] as const) {
  const text = parse(read(`content/figures/${lang}/${name}.yaml`));
  const locale = figureLocale(name, lang, text, {
    place: (id) => places.find((p) => p.id === id)?.[`name_${lang}`],
    actor: (id) => actors.find((a) => a.id === id)?.short[lang],
  });
  figure.describe(series, locale);
  for (const id of Object.keys(FRAMES) as FrameId[]) {
    const frame = FRAMES[id];
    const steps = figure.steps.filter((s) => !only || s === only);
    const body = steps
      .map((step) => `<div><b>${step}</b>${svgMarkup(figure.scene(series, step, frame, locale), { label: step })}</div>`)
      .join('');
    const html = `<!doctype html><meta charset="utf-8"><style>${css} body{margin:8px;background:var(--paper);color:var(--ink);display:grid;grid-template-columns:repeat(${id === 'compact' ? 3 : 2},max-content);gap:10px;width:max-content} b{font:11px sans-serif} svg{outline:1px dotted #8888}</style><svg width="0" height="0" style="position:absolute"><defs>${patterns()}${symbols}</defs></svg>${body}`;
    const page = await browser.newPage({ viewport: { width: 1500, height: 900 }, colorScheme: values.dark ? 'dark' : 'light' });
    await page.setContent(html);
    const file = join(values.out, `${name}-${lang}-${id}${values.dark ? '-dark' : ''}.png`);
    writeFileSync(file, await page.screenshot({ fullPage: true }));
    await page.close();
    console.log(file);
  }
}
await browser.close();
