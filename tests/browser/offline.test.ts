/** "Keep all chapters in this browser": by cutting the network, and by deploying another version under a reader. */
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { keptFiles } from '../../scripts/lib/keep/manifest.ts';
import { keepingOf } from '../../scripts/lib/keep.ts';
import { readContent } from '../../src/lib/content.ts';
import { deploy, Host, removeDeploys } from './keep-host.ts';
import { outlineOf, type Site, startSite, WIDTHS } from './site.ts';

const LANGS = ['en', 'fr'] as const;
const words = readContent('.').ui;
const say = (lang: 'en' | 'fr', key: string, version = '') => (words[lang].value[key] ?? '').replace('{version}', version);
const pagesOf = (lang: string): readonly string[] => keepingOf('dist', '/').langs[lang]?.pages ?? [];
/** Pages that can be visited: the last one answers for those that are not kept. */
const readable = (lang: string): readonly string[] => pagesOf(lang).slice(0, -1);

let site: Site;
let host: Host;
let one = '';
let two = '';
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

/** A reader with a browser of their own. Whatever fails to load or errs on any of their pages is in `complaints`. */
async function reader(): Promise<{ context: BrowserContext; page: Page; complaints: string[] }> {
  const context = await site.browser.newContext({ viewport: WIDTHS.phone });
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
const go = (page: Page, path: string) => page.goto(`${host.origin}/${path}`, { waitUntil: 'load' });
const status = (page: Page) => page.locator('[data-keep-says]');
const saysKept = (page: Page, lang: 'en' | 'fr', version: string) =>
  page.waitForFunction(
    (text) => document.querySelector('[data-keep-says]')?.textContent?.replace(/\s/g, ' ') === text,
    say(lang, 'keep-kept', version),
  );
async function keep(page: Page, path: string, version = 'one'): Promise<void> {
  await go(page, path);
  await page.click('[data-keep-ask]');
  await saysKept(page, path.startsWith('fr') ? 'fr' : 'en', version);
}
/** What this browser holds of the site. */
const held = (page: Page) =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const files = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).map((r) => r.url)));
    return { workers: (await navigator.serviceWorker.getRegistrations()).length, files: files.flat(), stored: Object.keys(localStorage) };
  });
/** Which versions a page is made of: its text, its style, its scripts. */
const editions = async (page: Page): Promise<string[]> => [
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
const workers = (page: Page) =>
  page.evaluate(async () => {
    const made = await navigator.serviceWorker.getRegistration();
    return { waiting: Boolean(made?.waiting), installing: Boolean(made?.installing) };
  });
const LONG = { timeout: 60_000 };
/** A new version has been fetched whole, and waits. */
const waits = (page: Page) => expect.poll(() => workers(page), LONG).toEqual({ waiting: true, installing: false });
/** The check that browsers make of themselves, now and to its end. */
async function checkNow(page: Page): Promise<void> {
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update().catch(() => undefined));
  await expect.poll(async () => (await workers(page)).installing, LONG).toBe(false);
}
/** The page has been loaded again from another version, and is awake. */
async function turnsTo(page: Page, version: string): Promise<void> {
  await page.waitForSelector(`meta[name=edition][content=${version}]`, { state: 'attached' });
  await page.waitForSelector('html[data-ready]');
}
async function cut(context: BrowserContext): Promise<void> {
  host.broken = () => true;
  await context.setOffline(true);
}

