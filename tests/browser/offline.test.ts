import { describe, expect, it } from 'vitest';
import { cut, editions, go, held, host, keep, LANGS, LONG, readable, reader, say, saysKept, startKeeping, status } from './keep-reader.ts';
import { outlineOf } from './site.ts';

startKeeping();

describe('before a reader asks', () => {
  it.each(['en/', 'fr/accord-d-alger/', 'en/glossary/', 'embed/en/gold/', 'en/timeline/'])(
    '%s registers, stores and fetches nothing',
    async (path) => {
      const { context, page } = await reader();
      await go(page, path);
      await page.waitForTimeout(300);
      expect(await held(page)).toEqual({ workers: 0, files: [], stored: [] });
      expect(host.sent.map((s) => s.path).filter((p) => /\/(?:sw|keep)\.js|\/kept\//.test(p))).toEqual([]);
      await context.close();
    },
  );

  it('the offer stands on home and chapters, with its size, and nowhere in a frame', async () => {
    const { context, page } = await reader();
    for (const lang of LANGS)
      for (const path of readable(lang).slice(0, 4)) {
        await go(page, path);
        await expect.poll(() => page.locator('[data-keep-ask]').isVisible()).toBe(true);
        expect((await page.locator('[data-keep-offer]').textContent())?.replace(/\s/g, ' ')).toMatch(/\(\d{3} (?:kB|ko)\)$/);
      }
    await page.setContent(`<iframe src="${host.origin}/en/"></iframe>`);
    await page.frameLocator('iframe').locator('html[data-ready]').waitFor();
    expect(await page.frameLocator('iframe').locator('[data-keep]').isVisible()).toBe(false);
    await context.close();
  });
});

describe.each(LANGS)('kept in %s', (lang) => {
  it('costs what was said, at most 700 kB, and shows how far it is', async () => {
    const { context, page } = await reader();
    await go(page, `${lang}/`);
    const said = Number(/\d+/.exec((await page.locator('[data-keep-size]').textContent()) ?? '')?.[0]) * 1000;
    host.sent = [];
    host.delay = 20;
    const seen = page.evaluate(
      () =>
        new Promise<number[]>((done) => {
          const bar = document.querySelector<HTMLProgressElement>('[data-keep] progress');
          const values: number[] = [];
          new MutationObserver(() => {
            if (bar?.hidden && values.length) done(values);
            if (bar && !bar.hidden && bar.position >= 0) values.push(bar.position);
          }).observe(document.querySelector('[data-keep]') as Node, { attributes: true, subtree: true });
        }),
    );
    await page.click('[data-keep-ask]');
    await saysKept(page, lang, 'one');
    const shares = await seen;
    expect(shares.length).toBeGreaterThan(5);
    expect([...shares].sort((a, b) => a - b)).toEqual(shares);
    expect(shares.at(-1)).toBe(1);
    const fetched = host.sent.reduce((sum, { bytes }) => sum + bytes, 0);
    expect(fetched).toBeLessThanOrEqual(700_000);
    expect(Math.abs(fetched - said) / said).toBeLessThan(0.02);
    await context.close();
  });

  it('every page opens without a network, and its figures move', async () => {
    const { context, page, complaints } = await reader();
    await keep(page, `${lang}/`);
    await cut(context);
    await page.evaluate(() => localStorage.setItem('mode', 'step'));
    expect(readable(lang).length).toBeGreaterThanOrEqual(8);
    let stepped = 0;
    for (const path of readable(lang)) {
      await go(page, path);
      await page.waitForSelector('html[data-ready]');
      expect(await editions(page), path).toEqual(['one']);
      expect(await page.evaluate(() => document.fonts.check('1rem "Gentium Plus"') && document.styleSheets.length)).toBeGreaterThan(0);
      for (const { scene, steps } of await outlineOf(page)) {
        const turned = await page.evaluate(
          ([name, count]) => {
            const figure = document.querySelector<HTMLElement>(`section[data-scene="${name}"] figure`);
            const press = (by: number) => figure?.querySelector<HTMLButtonElement>(`[data-go="${by}"]`)?.click();
            figure?.scrollIntoView({ behavior: 'instant' });
            for (let i = 0; i < Number(count); i++) press(-1);
            return Array.from({ length: Number(count) }, (_, i) => {
              if (i) press(1);
              return figure?.dataset.step;
            });
          },
          [scene, steps.length],
        );
        expect(turned, scene).toEqual(steps);
        stepped += steps.length;
      }
    }
    expect(stepped).toBeGreaterThan(100);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('a page that is not kept says so in the language of the rest, and leads to those that are', async () => {
    const { context, page, complaints } = await reader();
    await keep(page, readable(lang)[1] ?? '');
    await cut(context);
    for (const path of ['en/timeline/', 'fr/chronologie/', 'en/claims/tinza-csp/', '']) {
      await go(page, path);
      expect(await page.locator('h1').textContent()).toBe(say(lang, 'kept-title'));
      expect(await page.locator('html').getAttribute('lang')).toBe(lang);
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--edition').trim())).toBe('one');
    }
    const links = await page.locator('main a').evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).pathname.slice(1)));
    expect([...links].sort()).toEqual([...readable(lang)].sort());
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('the reader stays in charge', () => {
  it('removing takes worker, files and choice away', async () => {
    const { context, page } = await reader();
    await keep(page, 'fr/');
    expect(await held(page)).toMatchObject({ workers: 1, stored: ['keep'] });
    await go(page, 'fr/accord-d-alger/');
    await saysKept(page, 'fr', 'one');
    await page.click('[data-keep-remove]');
    await expect.poll(() => status(page).textContent(), LONG).toBe(say('fr', 'keep-removed'));
    expect(await held(page)).toEqual({ workers: 0, files: [], stored: [] });
    // The last page may still ask for something: nothing of it is kept again.
    await page.reload();
    await page.waitForSelector('html[data-ready]');
    expect(await held(page)).toEqual({ workers: 0, files: [], stored: [] });
    await cut(context);
    await expect(go(page, 'fr/')).rejects.toThrow();
    await context.close();
  });

  it('the other language takes the place of the first when it is asked for', async () => {
    const { context, page } = await reader();
    await keep(page, 'en/');
    await go(page, 'fr/');
    await page.waitForFunction(
      (text) => document.querySelector('[data-keep-says]')?.textContent?.replace(/\s/g, ' ') === text,
      say('fr', 'keep-other'),
    );
    await page.click('[data-keep-ask]');
    await saysKept(page, 'fr', 'one');
    await cut(context);
    await go(page, 'fr/bilan-humanitaire/');
    expect(await editions(page)).toEqual(['one']);
    await go(page, 'en/');
    expect(await page.locator('h1').textContent()).toBe(say('fr', 'kept-title'));
    await context.close();
  });

  it('a first try that fails says so, keeps no promise, and goes on where it stopped', async () => {
    const { context, page } = await reader();
    await go(page, 'en/');
    host.broken = (path) => path.startsWith('/en/russia');
    await page.click('[data-keep-ask]');
    await expect.poll(() => status(page).textContent(), LONG).toBe(say('en', 'keep-failed'));
    expect(await held(page)).toMatchObject({ workers: 0, stored: [] });
    host.broken = () => false;
    host.sent = [];
    await page.click('[data-keep-ask]');
    await saysKept(page, 'en', 'one');
    expect(host.sent.map((s) => s.path)).not.toContain('/en/algiers-accord/');
    await context.close();
  });
});
