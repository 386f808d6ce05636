/**
 * `npm run bench`: the weights, and how smoothly the built chapter scrolls on a slow machine, as ratios to a
 * page of the same words and nothing else in the same run. Seconds differ from machine to machine; ratios less.
 */

import { createServer } from 'node:http';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { report } from './budget.ts';
import { fileHandler } from './lib/files.ts';
import { findChromium } from './lib/setup.mjs';

const folder = join(import.meta.dirname, '..', 'dist');
/** A phone four times slower than this machine. */
const SLOWDOWN = 4;
const ROUNDS = 3;
const CHAPTER = 'en/algiers-accord/';

console.log(report(folder));

const executablePath = findChromium();
if (!executablePath) {
  console.error('No Chromium found: set CHROMIUM_PATH to measure scrolling.');
  process.exit(1);
}
const server = createServer(fileHandler(folder));
await new Promise<void>((done) => {
  server.listen(0, '127.0.0.1', done);
});
const address = server.address();
const origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] });

/** Times between frames in milliseconds while the page is scrolled to its end by even turns of the wheel. */
async function frames(page: Page): Promise<number[]> {
  const client = await page.context().newCDPSession(page);
  await client.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  await page.evaluate(() => {
    const times: number[] = [];
    (window as never as { times: number[] }).times = times;
    let last = performance.now();
    const tick = (now: number): void => {
      times.push(now - last);
      last = now;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.mouse.move(180, 600);
  for (let y = 0; y < height; y += 160) {
    await page.mouse.wheel(0, 160);
    await page.waitForTimeout(24);
  }
  await client.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  return page.evaluate(() => (window as never as { times: number[] }).times);
}

const quantile = (list: number[], q: number): number => [...list].sort((a, b) => a - b)[Math.floor((list.length - 1) * q)] ?? Number.NaN;
const all: { chapter: number[]; plain: number[] } = { chapter: [], plain: [] };
const viewport = { width: 360, height: 740 };
for (let round = 0; round < ROUNDS; round++) {
  const chapter = await browser.newPage({ viewport });
  await chapter.goto(`${origin}/${CHAPTER}`);
  await chapter.waitForSelector('html[data-ready]');
  const words = await chapter.evaluate(() =>
    [...document.querySelectorAll('.prose p, .prose h2')].map((p) => `<p>${p.textContent}</p>`).join(''),
  );
  all.chapter.push(...(await frames(chapter)));
  await chapter.close();
  const plain = await browser.newPage({ viewport });
  // Padded to the chapter's length, so that both scroll equally far.
  await plain.setContent(`<!doctype html><meta name="viewport" content="width=device-width"><style>p{margin:0 1rem 9rem}</style>${words}`);
  all.plain.push(...(await frames(plain)));
  await plain.close();
}
await browser.close();
server.close();

const line = (name: string, q: number): string => {
  const [a, b] = [quantile(all.chapter, q), quantile(all.plain, q)];
  return `${name.padEnd(22)} ${(a / b).toFixed(2)} times plain text (${a.toFixed(1)} against ${b.toFixed(1)} ms)`;
};
console.log(`\nscrolling ${CHAPTER} at ${SLOWDOWN}x CPU slow-down, ${all.chapter.length} frames against ${all.plain.length}`);
console.log([line('median frame', 0.5), line('95th percentile', 0.95), line('99th percentile', 0.99)].join('\n'));
