/** What is left when something does not arrive: every word, every figure in a true state, no control that does nothing. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileHandler } from '../../scripts/lib/files.ts';
import type { FrameId } from '../../src/scene/types.ts';
import { freshMarks } from './fresh.ts';
import { CHAPTERS, type Site, shown, startSite, WIDTHS } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

const MAIN = /\/_astro\/.*\.js$/;

/** Opens a chapter with some files refused; `how` says what the network does with them. */
async function openWithout(
  files: RegExp,
  how: 'abort' | 'missing',
  options: { path?: string; mode?: string; width?: 'phone' | 'desk' } = {},
): Promise<Page> {
  const context = await site.profile({ viewport: WIDTHS[options.width ?? 'phone'] });
  if (options.mode) await context.addInitScript((mode) => localStorage.setItem('mode', mode), options.mode);
  const page = await context.newPage();
  await page.route(
    (url) => files.test(url.pathname),
    (route) =>
      how === 'abort' ? route.abort('connectionreset') : route.fulfill({ status: 404, contentType: 'text/html', body: '<h1>gone</h1>' }),
  );
  await page.goto(`${site.origin}/${options.path ?? CHAPTERS.en}`, { waitUntil: 'load' });
  return page;
}

/** Controls that can be seen and pressed although no script listens. */
const deadControls = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button:not([popovertarget]), input, select')]
      .filter((e) => e.checkVisibility({ visibilityProperty: true }) && e.getBoundingClientRect().width > 0)
      .map((e) => e.outerHTML.slice(0, 80)),
  );
/** Steps and paragraphs of the story that are not displayed. */
const hiddenWords = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.prose :is(p, h2)[id], .step')]
      .filter((e) => !e.checkVisibility({ visibilityProperty: true }))
      .map((e) => e.id),
  );

/** Every figure holds the drawing of the step it names, which is its last. */
async function expectLastSteps(page: Page, frame: FrameId): Promise<void> {
  const figures = await shown(page);
  expect(figures.length).toBeGreaterThan(0);
  for (const f of figures) {
    expect(f.marks, `${f.figure} at ${f.step}`).toEqual(freshMarks(f.figure, f.step, 'en', frame));
    const last = await page.evaluate(
      (name) => [...document.querySelectorAll<HTMLElement>(`[data-scene="${name}"] [data-step-id]`)].at(-1)?.dataset.stepId,
      f.figure,
    );
    expect(f.step).toBe(last);
  }
}

describe('what a browser says and is no failure', () => {
  it('“ResizeObserver loop”, just before the page is ready, takes nothing away', async () => {
    const context = await site.profile();
    const page = await context.newPage();
    await page.addInitScript(() => {
      const message = 'ResizeObserver loop completed with undelivered notifications.';
      new MutationObserver((_seen, watch) => {
        if (!('started' in document.documentElement.dataset)) return;
        watch.disconnect();
        dispatchEvent(new ErrorEvent('error', { message }));
      }).observe(document, { subtree: true, attributeFilter: ['data-started'] });
    });
    await page.goto(`${site.origin}/${CHAPTERS.en}`);
    await page.waitForSelector('html[data-ready]');
    expect(await page.locator('[data-set-mode="step"]').isVisible()).toBe(true);
    await context.close();
  });
});

describe('a chapter whose script does not arrive', () => {
  it.each([
    ['cut off', 'abort', 'scroll', 'phone'],
    ['cut off, for a reader of step by step', 'abort', 'step', 'phone'],
    ['gone from the host, as under a page kept from an older edition', 'missing', 'scroll', 'desk'],
  ] as const)('%s, is a page without script: all words, no dead control, each figure whole', async (_how, how, mode, width) => {
    const page = await openWithout(MAIN, how, { mode, width });
    await expectLastSteps(page, width === 'phone' ? 'compact' : 'wide');
    expect(await deadControls(page)).toEqual([]);
    expect(await hiddenWords(page)).toEqual([]);
    // Nothing is pinned over the words, for nothing would turn it.
    expect(await page.evaluate(() => [...document.querySelectorAll('.fig')].map((f) => getComputedStyle(f).position))).not.toContain(
      'sticky',
    );
    await page.context().close();
  });

  it('or arrives broken, is the same', async () => {
    const context = await site.profile();
    const page = await context.newPage();
    await page.route(
      (url) => MAIN.test(url.pathname),
      (route) => route.fulfill({ contentType: 'text/javascript', body: 'throw new Error("broken")' }),
    );
    await page.goto(`${site.origin}/${CHAPTERS.en}`, { waitUntil: 'load' });
    expect(await deadControls(page)).toEqual([]);
    expect(await hiddenWords(page)).toEqual([]);
    await context.close();
  });

  it('is readable while the script is still on its way, without a control that does nothing', async () => {
    for (const mode of ['scroll', 'step']) {
      const context = await site.profile();
      await context.addInitScript((m) => localStorage.setItem('mode', m), mode);
      const page = await context.newPage();
      // Never answered.
      await page.route(
        (url) => MAIN.test(url.pathname),
        () => undefined,
      );
      await page.goto(`${site.origin}/${CHAPTERS.en}`, { waitUntil: 'commit' });
      await page.waitForSelector('footer', { state: 'attached' });
      expect(await page.evaluate(() => 'ready' in document.documentElement.dataset)).toBe(false);
      expect(await deadControls(page)).toEqual([]);
      const hidden = await hiddenWords(page);
      // Step by step shows one step a figure: the one drawn.
      if (mode === 'scroll') expect(hidden).toEqual([]);
      else expect(hidden).not.toContain(await page.evaluate(() => document.querySelector('figure')?.dataset.step));
      await expectLastSteps(page, 'compact');
      await context.close();
    }
  });

  it.each(['en/timeline/', 'en/places/', 'en/find/', 'en/foreseen/'])('%s shows no dead control either', async (path) => {
    const page = await openWithout(MAIN, 'missing', { path });
    // The filters of what was foreseen are radio buttons that need none.
    expect((await deadControls(page)).filter((html) => !/type="radio"/.test(html))).toEqual([]);
    expect(await page.locator('main').innerText()).toMatch(/\w{4}/);
    await page.context().close();
  });

  it('without even the first small script, turns its figures all the same, and shows no control', async () => {
    const page = await openWithout(/boot\.js(?:\?|$)/, 'abort');
    await page.waitForSelector('html[data-ready]');
    // Copying an address and keeping the chapters work: the script that listens has arrived.
    expect((await deadControls(page)).filter((html) => !/data-copy|data-keep-ask/.test(html))).toEqual([]);
    expect(await hiddenWords(page)).toEqual([]);
    for (const f of await shown(page)) expect(f.marks).toEqual(freshMarks(f.figure, f.step, 'en', 'compact'));
    await page.context().close();
  });
});

