/**
 * The core of the story in engines that Playwright does not drive: Firefox ESR and WebKitGTK as Debian ships them. Where
 * one is missing `npm test` installs it; where it may not, its tests are skipped and say so.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFirefox, findWebKit } from '../../scripts/lib/engines.mjs';
import { fileHandler } from '../../scripts/lib/files.ts';
import { startFirefox } from './bidi.ts';
import type { Engine } from './engine.ts';
import { freshMarks } from './fresh.ts';
import { CHAPTERS } from './site.ts';
import { startWebKit } from './webdriver.ts';

const SIZE = { width: 420, height: 800 };
const SHOTS = '.generated/engines';
const firefox = findFirefox();
const webkit = findWebKit();
const engines = [
  { name: 'Firefox ESR', found: firefox !== '', start: () => startFirefox(firefox, SIZE) },
  { name: 'WebKitGTK', found: webkit !== undefined, start: () => startWebKit(webkit ?? { driver: '', browser: '', xvfb: '' }, SIZE) },
] as const;

let server: Server;
let origin = '';
beforeAll(async () => {
  if (!existsSync('dist/index.html')) throw new Error('dist holds no built site: run npm run build');
  server = createServer(fileHandler(resolve('dist')));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  mkdirSync(SHOTS, { recursive: true });
});
afterAll(() => {
  server.close();
});

/** What a figure shows at rest: its step, its marks in the frame on show, and whether it stands on the screen. */
const STATE = (figure: string): string => `(() => {
  const figure = document.querySelector('figure[data-figure="${figure}"]');
  const svg = [...figure.querySelectorAll('svg.scene')].find((s) => getComputedStyle(s).display !== 'none');
  const box = figure.getBoundingClientRect();
  return {
    step: figure.dataset.step, moving: 'moving' in figure.dataset, seen: box.top < innerHeight && box.bottom > 0,
    frame: svg.classList.contains('wide') ? 'wide' : 'compact',
    marks: [...svg.querySelector('g').children].map((node) => node.tagName + ' ' + [...node.attributes].map((a) => a.name + '=' + a.value).sort().join(' ') + ' ' + (node.textContent || '')),
  };
})()`;
interface State {
  step: string;
  moving: boolean;
  seen: boolean;
  frame: 'compact' | 'wide';
  marks: string[];
}

for (const { name, found, start } of engines)
  describe.skipIf(!found)(`${name}${found ? '' : ' (not on this machine, and may not be installed)'}`, () => {
    let engine: Engine;
    beforeAll(async () => {
      engine = await start();
      await engine.open(`${origin}/${CHAPTERS.en}`);
    });
    afterAll(() => engine?.close());

    it('runs the page: its script is ready and nothing was thrown', async () => {
      await expect.poll(() => engine.evaluate("'ready' in document.documentElement.dataset"), { timeout: 20_000 }).toBe(true);
      expect(await engine.complaints()).toEqual([]);
      expect(await engine.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    });

    it('scrolled to each step of the chapter, forth and back, shows that step, its figure pinned and its picture whole', async () => {
      const outline = (await engine.evaluate(
        "[...document.querySelectorAll('section[data-scene]')].flatMap((s) => [...s.querySelectorAll('[data-step-id]')].map((e) => [s.dataset.scene, e.dataset.stepId]))",
      )) as [string, string][];
      expect(outline.length).toBeGreaterThan(20);
      const middle = Math.floor(outline.length / 2);
      for (const [figure, step] of [...outline, ...outline.slice(middle, middle + 5).reverse()]) {
        // Where the page itself takes the reader: the step's first line at the height its own scroll margin names.
        await engine.evaluate(`document.querySelector('[data-step-id="${step}"]').scrollIntoView({ block: 'start', behavior: 'instant' })`);
        await expect
          .poll(async () => ((await engine.evaluate(STATE(figure))) as State).step, { timeout: 10_000, message: `${figure} at ${step}` })
          .toBe(step);
        await expect.poll(async () => ((await engine.evaluate(STATE(figure))) as State).moving, { timeout: 10_000 }).toBe(false);
        const state = (await engine.evaluate(STATE(figure))) as State;
        expect(state.seen, step).toBe(true);
        expect(state.marks, step).toEqual(freshMarks(figure, step, 'en', state.frame));
      }
      expect(await engine.complaints()).toEqual([]);
    });

    it('and is seen to: a picture of the screen is kept', async () => {
      await engine.evaluate(`document.querySelector('[data-step-id="north-gao"]').scrollIntoView({ block: 'start', behavior: 'instant' })`);
      await expect.poll(async () => ((await engine.evaluate(STATE('north-2012'))) as State).moving, { timeout: 10_000 }).toBe(false);
      const png = await engine.screenshot();
      writeFileSync(join(SHOTS, `${name.replace(' ', '-')}.png`), png);
      expect(png.subarray(1, 4).toString()).toBe('PNG');
      expect(png.length).toBeGreaterThan(10_000);
      console.log(`${name}: ${engine.name}`);
    });
  });
