/**
 * Draws every step of a figure, in both languages and frames, as contact sheets to look at:
 * `npm run gallery -- <figure> [step] [--dark] [--out folder]`. Needs a Chromium on the machine.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { basemapSymbols } from '../src/geo/basemap.ts';
import { readContent } from '../src/lib/content.ts';
import { patterns, svgMarkup } from '../src/scene/svg.ts';
import { FRAMES, type FrameId } from '../src/scene/types.ts';
import { figureInput, figureNamed, localeOf } from '../src/site/figure.ts';
import { needChromium } from './lib/setup.mjs';

const root = join(import.meta.dirname, '..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { dark: { type: 'boolean', default: false }, out: { type: 'string', default: join(root, '.generated', 'gallery') } },
});
const [name = '', only] = positionals;
const figure = figureNamed(name);
if (only && !figure.steps.includes(only)) throw new Error(`${name} has no step "${only}"; it has ${figure.steps.join(', ')}`);
const content = readContent(root);
const series = figure.data(figureInput(content)) as never;
const css = ['tokens', 'scene'].map((f) => readFileSync(join(root, `src/styles/${f}.css`), 'utf8')).join('\n');

mkdirSync(values.out, { recursive: true });
const browser = await chromium.launch({ executablePath: needChromium(), args: ['--no-sandbox', '--disable-gpu'] });
for (const lang of ['en', 'fr'] as const) {
  const locale = localeOf(name, lang, content);
  for (const id of Object.keys(FRAMES) as FrameId[]) {
    const steps = figure.steps.filter((s) => !only || s === only);
    const body = steps
      .map((step) => `<div><b>${step}</b>${svgMarkup(figure.scene(series, step, FRAMES[id], locale), { label: step })}</div>`)
      .join('');
    const columns = id === 'compact' ? 3 : 2;
    const page = await browser.newPage({ viewport: { width: 1500, height: 300 }, colorScheme: values.dark ? 'dark' : 'light' });
    await page.setContent(
      `<!doctype html><meta charset="utf-8"><style>${css} body{margin:8px;background:var(--paper);color:var(--ink);display:grid;grid-template-columns:repeat(${columns},max-content);gap:10px;width:max-content} b{font:11px sans-serif} svg{outline:1px dotted #8888}</style><svg width="0" height="0" style="position:absolute"><defs>${patterns()}${basemapSymbols()}</defs></svg>${body}`,
    );
    const file = join(values.out, `${name}-${lang}-${id}${values.dark ? '-dark' : ''}.png`);
    writeFileSync(file, await page.screenshot({ fullPage: true }));
    await page.close();
    console.log(file);
  }
}
await browser.close();
