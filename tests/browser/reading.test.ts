/** A chapter being scrolled, and the coming and going of its readers: the picture is always that of the words. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectTruth, freshMarks } from './fresh.ts';
import { ALL_CHAPTERS, CHAPTERS, jumpTo, outlineOf, rest, type Site, shown, startSite, WIDTHS } from './site.ts';

const english = ALL_CHAPTERS.filter(([name]) => name.startsWith('en'));
let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

/** Counts from here on, and before, what moves on the page without being scrolled: `shiftOf` reads it. */
const watchShift = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const seen = { shift: 0 };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { hadRecentInput: boolean; value: number })[])
        if (!entry.hadRecentInput) seen.shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
const shiftOf = (page: Page): Promise<number> => page.evaluate(() => (window as never as { seen: { shift: number } }).seen.shift);

/** Where the reader is, by the words: the last step whose top has passed the line below the pinned figure. */
const readingNow = (page: Page): Promise<string> =>
  page.evaluate(() => document.querySelector<HTMLElement>('.step[data-current]:not(:has(~ .step[data-current]))')?.dataset.stepId ?? '');

describe('scrolling', () => {
  it.each(english)(
    '%s, slowly from top to end, tells every step once, in order, and moves nothing but what is scrolled',
    async (_name, path) => {
      const page = await site.look(path);
      await watchShift(page);
      await page.evaluate(() => {
        (window as never as { told: string[] }).told = [];
        document.addEventListener('story:step', (e) => (window as never as { told: string[] }).told.push((e as CustomEvent).detail.step));
      });
      const outline = await outlineOf(page);
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      await page.mouse.move(180, 400);
      for (let y = 0; y < height; y += 220) {
        await page.mouse.wheel(0, 220);
        // A slow reader, on a busy machine too: each turn of the wheel has arrived, and been looked at, before the next.
        await page.evaluate(async (to) => {
          const frame = () => new Promise(requestAnimationFrame);
          const end = Math.min(to, document.documentElement.scrollHeight - innerHeight) - 1;
          for (let i = 0; scrollY < end && i < 300; i++) await frame();
          await frame();
          await frame();
        }, y + 220);
      }
      await rest(page);
      const told = await page.evaluate(() => (window as never as { told: string[] }).told);
      expect(told).toEqual(outline.flatMap((s) => s.steps));
      expect(await shiftOf(page)).toBe(0);
      expect(page.complaints).toEqual([]);
    },
  );

  it.each(english)('%s, flicked to the end and back up, shows what a reader standing there would see', async (_name, path) => {
    const page = await site.look(path);
    const outline = await outlineOf(page);
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await rest(page);
    const last = outline.map((s) => s.steps.at(-1) ?? '');
    expect((await shown(page)).map((f) => f.step)).toEqual(last);
    await page.evaluate(() => scrollTo(0, 0));
    await rest(page);
    expect((await shown(page)).map((f) => f.step)).toEqual(outline.map((s) => s.steps[0]));
  });

  it.each(
    english.flatMap(
      ([name, path]) =>
        [
          [`${name} on a phone, moving`, path, WIDTHS.phone, 'no-preference', 'compact'],
          [`${name} on a desk, with motion off`, path, WIDTHS.desk, 'reduce', 'wide'],
        ] as const,
    ),
  )('%s, jumping to any step in any order, draws that step', async (_where, path, viewport, reducedMotion, frame) => {
    const page = await site.look(path, { viewport, reducedMotion });
    const steps = (await outlineOf(page)).flatMap((s) => s.steps);
    // A fixed shuffle: every step, none after its neighbour.
    const order = steps
      .map((s, i) => ({ s, k: (i * 17) % steps.length }))
      .sort((a, b) => a.k - b.k)
      .map(({ s }) => s);
    for (const step of order) {
      await page.evaluate((id) => {
        location.hash = id;
      }, step);
      await expectTruth(page, frame, step);
    }
    expect(page.complaints).toEqual([]);
  });

  it('keeps no trace of the way: interrupted half-way, the picture is the last step’s', async () => {
    const page = await site.look(CHAPTERS.en);
    for (const step of ['north-january', 'north-serval', 'north-gao', 'north-azawad']) {
      await page.evaluate((id) => {
        location.hash = id;
      }, step);
      await page.waitForTimeout(160);
    }
    await expectTruth(page, 'compact', 'north-azawad');
  });

  it.each(english)('%s on a desk, scrolled through, moves nothing but what is scrolled', async (_name, path) => {
    const page = await site.look(path, { viewport: WIDTHS.desk });
    await watchShift(page);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    for (let y = 0; y < height; y += 600) {
      await page.evaluate((top) => scrollTo(0, top), y);
      await page.waitForTimeout(30);
    }
    await rest(page);
    expect(await shiftOf(page)).toBe(0);
  });
});

