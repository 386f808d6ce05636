/** What a host's readers see: its name at any width, and the words of a figure that may not be shown, in every way to read. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Nginx, startNginx } from './nginx.ts';
import { rest, type Site, startSite } from './site.ts';

const start = async (folder: string): Promise<{ nginx: Nginx; site: Site }> => {
  const nginx = await startNginx({ '/a/b/': folder });
  return { nginx, site: await startSite(nginx.origin) };
};
let branded: Awaited<ReturnType<typeof start>>;
let mirror: Awaited<ReturnType<typeof start>>;
beforeAll(async () => {
  branded = await start('.generated/dist-base');
  mirror = await start('.generated/dist-mirror');
});
afterAll(async () => {
  for (const host of [branded, mirror]) {
    await host?.site.close();
    await host?.nginx.close();
  }
});

describe('a brand', () => {
  it.each(['a/b/', 'a/b/en/', 'a/b/fr/alliance-russe/'])(
    'stands on %s at 320 pixels, its logo loaded, nothing wider than the page',
    async (path) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        const page = await branded.site.look(path === 'a/b/' ? 'a/b/en/' : path, { viewport: { width: 320, height: 640 }, colorScheme });
        if (path === 'a/b/') await page.goto(`${branded.nginx.origin}/${path}`);
        expect(await page.locator('.house').innerText()).toBe('The Example Post');
        expect(await page.locator('.house img').evaluate((img: HTMLImageElement) => img.complete && img.naturalWidth > 0)).toBe(true);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
        const paper = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
        expect(paper).toBe(colorScheme === 'light' ? 'rgb(255, 255, 255)' : 'rgb(15, 21, 19)');
        expect(page.complaints).toEqual([]);
      }
    },
  );
});

describe('a chapter whose figure is withheld', () => {
  it('keeps every word of its steps in sight, in each way to read, while the other figures move', async () => {
    const page = await mirror.site.look('a/b/fr/alliance-russe/', { viewport: { width: 320, height: 640 } });
    const steps = page.locator('.withheld .step');
    const count = await steps.count();
    expect(count).toBeGreaterThan(2);
    for (const mode of ['scroll', 'step', 'text']) {
      await page.locator(`[data-set-mode="${mode}"]`).click();
      for (let i = 0; i < count; i++) expect(await steps.nth(i).isVisible(), `${mode} ${i}`).toBe(true);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    }
    await page.locator('[data-set-mode="step"]').click();
    for (const figure of await page.locator('figure[data-figure]').all()) {
      const counted = async (): Promise<number> => Number(await figure.locator('[data-count]').innerText());
      const before = await counted();
      const move = before === 1 ? 1 : -1;
      await figure.locator(`[data-go="${move}"]`).click();
      await rest(page);
      expect(await counted()).toBe(before + move);
    }
    // The rail on wide screens leads to the figures there are, each to its own.
    const rail = await page.locator('[data-rail]').evaluateAll((links) => links.map((a) => (a as HTMLElement).dataset.rail));
    expect(rail).toEqual(await page.locator('section[data-scene]').evaluateAll((all) => all.map((s) => (s as HTMLElement).dataset.scene)));
    expect(page.complaints).toEqual([]);
  });
});
