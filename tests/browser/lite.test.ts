import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ALL_CHAPTERS, ALL_LITES, CHAPTERS, type Site, startSite, WIDTHS } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

const LITE = { en: `${CHAPTERS.en}lite/`, fr: `${CHAPTERS.fr}leger/` } as const;
const NARROW = { width: 320, height: 640 };

describe('the light version', () => {
  it.each(ALL_LITES)('%s asks for three files at most and runs no script', async (_name, path) => {
    const context = await site.profile();
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(`${request.resourceType()} ${new URL(request.url()).pathname}`));
    await page.goto(`${site.origin}/${path}`, { waitUntil: 'networkidle' });
    expect(asked.filter((a) => /^(?:script|font|image|fetch|xhr)/.test(a) && !a.endsWith('icon.svg'))).toEqual([]);
    expect(new Set(asked).size).toBeLessThanOrEqual(3);
    expect(asked).toContain('stylesheet /lite.css');
    await context.close();
  });

  it.each(ALL_LITES)('%s fits 320 px, and every picture is drawn in ink on paper in light and dark', async (_name, path) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await site.look(path, { viewport: NARROW, colorScheme });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      const wrong = await page.evaluate(() => {
        const paper = getComputedStyle(document.body).backgroundColor;
        return [...document.querySelectorAll('svg.scene')].flatMap((svg) => {
          const box = svg.getBoundingClientRect();
          const words = [...svg.querySelectorAll('text')].map((t) => getComputedStyle(t).fill);
          return box.width < 240 || box.height < 150 || words.length === 0 || words.includes(paper) ? [svg.getAttribute('aria-label')] : [];
        });
      });
      expect(wrong).toEqual([]);
      expect(page.complaints).toEqual([]);
    }
  });

  // It brings no font: what is set here is this machine's own letters, wider than most.
  it.each(ALL_LITES)('%s keeps the words of its pictures on their sheets and off each other', async (_name, path) => {
    const page = await site.look(path, { viewport: WIDTHS.phone });
    const wrong = await page.evaluate(() =>
      [...document.querySelectorAll('svg.scene')].flatMap((svg) => {
        const sheet = svg.getBoundingClientRect();
        const words = [...svg.querySelectorAll('text')].map((t) => ({ t: t.textContent ?? '', b: t.getBoundingClientRect() }));
        const cut = words.filter(({ b }) => b.left < sheet.left - 1 || b.right > sheet.right + 1).map(({ t }) => `cut: ${t}`);
        const over = words.flatMap((one, i) =>
          words.slice(i + 1).flatMap((two) => {
            const width = Math.min(one.b.right, two.b.right) - Math.max(one.b.left, two.b.left);
            const height = Math.min(one.b.bottom, two.b.bottom) - Math.max(one.b.top, two.b.top);
            // Words of one line that touch read as one. Boxes of two lines touch where the letters in them do not.
            return width > -1 && height > 0.4 * Math.min(one.b.height, two.b.height) ? [`over: ${one.t} × ${two.t}`] : [];
          }),
        );
        return [...cut, ...over];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it.each(ALL_CHAPTERS)('is offered by %s at its very top, on the smallest screen, before anything is scrolled', async (_name, path) => {
    const page = await site.look(path, { viewport: NARROW });
    const link = page.locator('.lite-offer a');
    const box = await link.boundingBox();
    expect((box?.y ?? 999) + (box?.height ?? 0)).toBeLessThan(320);
    expect(await page.locator('.lite-offer').innerText()).toMatch(/, \d\d\u00a0k[Bo]/);
    await link.click();
    await page.waitForURL(/\/(?:lite|leger)\/$/);
  });
});

describe('chosen for good', () => {
  it.each(['en', 'fr'] as const)(
    'it opens instead of a chapter (%s), at the same step, until the full version is asked for',
    async (lang) => {
      const page = await site.look(CHAPTERS[lang]);
      await page.locator('[data-keep-lite]').click();
      await page.waitForURL(`${site.origin}/${LITE[lang]}`);
      await page.goto(`${site.origin}/${CHAPTERS[lang]}?from=feed#north-gao`);
      await page.waitForURL(`${site.origin}/${LITE[lang]}#north-gao`);
      const top = await page.evaluate(() => document.getElementById('north-gao')?.getBoundingClientRect().top ?? 999);
      expect(top).toBeLessThan(740);
      await page.goto(`${site.origin}/${LITE[lang]}`);
      await page.locator('a[href$="?full"]').first().click();
      await page.waitForSelector('html[data-ready]');
      expect(page.url()).toBe(`${site.origin}/${CHAPTERS[lang]}`);
      await page.reload();
      await page.waitForSelector('html[data-ready]');
      expect(page.url()).toBe(`${site.origin}/${CHAPTERS[lang]}`);
    },
  );

  it('leaves no trap for the way back: Back from the light version leads to where the reader came from', async () => {
    const page = await site.look('en/');
    await page.evaluate(() => localStorage.setItem('lite', 'on'));
    await page.locator(`.home-chapters a[href="/${CHAPTERS.en}"]`).click();
    await page.waitForURL(`${site.origin}/${LITE.en}`);
    await page.goBack();
    await page.waitForURL(`${site.origin}/en/`);
  });

  it('is never chosen for the reader: asked to save data, the page only says it more plainly', async () => {
    const size = async (save: boolean): Promise<number> => {
      const context = await site.profile();
      await context.addInitScript((on) => {
        Object.defineProperty(navigator, 'connection', { value: { saveData: on }, configurable: true });
      }, save);
      const page = await context.newPage();
      await page.goto(`${site.origin}/${CHAPTERS.en}`);
      await page.waitForSelector('html[data-ready]');
      expect(page.url()).toBe(`${site.origin}/${CHAPTERS.en}`);
      const px = await page.locator('.lite-offer').evaluate((e) => Number.parseFloat(getComputedStyle(e).fontSize));
      await context.close();
      return px;
    };
    expect(await size(true)).toBeGreaterThan(await size(false));
  });
});
