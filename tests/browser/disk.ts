/** The offline editions as a reader has them: on a disk, away from the site, with no network. */
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { selectAll } from 'hast-util-select';
import type { Page } from 'playwright-core';
import { visit } from 'unist-util-visit';
import { expect } from 'vitest';
import type { FrameId, Lang } from '../../src/scene/types.ts';
import { freshMarks } from './fresh.ts';
import { inTurn, outlineOf, ready, type Site, turnAll, type Watched, type Ways, WIDTHS, watched } from './site.ts';

/** A folder of its own for the file alone. */
export function cardWithFile(lang: string): { folder: string; file: string } {
  const folder = mkdtempSync(join(tmpdir(), 'mali-file-'));
  const file = join(folder, `mali-${lang}.html`);
  writeFileSync(file, readFileSync(`dist/offline/mali-${lang}.html`));
  return { folder, file };
}

/** The unpacked archive; gives the folder that holds `index.html`, and the files in it. */
export function cardWithZip(lang: string): { folder: string; files: string[] } {
  const card = mkdtempSync(join(tmpdir(), 'mali-zip-'));
  const entries = Object.entries(unzipSync(new Uint8Array(readFileSync(`dist/offline/mali-${lang}.zip`))));
  for (const [path, bytes] of entries) {
    mkdirSync(dirname(join(card, path)), { recursive: true });
    writeFileSync(join(card, path), bytes);
  }
  const top = `mali-${lang}/`;
  return { folder: join(card, top), files: entries.map(([path]) => path.slice(top.length)).sort() };
}

const addressOf = (folder: string): string => pathToFileURL(join(folder, '/')).href;

/** Opens a file with the network off, as on a first visit. `complaints`: errors, warnings, and requests for anything outside `folder`. */
export async function openFromDisk(site: Site, folder: string, path: string, ways: Ways = {}): Promise<Watched> {
  const { viewport = WIDTHS.phone, reducedMotion = 'no-preference', javaScriptEnabled = true } = ways;
  const page = await inTurn(`disk ${javaScriptEnabled}`, async () => {
    const context = await site.profile({ javaScriptEnabled });
    await context.setOffline(true);
    await context.route(/^https?:/, (route) => route.abort());
    return watched(context, [], ['error', 'warning']);
  });
  // To a step of the page it is on it would only scroll.
  await page.goto('about:blank');
  page.own = [addressOf(folder)];
  page.complaints.length = 0;
  if (viewport) await page.setViewportSize(viewport);
  await page.emulateMedia({ media: null, reducedMotion });
  await goOnDisk(page, folder, path, javaScriptEnabled);
  return page;
}

/** Goes to another file in a page that is open. */
export async function goOnDisk(page: Page, folder: string, path: string, script = true): Promise<void> {
  await page.goto(`${addressOf(folder)}${path}`, { waitUntil: 'load' });
  // The print edition and the light versions have no script that could say so.
  if (script && (await page.evaluate(() => !!document.querySelector('script:not([type])')))) await ready(page);
}

/** Turns every figure of a page through all its steps by its button; each drawing is that step's, as `scene.ts` draws it anew. */
export async function expectEveryStep(page: Page, lang: Lang, frame: FrameId): Promise<void> {
  const turned = await turnAll(page, (_figure, svg) =>
    [...(svg?.querySelector('g')?.children ?? [])].map((node) => {
      const attributes = [...node.attributes].map((attribute) => `${attribute.name}=${attribute.value}`);
      return `${node.tagName} ${attributes.sort().join(' ')} ${node.textContent ?? ''}`;
    }),
  );
  const outline = (await outlineOf(page)).flatMap(({ scene, steps }) => steps.map((step) => `${scene} ${step}`));
  expect(turned.map(({ figure, step }) => `${figure} ${step}`)).toEqual(outline);
  for (const { figure, step, found } of turned) expect(found, `${figure} at ${step}`).toEqual(freshMarks(figure, step, lang, frame));
  expect(new Set(turned.map(({ found }) => found.join())).size, 'each step is a picture of its own').toBe(turned.length);
}

/** How the small drawing of each figure looks, mark by mark: what the style sheet and the attributes come to. */
export const looksOf = (page: Page): Promise<[figure: string, looks: string[]][]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('figure[data-figure]')].map((figure) => [
      figure.dataset.figure ?? '',
      [...figure.querySelectorAll('svg.compact > g > *')].map((mark) => {
        const { fill, stroke, strokeWidth, opacity, fontSize, textAnchor } = getComputedStyle(mark);
        return [mark.tagName, mark.textContent, fill, stroke, strokeWidth, opacity, fontSize, textAnchor].join(' ');
      }),
    ]),
  );

/** The small drawing of a figure as it is painted, without its words, whose letters the file does not bring. The page is gone then. */
export async function paintedAlone(page: Page, figure: string): Promise<Buffer> {
  await page.evaluate((name) => {
    const [defs, svg] = [document.querySelector('svg.defs'), document.querySelector<SVGSVGElement>(`[data-figure="${name}"] svg.compact`)];
    if (!defs || !svg) throw new Error(`no drawing of ${name}`);
    for (const words of svg.querySelectorAll('text')) words.remove();
    document.body.replaceChildren(defs, svg);
    Object.assign(svg.style, { position: 'fixed', top: '0', left: '0', width: '360px', maxWidth: 'none' });
  }, figure);
  return page.screenshot({ clip: { x: 0, y: 0, width: 360, height: 256 } });
}

export const treeOf = (file: string): Root => fromHtml(readFileSync(file, 'utf8'));

/** Words as a reader compares them: without marks of notes, words for screen readers, and kinds of space. */
export function reading(node: Parameters<typeof selectAll>[1]): string {
  let words = '';
  visit(node as Root, (child) => {
    if (child.type === 'element') {
      const { tagName, properties } = child;
      const classes = Array.isArray(properties.className) ? properties.className : [];
      if (tagName === 'sup' || tagName === 'script' || classes.includes('vh') || classes.includes('mark-link')) return 'skip';
    }
    if (child.type === 'text') words += child.value;
    return undefined;
  });
  return words.replace(/\s+/g, ' ').trim();
}

/** What an attribute of a page's elements says, in the order of the page, each as often as it stands there; by its name in hast. */
export function valuesOf(tree: Root, property: string): string[] {
  const values: string[] = [];
  visit(tree, 'element', ({ properties }) => {
    if (properties[property] !== undefined) values.push(String(properties[property]));
  });
  return values;
}

export const idsIn = (tree: Root): string[] => valuesOf(tree, 'id');

const LOADING = ['stylesheet', 'icon', 'preload', 'manifest', 'modulepreload'];

/** Addresses of a page: what it links to, and what it loads by itself. */
export function addressesIn(tree: Root): { links: string[]; loads: string[] } {
  const links: string[] = [];
  const loads = valuesOf(tree, 'src');
  visit(tree, 'element', ({ tagName, properties: { href, rel } }) => {
    if (href === undefined) return;
    const loaded = tagName === 'link' ? LOADING.some((kind) => Array.isArray(rel) && rel.includes(kind)) : /^(?:use|image)$/.test(tagName);
    if (loaded) loads.push(String(href));
    else if (tagName === 'a' || tagName === 'area') links.push(String(href));
  });
  return { links, loads };
}
