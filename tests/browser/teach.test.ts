import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTeach } from '../../src/claims/teach.ts';
import { type Site, startSite } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

const GUIDE = { en: 'en/teach/', fr: 'fr/enseigner/' } as const;
const pages = readTeach('.').map(({ matter }) => matter);
const sheets = pages.filter((m) => m.kind === 'sheet').map((m) => [`${m.lang} ${m.page}`, `${GUIDE[m.lang]}${m.slug}/`] as const);
const keys = pages.filter((m) => m.kind === 'key').map((m) => `/${GUIDE[m.lang]}${m.slug}/`);

/** Pages of a PDF that Chromium wrote: each is an object of its own. */
const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;

/** Words to be seen inside the drawings of the page. */
const seen = (page: Page): Promise<number> =>
  page.evaluate(
    () => [...document.querySelectorAll('.bare text')].filter((text) => text.checkVisibility() && text.textContent?.trim()).length,
  );

describe.each(['en', 'fr'] as const)('a teacher in %s', (lang) => {
  it('comes from the home page to a sheet in two clicks', async () => {
    const page = await site.look(`${lang}/`);
    await page.locator(`a[href="/${GUIDE[lang]}"]`).first().click();
    await page.waitForURL(`**/${GUIDE[lang]}`);
    await page.locator('.sheets a').first().click();
    await page.waitForURL(/15-minutes/);
    expect(await page.locator('.bare svg').count()).toBeGreaterThan(0);
  });

  it('finds each block of a lesson on the guide', async () => {
    const page = await site.look(GUIDE[lang]);
    expect(await page.locator('.glance tr').count()).toBe(6);
    expect(await page.locator('.sheets').first().locator('li').count()).toBe(6);
    // Tasks A to E and the way out of the room; rubric of four criteria; five standards, each with its address.
    expect(await page.locator('.lesson h3').count()).toBe(6);
    expect(await page.locator('.lesson table').last().locator('tbody tr').count()).toBe(4);
    expect(await page.locator('a[href^="https://classroom.google.com/share?url="]').count()).toBe(1);
  });
});

describe.each(sheets)('the sheet %s', (_name, path) => {
  it.each(['A4', 'Letter'])('prints on one page of %s, with its picture and without its answers', async (format) => {
    const page = await site.look(path);
    // Half an inch: the margins a printer's dialogue begins with, and a little more.
    const edge = '0.5in';
    const pdf = await page.pdf({ format, margin: { top: edge, bottom: edge, left: edge, right: edge } });
    expect(pagesOf(pdf)).toBe(1);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.reveal').evaluateAll((all) => all.filter((e) => e.checkVisibility()).length)).toBe(0);
    const drawings = page.locator('.bare > svg');
    for (let i = 0; i < (await drawings.count()); i++) expect((await drawings.nth(i).boundingBox())?.height).toBeGreaterThan(80);
  });

  it('leads neither to the answers nor to the rung of a claim', async () => {
    const page = await site.look(path);
    const links = await page.locator('main a').evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''));
    expect(links.filter((href) => keys.includes(href) || /\/(?:claims|affirmations)\//.test(href))).toEqual([]);
  });
});

describe('the picture without words', () => {
  it('shows none until it is asked to, by key', async () => {
    const page = await site.look('en/teach/15-minutes/');
    expect(await seen(page)).toBe(0);
    await page.locator('.reveal summary').focus();
    await page.keyboard.press('Enter');
    expect(await seen(page)).toBeGreaterThan(5);
  });

  it('does so without script', async () => {
    const page = await site.look('fr/enseigner/seance-1/', { javaScriptEnabled: false });
    const words = page.locator('.reveal text').first();
    expect(await words.isVisible()).toBe(false);
    await page.locator('.reveal summary').first().click();
    expect(await words.isVisible()).toBe(true);
  });
});
