/** Sharing from a reader's hands: with script, without it, and on the page of one step. */
import { globSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHAPTERS, type Site, startSite, WIDTHS } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

describe('sharing', () => {
  it('copies the sentences with the address', async () => {
    const page = await site.open(CHAPTERS.fr);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site.origin });
    await page.locator('.share summary').click();
    await page.locator('.share dd').nth(1).locator('button').click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^Comment une paix se défait-elle\u202f\? .*\/fr\/accord-d-alger\/$/);
    await page.close();
  });

  it('needs no script: the words can be marked, WhatsApp is a link, and no button is shown that would not work', async () => {
    const page = await site.look(CHAPTERS.en, { javaScriptEnabled: false });
    await page.locator('.share summary').click();
    expect(await page.locator('.share dd:visible').count()).toBe(3);
    expect(await page.locator('.share button:visible').count()).toBe(0);
    expect(await page.locator('.share a[href^="https://wa.me/?text="]').isVisible()).toBe(true);
  });

  it('leads from the page of a step to that step of the story', async () => {
    const page = await site.look('en/figures/moura/moura-un/');
    expect(await page.locator('.picture img').evaluate((img: HTMLImageElement) => img.complete && img.naturalWidth > 0)).toBe(true);
    await page.locator('main a[href$="#moura-un"]').click();
    await page.waitForFunction(() => document.querySelector('[data-figure="moura"]')?.getAttribute('data-step') === 'moura-un');
    expect(new URL(page.url()).pathname).toBe('/en/humanitarian-toll/');
  });

  it.each(['en/figures/gold/', 'fr/figures/gold/gold-years/'])('shows the picture made for the reader’s width on %s', async (path) => {
    for (const frame of ['phone', 'desk'] as const) {
      const page = await site.look(path, { viewport: WIDTHS[frame] });
      const drawn = await page.locator('.picture img').evaluate(async (img: HTMLImageElement) => {
        await img.decode();
        return img.currentSrc;
      });
      expect(drawn).toMatch(frame === 'phone' ? /-compact\.svg$/ : /-wide\.svg$/);
    }
  });
});

describe('a picture to take away', () => {
  it.each(['en', 'fr'] as const)('keeps all its words on its sheet in %s, in whatever face a system has', async (lang) => {
    const files = globSync(`figures/${lang}/**/*.svg`, { cwd: 'dist' }).map(
      (file) => [file, readFileSync(`dist/${file}`, 'utf8')] as const,
    );
    expect(files.length).toBeGreaterThan(200);
    // A page without a style sheet has none of the site's own faces.
    const page = await site.look('robots.txt');
    const off = await page.evaluate((files) => {
      const SLACK = 1;
      const found: string[] = [];
      for (const [file, source] of files) {
        const svg = new DOMParser().parseFromString(source, 'image/svg+xml').documentElement as never as SVGSVGElement;
        document.body.append(svg);
        const { width, height } = svg.viewBox.baseVal;
        for (const words of svg.querySelectorAll(':scope > text')) {
          const box = (words as SVGTextElement).getBBox();
          if (box.x < 0 || box.x + box.width > width + SLACK || box.y + box.height > height + SLACK)
            found.push(`${file}: "${words.textContent}" ends at ${Math.round(box.x + box.width)}, ${Math.round(box.y + box.height)}`);
        }
        svg.remove();
      }
      return found;
    }, files);
    expect(off).toEqual([]);
  });
});