describe('a chapter without its fonts', () => {
  it('is set in the reader’s own, works, and is no wider than the screen', async () => {
    const page = await openWithout(/\.woff2$/, 'abort');
    await page.waitForSelector('html[data-ready]');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await page.evaluate(() => {
      location.hash = 'north-gao';
    });
    await page.waitForFunction(() => document.querySelector('figure[data-step="north-gao"]:not([data-moving])'));
    await page.context().close();
  });
});

describe('a chapter without its style sheet', () => {
  it('reads in order, and its figures are line drawings, not black shapes', async () => {
    const page = await openWithout(/\.css$/, 'abort');
    expect(await hiddenWords(page)).toEqual([]);
    const order = await page.evaluate(() =>
      [...document.querySelectorAll('h1, .prose :is(p, h2)[id]')].map((e) => e.getBoundingClientRect().top + scrollY),
    );
    expect(order).toEqual([...order].sort((a, b) => a - b));
    const black = await page.evaluate(
      () =>
        [...document.querySelectorAll('svg.scene :is(path, rect, circle, text), svg.defs :is(path, ellipse)')].filter(
          (e) => getComputedStyle(e).fill === 'rgb(0, 0, 0)',
        ).length,
    );
    expect(black).toBe(0);
    await page.context().close();
  });
});

describe('a page cut off half-way', () => {
  const whole = readFileSync(`dist/${CHAPTERS.en}index.html`);
  /** Serves the chapter's first bytes and then breaks the connection; everything else as it is. */
  async function cutAt(bytes: number): Promise<{ origin: string; cut: Promise<void>; close(): void }> {
    const files = fileHandler(resolve('dist'));
    let broken = (): void => undefined;
    const cut = new Promise<void>((done) => {
      broken = done;
    });
    const served: Promise<void>[] = [];
    let head = (): void => undefined;
    /** The files the page's head asks for have arrived: what breaks is the page itself, in mid-download. */
    const headArrived = new Promise<void>((done) => {
      head = done;
    });
    const server = createServer((request, response) => {
      if (request.url !== `/${CHAPTERS.en}`) {
        if (/boot\.js(?:\?|$)|\.css$/.test(request.url ?? '')) {
          served.push(new Promise((done) => response.once('finish', done)));
          if (served.length === 2) void Promise.all(served).then(head);
        }
        files(request, response);
        return;
      }
      response.once('close', broken);
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': whole.length });
      response.write(whole.subarray(0, bytes));
      void headArrived.then(() => setTimeout(() => response.destroy(), 500));
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, cut, close: () => server.close() };
  }
  /** In the middle of the third figure's data: two figures are whole, the third has its drawings. */
  const third = [...whole.toString('latin1').matchAll(/data-frame="wide"/g)][2]?.index ?? 0;
  const first = whole.toString('latin1').indexOf('id="p02"') + 40;

  it.each([
    ['in its second paragraph', first, 0],
    ['in its third figure', third + 200, 3],
  ] as const)('%s can be read that far, without a dead control, with each figure so far whole', async (_where, bytes, figures) => {
    const server = await cutAt(bytes);
    const context = await site.profile();
    // Even for a reader who is shown one step at a time.
    await context.addInitScript(() => localStorage.setItem('mode', 'step'));
    const page = await context.newPage();
    await page.goto(`${server.origin}/${CHAPTERS.en}`, { waitUntil: 'commit' });
    await server.cut;
    await page.waitForFunction((n) => document.querySelectorAll('figure').length >= n && document.getElementById('p01'), figures);
    expect(await page.locator('#p01').innerText()).toContain('Kidal');
    expect(await deadControls(page)).toEqual([]);
    expect(await hiddenWords(page)).toEqual([]);
    const drawn = await shown(page);
    expect(drawn.length).toBe(figures);
    for (const f of drawn) expect(f.marks, f.figure).toEqual(freshMarks(f.figure, f.step, 'en', 'compact'));
    expect(
      await page.evaluate(
        () => [...document.querySelectorAll('use')].filter((u) => !document.querySelector(u.getAttribute('href') ?? '')).length,
      ),
    ).toBe(0);
    await context.close();
    server.close();
  });
});
