import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readContent } from '../../src/lib/content.ts';
import { freshMarks } from './fresh.ts';
import { CHAPTERS, jumpTo, outlineOf, rest, type Site, shown, startSite, WIDTHS } from './site.ts';

const content = readContent('.');
let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

describe('home', () => {
  it.each([
    ['en', 'humanitarian-toll'],
    ['fr', 'bilan-humanitaire'],
  ])('in %s tells the whole in four steps and leads to each chapter', async (lang, last) => {
    const page = await site.look(`${lang}/`);
    const [scene] = await outlineOf(page);
    expect(scene?.steps.length).toBe(4);
    for (const step of scene?.steps ?? []) {
      await jumpTo(page, step);
      await rest(page);
      expect((await shown(page))[0]?.marks).toEqual(freshMarks('arc', step, lang as 'en' | 'fr', 'compact'));
    }
    await page.locator('.home-chapters a').last().click();
    await page.waitForURL(`**/${lang}/${last}/`);
    await page.locator('.site-name').click();
    await page.waitForURL(`**/${lang}/`);
    expect(page.complaints).toEqual([]);
  });
});

describe('a page with a figure in its first screens', () => {
  it.each(['en/', 'en/actors/', 'fr/lieux/', CHAPTERS.fr])('%s opens at its top, under the address it was asked for', async (path) => {
    for (const viewport of [...Object.values(WIDTHS), { width: 1440, height: 2000 }]) {
      // On a first visit, and on later ones.
      const page = await (viewport === WIDTHS.phone ? site.open : site.look)(path, { viewport });
      await rest(page);
      expect([page.url(), await page.evaluate(() => scrollY)], `${viewport.width}`).toEqual([`${site.origin}/${path}`, 0]);
    }
  });
});

describe('the place', () => {
  it('is kept only if the reader asks, leads back to the step, and is forgotten when switched off', async () => {
    const page = await site.look(CHAPTERS.en);
    await jumpTo(page, 'north-gao');
    await rest(page);
    expect(await page.evaluate(() => localStorage.getItem('place'))).toBe(null);
    await page.goto(`${site.origin}/en/`);
    await page.waitForSelector('html[data-ready]');
    expect(await page.locator('[data-continue]').isVisible()).toBe(false);
    await page.locator('[data-keep-place]').click();
    await page.goto(`${site.origin}/${CHAPTERS.en}`);
    await page.waitForSelector('html[data-ready]');
    await jumpTo(page, 'north-gao');
    await rest(page);
    await page.goto(`${site.origin}/en/`);
    await page.waitForSelector('html[data-ready]');
    await page.locator('[data-continue]').click();
    await page.waitForURL(`**/${CHAPTERS.en}#north-gao`);
    await page.goto(`${site.origin}/en/`);
    await page.waitForSelector('html[data-ready]');
    await page.locator('[data-keep-place]').click();
    expect(await page.evaluate(() => localStorage.getItem('place'))).toBe(null);
  });
});

describe('what was foreseen', () => {
  const confirmed = content.series.get('foreseen')?.rows.filter((row) => row.verdict === 'confirmed').length;

  it('sets every claim of the article beside what was found, with script or without, and filters them', async () => {
    const still = await site.look('en/foreseen/', { javaScriptEnabled: false });
    expect(await still.locator('.claims li[data-verdict]:visible').count()).toBe(78);
    await still.locator('input[value="confirmed"]').check();
    expect(await still.locator('.claims li[data-verdict]:visible').count()).toBe(confirmed);
    await still.locator('input[name="chapter"][value="3"]').check();
    expect(await still.locator('.claims li[data-verdict]:visible').count()).toBe(2);
    const page = await site.look('fr/previsions/');
    expect((await outlineOf(page))[0]?.steps.length).toBe(4);
    expect(await page.locator('.claims li[data-verdict] ul li').count()).toBeGreaterThanOrEqual(78);
  });
});