describe('coming and going', () => {
  it('an address with a step opens on that step', async () => {
    const page = await site.look(`${CHAPTERS.en}#north-timbuktu`);
    await expectTruth(page, 'compact', 'north-timbuktu');
  });

  it('an address with a paragraph of a step opens on that step, in each way of reading', async () => {
    for (const mode of ['scroll', 'step']) {
      const page = await site.look(CHAPTERS.en);
      await page.locator(`[data-set-mode="${mode}"]`).click();
      const [id, step] = await page.evaluate(() => {
        const p = document.querySelector<HTMLElement>('[data-step-id="promises-fighters"] p');
        return [p?.id ?? '', p?.parentElement?.dataset.stepId ?? ''];
      });
      await jumpTo(page, id as string);
      expect(
        (await shown(page)).map((f) => f.step),
        mode,
      ).toContain(step);
    }
  });

  it('“Table, sources” opens the table', async () => {
    const page = await site.look(CHAPTERS.en);
    await jumpTo(page, 'promises-78');
    await page.locator('[data-figure="accord-promises"] .fig-bar a').click();
    expect(await page.locator('#data-accord-promises table').isVisible()).toBe(true);
  });

  it('reloading in the middle comes back to the same step', async () => {
    const page = await site.look(CHAPTERS.en);
    await jumpTo(page, 'groups-signers');
    await page.reload();
    await page.waitForSelector('html[data-ready]');
    await expectTruth(page, 'compact', 'groups-signers');
  });

  it('Back from another page finds the reader’s place', async () => {
    const page = await site.look(CHAPTERS.en);
    await jumpTo(page, 'promises-powers');
    await page.goto(`${site.origin}/`);
    await page.goBack();
    await page.waitForSelector('html[data-ready]');
    await expectTruth(page, 'compact', 'promises-powers');
  });

  it('the address follows the reader, and the language switch takes the place along', async () => {
    const page = await site.look(CHAPTERS.en);
    await jumpTo(page, 'unravel-ber');
    expect(new URL(page.url()).hash).toBe('#unravel-ber');
    await page.evaluate(() => document.querySelector<HTMLElement>('[data-switch]')?.click());
    await page.waitForURL(/fr\/accord-d-alger/);
    await page.waitForSelector('html[data-ready]');
    await rest(page);
    expect(new URL(page.url()).hash).toBe('#unravel-ber');
    expect((await shown(page)).find((f) => f.figure === 'unravelling')?.step).toBe('unravel-ber');
  });

  it('turning the phone keeps the step and draws the other frame', async () => {
    const page = await site.look(CHAPTERS.en);
    await jumpTo(page, 'after-april');
    const before = await readingNow(page);
    await page.setViewportSize({ width: 1024, height: 768 });
    await rest(page);
    const after = (await shown(page)).find((f) => f.figure === 'after-the-accord');
    expect(before).toBeTruthy();
    expect(after?.marks).toEqual(freshMarks('after-the-accord', after?.step ?? '', 'en', 'wide'));
    await page.setViewportSize(WIDTHS.phone);
    await expectTruth(page, 'compact');
  });

  it.each([0.9, 1.1, 2])('at %s zoom the step at the line is the one shown', async (zoom) => {
    // Browser zoom shrinks the viewport in CSS pixels and scales the device pixel by the same factor.
    const { width, height } = WIDTHS.desk;
    const page = await site.open(CHAPTERS.en, {
      viewport: { width: Math.round(width / zoom), height: Math.round(height / zoom) },
      deviceScaleFactor: zoom,
    });
    const frame = zoom === 2 ? 'compact' : 'wide';
    for (const step of ['kidal-strip', 'north-june', 'after-kidal']) {
      await jumpTo(page, step);
      await expectTruth(page, frame, step);
    }
    await page.close();
  });
});
