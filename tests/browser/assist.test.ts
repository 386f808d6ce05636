/** The site as those meet it who use a keyboard, their own spacing, their own colours, or no eyes. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figures } from '../../src/figures/registry.ts';
import { ALL_CHAPTERS, ALL_LITES, CHAPTERS, rest, type Site, startSite, WIDTHS } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

/** One page of each kind. */
const KINDS = [
  'en/',
  CHAPTERS.fr,
  'en/algiers-accord/lite/',
  'fr/bilan-humanitaire/bref/',
  'en/timeline/',
  'fr/lieux/',
  'en/claims/moura-un/',
  'fr/sources/',
  'en/data/attacks/',
  'fr/figures/gold/',
  'en/figures/moura/moura-un/',
  'fr/chercher/',
  'en/foreseen/',
  'fr/enseigner/',
  'en/teach/answer-key/',
  'en/newsrooms/',
  'fr/accessibilite/',
  'embed/en/kidal-holders/',
].map((path) => [path] as const);

/** WCAG 2.2, 2.5.8: CSS pixels of a target, but for links within a sentence. */
const TARGET = 24;
/** Tab stops walked on a page; lists repeat themselves long before. */
const STOPS = 60;

interface Stop {
  name: string;
  box: { top: number; bottom: number; width: number; height: number };
  outlined: boolean;
  covered: string;
  inSentence: boolean;
}

/** What has the focus now, and whether it can be seen. */
const focused = (page: Page): Promise<Stop | undefined> =>
  page.evaluate(() => {
    const e = document.activeElement as HTMLElement | null;
    if (!e || e === document.body) return undefined;
    // A label belongs to what is hit.
    const [box, style] = [(e.closest('label') ?? e).getBoundingClientRect(), getComputedStyle(e)];
    // Links that wrap have a middle that is not theirs: look at their first line.
    const line = e.getClientRects()[0] ?? box;
    const top = document.elementFromPoint(
      Math.min(innerWidth - 1, Math.max(0, line.left + line.width / 2)),
      Math.min(innerHeight - 1, Math.max(0, line.top + line.height / 2)),
    );
    const own = !top || e.contains(top) || top.contains(e) || top.closest('label')?.contains(e);
    const sentence = e.closest('p, li, dd, td, th, figcaption, summary, h2, h3');
    return {
      name: `${e.tagName.toLowerCase()}.${e.className} ${e.textContent?.trim().slice(0, 40)}`,
      box: { top: box.top, bottom: box.bottom, width: box.width, height: box.height },
      outlined: style.outlineStyle !== 'none' || style.boxShadow !== 'none',
      covered: own ? '' : `${top?.tagName}.${top?.className}`,
      inSentence: style.display.startsWith('inline') && !!sentence && sentence.textContent?.trim() !== e.textContent?.trim(),
    };
  });

describe('the keyboard', () => {
  it.each(KINDS)('walks %s without a trap: each stop seen, uncovered, large enough to hit', async (path) => {
    for (const width of ['phone', 'desk'] as const) {
      const page = await site.look(path, { viewport: WIDTHS[width], reducedMotion: 'reduce' });
      const wrong = new Set<string>();
      let last = '';
      for (let i = 0; i < STOPS; i++) {
        await page.keyboard.press('Tab');
        const stop = await focused(page);
        if (!stop) break;
        const at = `${width}: ${stop.name}`;
        if (stop.box.bottom <= 0 || stop.box.top >= WIDTHS[width].height) wrong.add(`${at} is off the screen`);
        if (!stop.outlined) wrong.add(`${at} shows no focus`);
        if (stop.covered) wrong.add(`${at} lies under ${stop.covered}`);
        if (!stop.inSentence && (stop.box.width < TARGET || stop.box.height < TARGET))
          wrong.add(`${at} is ${stop.box.width.toFixed(0)} by ${stop.box.height.toFixed(0)}`);
        const here = `${stop.name} ${stop.box.top}`;
        if (here === last) wrong.add(`${at} keeps the focus`);
        last = here;
      }
      expect([...wrong]).toEqual([]);
    }
  });
});

describe('a reader’s own spacing', () => {
  it.each([...KINDS, ...ALL_CHAPTERS.map(([, path]) => [path] as const), ...ALL_LITES.map(([, path]) => [path] as const)])(
    'of lines, paragraphs, letters and words cuts nothing off on %s',
    async (path) => {
      const page = await site.look(path, { viewport: { width: 320, height: 640 } });
      // WCAG 1.4.12; a constructed sheet, as an extension would add it.
      await page.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(
          '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}',
        );
        document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
      });
      await rest(page);
      const cut = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('p, li, a, button, h1, h2, h3, dt, dd, summary, label, figcaption')]
          .filter((e) => {
            const style = getComputedStyle(e);
            if (e.closest('svg, .vh, [hidden], .skip') || style.visibility === 'hidden' || e.getClientRects().length === 0) return false;
            const clips = ['hidden', 'clip'].includes(style.overflowX) || ['hidden', 'clip'].includes(style.overflowY);
            return clips && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1);
          })
          .map((e) => `${e.tagName}.${e.className} ${e.textContent?.trim().slice(0, 40)}`),
      );
      expect(cut).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    },
  );
});

describe('forced colours', () => {
  it.each(ALL_CHAPTERS)(
    'leave the figures of %s readable: shapes and words in the system’s colours, nothing upon itself',
    async (_name, path) => {
      const page = await site.look(path, { forcedColors: 'active', reducedMotion: 'reduce' });
      await rest(page);
      const lost = await page.evaluate(() => {
        const paper = getComputedStyle(document.body).backgroundColor;
        return (
          [...document.querySelectorAll<SVGElement>('svg.scene.compact > g > *')]
            .filter((e) => {
              const style = getComputedStyle(e);
              if (style.display === 'none' || Number(style.opacity) === 0 || e.tagName === 'use') return false;
              return [style.fill, style.stroke].every((paint) => paint === 'none' || paint === paper);
            })
            // A halo and an empty ring are paper on purpose; each has a stroke or words with it.
            .map((e) => `${e.getAttribute('class')} ${e.textContent}`)
        );
      });
      expect(lost).toEqual([]);
    },
  );
});

describe('without eyes', () => {
  it.each(['en', 'fr'] as const)(
    'every figure in %s is a picture with a name, a description, controls that say what they do, and a table',
    async (lang) => {
      const chapters = ALL_CHAPTERS.filter(([name]) => name.startsWith(lang));
      const told = new Set<string>();
      for (const [, path] of chapters) {
        const page = await site.look(path, { reducedMotion: 'reduce' });
        // A figure far down the page is finished until an idle moment puts it at its first step.
        await rest(page);
        for (const section of await page.locator('section[data-scene]').all()) {
          const name = (await section.getAttribute('data-scene')) ?? '';
          told.add(name);
          const tree = await section.locator('figure[data-figure]').ariaSnapshot();
          await expect(`${tree}\n`).toMatchFileSnapshot(`trees/${name}-${lang}.txt`);
        }
      }
      // Home, places, actors and "foreseen" have the others.
      expect(told.size).toBeGreaterThan(15);
      expect(figures.map(({ name }) => name)).toEqual(expect.arrayContaining([...told]));
    },
  );
});
