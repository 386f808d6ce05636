/** Embeds inside other sites’ pages: every listener we promise, every figure, and the page that offers them. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figures } from '../../src/figures/registry.ts';
import { freshMarks } from './fresh.ts';
import { childOf, HOSTS, type Host, roomOf, snippets, startHost } from './hosts.ts';
import { laidOut, ready, rest, type Site, shown, startSite } from './site.ts';

let site: Site;
let host: Host;
beforeAll(async () => {
  site = await startSite();
  host = await startHost(site);
});
afterAll(async () => {
  host.close();
  await site.close();
});

const src = (path: string): string => `${site.origin}/embed/${path}/`;
const ways = { ...HOSTS, loader: () => snippets(site.origin, 'en', 'kidal-holders')[1] ?? '' } as Record<
  string,
  (address: string) => string
>;

describe.each(Object.keys(ways))('a host that resizes by %s', (way) => {
  it.each([300, 480, 720, 1200])('gives the figure its height at %i px, and no scroll bar', async (width) => {
    const page = await host.look(ways[way]?.(src('en/kidal-holders')) ?? '', width);
    const frame = await childOf(page);
    const fits = async (): Promise<boolean> => {
      const { given, taken, bar } = await roomOf(frame);
      return Math.abs(given - taken) <= 2 && !bar;
    };
    await expect.poll(fits, { timeout: 10_000 }).toBe(true);
    // No step changes the height, so no article jumps under its reader.
    const { given } = await roomOf(frame);
    for (let i = 0; i < 3; i++) await frame.locator('[data-go="1"]').click();
    await expect.poll(() => frame.locator('[data-count]').textContent()).toBe('4');
    expect(await fits()).toBe(true);
    expect((await roomOf(frame)).given).toBe(given);
    // An opened table grows the frame with it, as far as the host lets it.
    await frame.locator('.fig-data summary').click();
    if (way === 'wordpress') await expect.poll(async () => (await roomOf(frame)).given).toBe(1000);
    else await expect.poll(async () => (await fits()) && (await roomOf(frame)).given > given, { timeout: 10_000 }).toBe(true);
    expect(page.complaints).toEqual([]);
  });
});

describe('a bare frame of fixed height', () => {
  it.each(['en', 'fr'])('shows the whole of every figure in %s on a phone and in a wide column', async (lang) => {
    const page = await host.open('<p>News</p>', 720);
    const short: string[] = [];
    for (const { name } of figures) {
      const [snippet = ''] = snippets(site.origin, lang, name);
      const height = Number(/height="(\d+)"/.exec(snippet)?.[1]);
      const oembed = JSON.parse(readFileSync(`dist/oembed/${lang}/${name}.json`, 'utf8')) as { width: number; height: number };
      await page.goto(src(`${lang}/${name}`));
      await ready(page);
      for (const [width, given] of [
        [320, height],
        [400, height],
        [599, height],
        [720, height],
        [oembed.width, oembed.height],
      ] as const) {
        await page.setViewportSize({ width, height: given });
        await laidOut(page);
        const taken = await page.evaluate(() => document.documentElement.getBoundingClientRect().height);
        // Room enough, and not so much that the article has a hole.
        if (taken > given || taken < given * 0.7) short.push(`${name} at ${width}: takes ${Math.ceil(taken)}, is given ${given}`);
      }
    }
    expect(short).toEqual([]);
    await page.context().close();
  });

  it('works without script: the last state, every sentence, and the rest by scrolling', async () => {
    for (const [lang, name] of [
      ['en', 'kidal-holders'],
      ['fr', 'control'],
    ] as const) {
      const page = await host.open(snippets(site.origin, lang, name)[0] ?? '', 360, { javaScriptEnabled: false });
      const frame = await childOf(page, false);
      const module = figures.find((f) => f.name === name);
      expect(await frame.locator('figure').getAttribute('data-step')).toBe(module?.steps.at(-1));
      expect(await frame.locator('svg.compact').isVisible()).toBe(true);
      expect(await frame.locator('[data-step-id]:visible').count()).toBe(module?.steps.length);
      expect(await frame.locator('.embed-bar').isVisible()).toBe(false);
      const { given } = await roomOf(frame);
      const picture = await frame.evaluate(() => document.querySelector('svg.compact')?.getBoundingClientRect().bottom ?? 0);
      expect(picture).toBeLessThan(given);
      await frame.locator('.embed-licence').scrollIntoViewIfNeeded();
      expect(
        await frame.evaluate(() => (document.querySelector('.embed-licence')?.getBoundingClientRect().bottom ?? 0) <= innerHeight + 1),
      ).toBe(true);
      expect(page.complaints).toEqual([]);
      await page.context().close();
    }
  });
});

describe('a sandboxed frame, without origin and storage', () => {
  it('gets its style, script and font under the policy that is sent', async () => {
    const page = await host.open(HOSTS.wordpress(src('fr/gold')), 480);
    const frame = await childOf(page);
    expect(await frame.evaluate(() => self.origin)).toBe('null');
    expect(await frame.evaluate(() => getComputedStyle(document.body).fontFamily)).toContain('Gentium Plus');
    await expect
      .poll(() => frame.evaluate(() => [...document.fonts].filter((f) => f.status === 'loaded').length))
      .toBeGreaterThanOrEqual(2);
    expect(page.complaints).toEqual([]);
    await page.context().close();
  });

  it('hands its link to WordPress, and shows the address where no window may be opened', async () => {
    const page = await host.open(HOSTS.wordpress(src('en/gold')), 480);
    const frame = await childOf(page);
    await expect.poll(async () => (await roomOf(frame)).given).toBeGreaterThan(400);
    await frame.locator('.embed-story a').click();
    await expect.poll(() => page.evaluate(() => (window as never as { followed?: string }).followed)).toMatch(/\/en\/russia-alliance\/#/);
    await page.context().close();
    const bare = await host.open(
      `<iframe src="${src('en/gold')}" title="t" width="480" height="900" sandbox="allow-scripts"></iframe>`,
      480,
    );
    const child = await childOf(bare);
    await child.locator('.embed-story a').click();
    await expect.poll(() => child.locator('[data-address]').textContent()).toContain(`${site.origin}/en/russia-alliance/#`);
    await bare.context().close();
  });
});

describe.each(['en', 'fr'] as const)('every embed in %s', (lang) => {
  it('steps through all its states by button and by key, each as drawn anew, with its sentence shown and spoken', async () => {
    // The two languages share the work: each shows all figures, one of them on the wide sheet.
    const [width, sheet] = lang === 'en' ? ([360, 'compact'] as const) : ([720, 'wide'] as const);
    const page = await site.look(`embed/${lang}/${figures[0]?.name}/`, { viewport: { width, height: 800 }, reducedMotion: 'reduce' });
    for (const { name, steps } of figures) {
      await page.goto(`${site.origin}/embed/${lang}/${name}/`);
      await ready(page);
      await page.evaluate(() => document.querySelector<HTMLElement>('figure')?.focus());
      for (const [i, step] of steps.entries()) {
        const [figure] = await shown(page);
        expect(figure?.step).toBe(step);
        expect(figure?.marks, `${name}/${step}`).toEqual(freshMarks(name, step, lang, sheet));
        const { words, said } = await page.evaluate(() => ({
          words: [...document.querySelectorAll('[data-step-id]')].flatMap((e) =>
            e.checkVisibility({ visibilityProperty: true }) ? [e.textContent] : [],
          ),
          said: document.querySelector('[data-say]')?.textContent,
        }));
        expect(words.length).toBe(1);
        if (i > 0) expect(said).toBe(words[0]);
        if (i === steps.length - 1) break;
        if (i % 2) await page.keyboard.press('ArrowRight');
        else await page.evaluate(() => document.querySelector<HTMLElement>('[data-go="1"]')?.click());
      }
      expect(await page.evaluate(() => document.querySelector('[data-go="1"]')?.getAttribute('aria-disabled'))).toBe('true');
      await page.keyboard.press('ArrowLeft');
      expect((await shown(page))[0]?.step).toBe(steps.at(-2));
    }
    await rest(page);
    expect(page.complaints).toEqual([]);
  });
});

describe('the page that offers the snippets', () => {
  it('copies each of them, and previews the frame at three widths only when asked', async () => {
    const page = await site.open('fr/figures/gold/');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site.origin });
    for (const [i, snippet] of snippets(site.origin, 'fr', 'gold').entries()) {
      await page.locator('.paste [data-copy-text]').nth(i).click();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied.replaceAll('http://localhost:4321', site.origin)).toBe(snippet);
    }
    expect(asked.filter((url) => url.includes('/embed/'))).toEqual([]);
    await page.locator('.previews summary').click();
    for (const width of [300, 480, 720]) {
      const frame = page.locator(`.previews iframe[width="${width}"]`);
      await frame.scrollIntoViewIfNeeded();
      await expect.poll(() => frame.contentFrame().locator('html[data-ready]').count()).toBe(1);
      // Room enough for the whole figure here too.
      const { given, taken } = await frame
        .contentFrame()
        .locator('html')
        .evaluate((root) => ({ given: innerHeight, taken: root.getBoundingClientRect().height }));
      expect(taken).toBeLessThanOrEqual(given);
    }
    expect(page.complaints).toEqual([]);
    await page.context().close();
  });
});
