/**
 * How a chapter scrolls on a phone four times slower than this machine, beside a page of the same words and nothing
 * else in the same run: seconds differ from machine to machine, ratios less.
 */
import type { CDPSession, Page } from 'playwright-core';
import type { Bench } from './browser.ts';

const SLOWDOWN = 4;
const ROUNDS = 3;
const PASSES = 10;
const VIEWPORT = { width: 360, height: 740 };
/** Pixels a turn of the wheel moves, and the time between two: a thumb that reads. */
const TURN = 160;
const PAUSE = 24;

export interface Smooth {
  chapter: string;
  /** Frame times in milliseconds of the chapter and of the plain page, all rounds together. */
  frames: { chapter: number[]; plain: number[] };
  /** Tasks of the page's main thread longer than 50 ms while it was scrolled, in milliseconds. */
  longTasks: { chapter: number[]; plain: number[] };
  /** Sum of layout shifts over the whole scroll. */
  shift: number;
  /** Milliseconds of work in three seconds in which nobody touched the page. */
  idle: number;
  /** Heap in MB after each pass from top to end and back, garbage collected. */
  heap: number[];
}

/** Watches the page: frames, long tasks, shifts. */
const watch = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const seen = { times: [] as number[], long: [] as number[], shift: 0 };
    Object.assign(window, { seen });
    let last = performance.now();
    const tick = (now: number): void => {
      seen.times.push(now - last);
      last = now;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.long.push(entry.duration);
    }).observe({ type: 'longtask' });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
        if (!entry.hadRecentInput) seen.shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });

interface Seen {
  times: number[];
  long: number[];
  shift: number;
}
const seen = (page: Page): Promise<Seen> => page.evaluate(() => (window as never as { seen: Seen }).seen);

/** Turns the wheel until the end of the page. */
async function scroll(page: Page): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.mouse.move(180, 600);
  for (let y = 0; y < height; y += TURN) {
    await page.mouse.wheel(0, TURN);
    await page.waitForTimeout(PAUSE);
  }
}

async function slowly(page: Page, act: () => Promise<void>): Promise<void> {
  const client = await page.context().newCDPSession(page);
  await client.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  await act();
  await client.send('Emulation.setCPUThrottlingRate', { rate: 1 });
}

const metric = async (client: CDPSession, name: string): Promise<number> =>
  (await client.send('Performance.getMetrics')).metrics.find((m) => m.name === name)?.value ?? Number.NaN;

/** Measures one chapter. */
export async function smooth({ browser, origin }: Bench, chapter: string): Promise<Smooth> {
  const frames: Smooth['frames'] = { chapter: [], plain: [] };
  const longTasks: Smooth['longTasks'] = { chapter: [], plain: [] };
  let shift = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const page = await browser.newPage({ viewport: VIEWPORT });
    await page.goto(`${origin}/${chapter}`);
    await page.waitForSelector('html[data-ready]');
    const { words, height } = await page.evaluate(() => ({
      words: [...document.querySelectorAll('.prose p, .prose h2')].map((p) => `<p>${p.textContent}</p>`).join(''),
      height: document.documentElement.scrollHeight,
    }));
    await watch(page);
    await slowly(page, () => scroll(page));
    const told = await seen(page);
    frames.chapter.push(...told.times);
    longTasks.chapter.push(...told.long);
    shift += told.shift;
    await page.close();
    const plain = await browser.newPage({ viewport: VIEWPORT });
    // As long as the chapter, so that both scroll equally far.
    await plain.setContent(
      `<!doctype html><meta name="viewport" content="width=device-width"><style>p{margin:0 1rem 9rem}body{min-height:${height}px}</style>${words}`,
    );
    await watch(plain);
    await slowly(plain, () => scroll(plain));
    const beside = await seen(plain);
    frames.plain.push(...beside.times);
    longTasks.plain.push(...beside.long);
    await plain.close();
  }

  const page = await browser.newPage({ viewport: VIEWPORT });
  await page.goto(`${origin}/${chapter}`);
  await page.waitForSelector('html[data-ready]');
  const client = await page.context().newCDPSession(page);
  await client.send('Performance.enable');
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 2));
  await page.waitForTimeout(3_000);
  const before = await metric(client, 'TaskDuration');
  await page.waitForTimeout(3_000);
  const idle = ((await metric(client, 'TaskDuration')) - before) * 1000;
  const heap: number[] = [];
  for (let pass = 0; pass < PASSES; pass++) {
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    for (const way of [1, -1])
      for (let y = 0; y < height; y += 600) {
        await page.mouse.wheel(0, way * 600);
        await page.waitForTimeout(8);
      }
    await page.waitForTimeout(400);
    await client.send('HeapProfiler.collectGarbage');
    heap.push((await metric(client, 'JSHeapUsedSize')) / 1e6);
  }
  await page.close();
  return { chapter, frames, longTasks, shift, idle, heap };
}

/** The value below which a share `q` of a list lies. */
export const quantile = (list: readonly number[], q: number): number =>
  [...list].sort((a, b) => a - b)[Math.floor((list.length - 1) * q)] ?? Number.NaN;