describe('before a reader asks', () => {
  it.each(['en/', 'fr/accord-d-alger/', 'en/glossary/', 'embed/en/gold/', 'en/timeline/'])(
    '%s registers, stores and fetches nothing',
    async (path) => {
      const { context, page } = await reader();
      await go(page, path);
      await page.waitForTimeout(300);
      expect(await held(page)).toEqual({ workers: 0, files: [], stored: [] });
      expect(host.sent.map((s) => s.path).filter((p) => /\/(?:sw|keep)\.js|\/kept\//.test(p))).toEqual([]);
      await context.close();
    },
  );

  it('the offer stands on home and chapters, with its size, and nowhere in a frame', async () => {
    const { context, page } = await reader();
    for (const lang of LANGS)
      for (const path of readable(lang).slice(0, 4)) {
        await go(page, path);
        await expect.poll(() => page.locator('[data-keep-ask]').isVisible()).toBe(true);
        expect((await page.locator('[data-keep-offer]').textContent())?.replace(/\s/g, ' ')).toMatch(/\(\d{3} (?:kB|ko)\)$/);
      }
    await page.setContent(`<iframe src="${host.origin}/en/"></iframe>`);
    await page.frameLocator('iframe').locator('html[data-ready]').waitFor();
    expect(await page.frameLocator('iframe').locator('[data-keep]').isVisible()).toBe(false);
    await context.close();
  });
});

describe.each(LANGS)('kept in %s', (lang) => {
  it('costs what was said, at most 700 kB, and shows how far it is', async () => {
    const { context, page } = await reader();
    await go(page, `${lang}/`);
    const said = Number(/\d+/.exec((await page.locator('[data-keep-size]').textContent()) ?? '')?.[0]) * 1000;
    host.sent = [];
    host.delay = 20;
    const seen = page.evaluate(
      () =>
        new Promise<number[]>((done) => {
          const bar = document.querySelector<HTMLProgressElement>('[data-keep] progress');
          const values: number[] = [];
          new MutationObserver(() => {
            if (bar?.hidden && values.length) done(values);
            if (bar && !bar.hidden && bar.position >= 0) values.push(bar.position);
          }).observe(document.querySelector('[data-keep]') as Node, { attributes: true, subtree: true });
        }),
    );
    await page.click('[data-keep-ask]');
    await saysKept(page, lang, 'one');
    const shares = await seen;
    expect(shares.length).toBeGreaterThan(5);
    expect([...shares].sort((a, b) => a - b)).toEqual(shares);
    expect(shares.at(-1)).toBe(1);
    const fetched = host.sent.reduce((sum, { bytes }) => sum + bytes, 0);
    expect(fetched).toBeLessThanOrEqual(700_000);
    expect(Math.abs(fetched - said) / said).toBeLessThan(0.02);
    await context.close();
  });

  it('every page opens without a network, and its figures move', async () => {
    const { context, page, complaints } = await reader();
    await keep(page, `${lang}/`);
    await cut(context);
    await page.evaluate(() => localStorage.setItem('mode', 'step'));
    expect(readable(lang).length).toBeGreaterThanOrEqual(8);
    let stepped = 0;
    for (const path of readable(lang)) {
      await go(page, path);
      await page.waitForSelector('html[data-ready]');
      expect(await editions(page), path).toEqual(['one']);
      expect(await page.evaluate(() => document.fonts.check('1rem "Gentium Plus"') && document.styleSheets.length)).toBeGreaterThan(0);
      for (const { scene, steps } of await outlineOf(page)) {
        const turned = await page.evaluate(
          ([name, count]) => {
            const figure = document.querySelector<HTMLElement>(`section[data-scene="${name}"] figure`);
            const press = (by: number) => figure?.querySelector<HTMLButtonElement>(`[data-go="${by}"]`)?.click();
            figure?.scrollIntoView({ behavior: 'instant' });
            for (let i = 0; i < Number(count); i++) press(-1);
            return Array.from({ length: Number(count) }, (_, i) => {
              if (i) press(1);
              return figure?.dataset.step;
            });
          },
          [scene, steps.length],
        );
        expect(turned, scene).toEqual(steps);
        stepped += steps.length;
      }
    }
    expect(stepped).toBeGreaterThan(100);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('a page that is not kept says so in the language of the rest, and leads to those that are', async () => {
    const { context, page, complaints } = await reader();
    await keep(page, readable(lang)[1] ?? '');
    await cut(context);
    for (const path of ['en/timeline/', 'fr/chronologie/', 'en/claims/tinza-csp/', '']) {
      await go(page, path);
      expect(await page.locator('h1').textContent()).toBe(say(lang, 'kept-title'));
      expect(await page.locator('html').getAttribute('lang')).toBe(lang);
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--edition').trim())).toBe('one');
    }
    const links = await page.locator('main a').evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).pathname.slice(1)));
    expect([...links].sort()).toEqual([...readable(lang)].sort());
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('a second deploy', () => {
  it('is taken whole on the next visit, and old and new never mix', async () => {
    const { context, page, complaints } = await reader();
    await keep(page, 'en/');
    host.serve(two);
    host.delay = 40;
    // While the new version is on its way, a reader goes from page to page of the old one.
    await go(page, 'en/algiers-accord/');
    await page.waitForSelector('html[data-ready]');
    expect(await editions(page)).toEqual(['one']);
    for (const path of readable('en').slice(1, 6)) {
      await go(page, path);
      await page.waitForSelector('html[data-ready]');
      expect((await editions(page)).length, path).toBe(1);
    }
    host.delay = 0;
    await checkNow(page);
    await waits(page);
    await go(page, 'en/');
    await turnsTo(page, 'two');
    await saysKept(page, 'en', 'two');
    await cut(context);
    complaints.length = 0;
    for (const path of readable('en')) {
      await go(page, path);
      await page.waitForSelector('html[data-ready]');
      expect(await editions(page), path).toEqual(['two']);
    }
    expect(complaints).toEqual([]);
    const { files } = await held(page);
    expect(files.length).toBe(keptFiles(keepingOf(two, '/'), pagesOf('en')).size);
    expect(files.filter((file) => /one\.\w+$/.test(file))).toEqual([]);
    await context.close();
  });

  it('waits while another window still reads the old version, and fetches only what changed', async () => {
    const { context, page } = await reader();
    await keep(page, 'en/');
    await go(page, 'en/algiers-accord/');
    host.serve(two);
    await go(page, 'en/algiers-accord/');
    await checkNow(page);
    await waits(page);
    expect(host.sent.map((s) => s.path)).not.toContain('/icon.svg');
    const second = await context.newPage();
    await go(second, 'en/');
    await saysKept(second, 'en', 'one');
    expect(await editions(second)).toEqual(['one']);
    await page.close();
    await second.reload();
    await turnsTo(second, 'two');
    expect(await editions(second)).toEqual(['two']);
    await context.close();
  });

  it.each([
    [
      'the network fails in the middle',
      () => {
        host.broken = (path) => path.startsWith('/en/russia');
      },
    ],
    [
      'a cache on the way still has one page of the old version',
      () => {
        host.stale = { folder: one, of: (path) => path === '/en/humanitarian-toll/' };
      },
    ],
  ])('leaves the old version whole where %s, and is taken later', async (_name, fail) => {
    const { context, page } = await reader();
    await keep(page, 'en/');
    host.serve(two);
    fail();
    await go(page, 'en/');
    await checkNow(page);
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting ?? null)).toBeNull();
    await cut(context);
    for (const path of readable('en')) {
      await go(page, path);
      await page.waitForSelector('html[data-ready]');
      expect(await editions(page), path).toEqual(['one']);
    }
    await context.setOffline(false);
    host.broken = () => false;
    host.stale = undefined;
    await checkNow(page);
    await waits(page);
    await go(page, 'en/');
    await turnsTo(page, 'two');
    expect(await editions(page)).toEqual(['two']);
    await context.close();
  });
});

describe('the reader stays in charge', () => {
  it('removing takes worker, files and choice away', async () => {
    const { context, page } = await reader();
    await keep(page, 'fr/');
    expect(await held(page)).toMatchObject({ workers: 1, stored: ['keep'] });
    await go(page, 'fr/accord-d-alger/');
    await saysKept(page, 'fr', 'one');
    await page.click('[data-keep-remove]');
    await expect.poll(() => status(page).textContent(), LONG).toBe(say('fr', 'keep-removed'));
    expect(await held(page)).toEqual({ workers: 0, files: [], stored: [] });
    // The last page may still ask for something: nothing of it is kept again.
    await page.reload();
    await page.waitForSelector('html[data-ready]');
    expect(await held(page)).toEqual({ workers: 0, files: [], stored: [] });
    await cut(context);
    await expect(go(page, 'fr/')).rejects.toThrow();
    await context.close();
  });

  it('the other language takes the place of the first when it is asked for', async () => {
    const { context, page } = await reader();
    await keep(page, 'en/');
    await go(page, 'fr/');
    await page.waitForFunction(
      (text) => document.querySelector('[data-keep-says]')?.textContent?.replace(/\s/g, ' ') === text,
      say('fr', 'keep-other'),
    );
    await page.click('[data-keep-ask]');
    await saysKept(page, 'fr', 'one');
    await cut(context);
    await go(page, 'fr/bilan-humanitaire/');
    expect(await editions(page)).toEqual(['one']);
    await go(page, 'en/');
    expect(await page.locator('h1').textContent()).toBe(say('fr', 'kept-title'));
    await context.close();
  });

  it('a first try that fails says so, keeps no promise, and goes on where it stopped', async () => {
    const { context, page } = await reader();
    await go(page, 'en/');
    host.broken = (path) => path.startsWith('/en/russia');
    await page.click('[data-keep-ask]');
    await expect.poll(() => status(page).textContent(), LONG).toBe(say('en', 'keep-failed'));
    expect(await held(page)).toMatchObject({ workers: 0, stored: [] });
    host.broken = () => false;
    host.sent = [];
    await page.click('[data-keep-ask]');
    await saysKept(page, 'en', 'one');
    expect(host.sent.map((s) => s.path)).not.toContain('/en/algiers-accord/');
    await context.close();
  });
});
