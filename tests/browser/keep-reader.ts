/** Readers who keep chapters in their browser, and the host they keep them from. */
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { keepingOf } from '../../scripts/lib/keep.ts';
import { readContent } from '../../src/lib/content.ts';
import { deploy, Host, removeDeploys } from './keep-host.ts';
import { type Site, startSite } from './site.ts';

export const LANGS = ['en', 'fr'] as const;
const words = readContent('.').ui;
export const say = (lang: 'en' | 'fr', key: string, version = '') => (words[lang].value[key] ?? '').replace('{version}', version);
export const pagesOf = (lang: string): readonly string[] => keepingOf('dist', '/').langs[lang]?.pages ?? [];
/** Pages that can be visited: the last one answers for those that are not kept. */
export const readable = (lang: string): readonly string[] => pagesOf(lang).slice(0, -1);

export let site: Site;
export let host: Host;
export let one = '';
export let two = '';
/** Two deploys, the host that serves the first, and a browser: before and after the tests of a file. */
export function startKeeping(): void {
  beforeAll(async () => {
    [one, two] = await Promise.all([deploy('one'), deploy('two')]);
    host = await Host.start(one);
    site = await startSite(host.origin);
  });
  afterAll(async () => {
    await site.close();
    host.close();
    removeDeploys([one, two]);
  });
  beforeEach(() => {
    host.serve(one);
    host.broken = () => false;
    host.stale = undefined;
    host.delay = 0;
  });
}

/** A reader with a browser of their own. Whatever fails to load or errs on any of their pages is in `complaints`. */
export async function reader(): Promise<{ context: BrowserContext; page: Page; complaints: string[] }> {
  const context = await site.profile();
  const complaints: string[] = [];
  context.on('page', (opened) => {
    opened.on('pageerror', (error) => complaints.push(error.message));
    opened.on('requestfailed', (request) => {
      // What a page had still asked for when its reader went on to the next is no failure.
      const why = request.failure()?.errorText;
      if (why !== 'net::ERR_ABORTED') complaints.push(`${why}: ${request.url()}`);
    });
    opened.on('response', (response) => {
      if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
    });
  });
  return { context, page: await context.newPage(), complaints };
}
export const go = (page: Page, path: string) => page.goto(`${host.origin}/${path}`, { waitUntil: 'load' });
export const status = (page: Page) => page.locator('[data-keep-says]');
export const saysKept = (page: Page, lang: 'en' | 'fr', version: string) =>
  page.waitForFunction(
    (text) => document.querySelector('[data-keep-says]')?.textContent?.replace(/\s/g, ' ') === text,
    say(lang, 'keep-kept', version),
  );
export async function keep(page: Page, path: string, version = 'one'): Promise<void> {
  await go(page, path);
  await page.click('[data-keep-ask]');
  await saysKept(page, path.startsWith('fr') ? 'fr' : 'en', version);
}
/** What this browser holds of the site. */
export const held = (page: Page) =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const files = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).map((r) => r.url)));
    return { workers: (await navigator.serviceWorker.getRegistrations()).length, files: files.flat(), stored: Object.keys(localStorage) };
  });
/** Which versions a page is made of: its text, its style, its scripts. */
export const editions = async (page: Page): Promise<string[]> => [
  ...new Set(
    await page.evaluate(() => [
      document.querySelector<HTMLMetaElement>('meta[name=edition]')?.content ?? 'none',
      getComputedStyle(document.documentElement).getPropertyValue('--edition').trim(),
      document.documentElement.dataset.boot ?? 'none',
      document.documentElement.dataset.script ?? 'none',
    ]),
  ),
];
/** The worker that waits, and the one that fetches. */
export const workers = (page: Page) =>
  page.evaluate(async () => {
    const made = await navigator.serviceWorker.getRegistration();
    return { waiting: Boolean(made?.waiting), installing: Boolean(made?.installing) };
  });
export const LONG = { timeout: 60_000 };
/** A new version has been fetched whole, and waits. */
export const waits = (page: Page) => expect.poll(() => workers(page), LONG).toEqual({ waiting: true, installing: false });
/** The check that browsers make of themselves, now and to its end. */
export async function checkNow(page: Page): Promise<void> {
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update().catch(() => undefined));
  await expect.poll(async () => (await workers(page)).installing, LONG).toBe(false);
}
/** The page has been loaded again from another version, and is awake. */
export async function turnsTo(page: Page, version: string): Promise<void> {
  await page.waitForSelector(`meta[name=edition][content=${version}]`, { state: 'attached' });
  await page.waitForSelector('html[data-ready]');
}
export async function cut(context: BrowserContext): Promise<void> {
  host.broken = () => true;
  await context.setOffline(true);
}
