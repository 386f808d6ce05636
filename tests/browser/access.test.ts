import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ALL_CHAPTERS, ALL_LITES, CHAPTERS, rest, type Site, startSite, WIDTHS } from './site.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

const ALL = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What the theme alone can break. */
const COLOUR = ['color-contrast', 'link-in-text-block'];
/** What another width can break besides: the document is the same. */
const LAYOUT = [...COLOUR, 'target-size', 'scrollable-region-focusable', 'landmark-one-main', 'aria-hidden-focus', 'region'];

/** axe over the page as it stands: WCAG 2.2 AA and best practice, or only the rules named. */
async function violations(page: Page, rules = ALL): Promise<string[]> {
  // The page's own policy lets no stranger's script in; the evaluator is not bound by it.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  return page.evaluate(async (rules) => {
    const { axe } = window as never as {
      axe: {
        run(
          context: Document,
          options: object,
        ): Promise<{ violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[] }>;
      };
    };
    const result = await axe.run(document, { runOnly: rules, resultTypes: ['violations'] });
    return result.violations.flatMap((v) =>
      v.nodes.slice(0, 3).map((n) => `${v.id}: ${n.target.join(' ')} ${n.failureSummary.split('\n')[1] ?? ''}`),
    );
  }, rules);
}

const WHOLE = 'fr/imprimer/';
const pages = [
  ['cover', ''],
  ['en home', 'en/'],
  ['fr home', 'fr/'],
  ['foreseen', 'en/foreseen/'],
  ['previsions', 'fr/previsions/'],
  ['corrections', 'en/corrections/'],
  ['short', 'en/humanitarian-toll/short/'],
  ['bref', 'fr/accord-d-alger/bref/'],
  ['print', 'en/algiers-accord/print/'],
  ['imprimer', 'fr/bilan-humanitaire/imprimer/'],
  ['whole', WHOLE],
  ['timeline', 'en/timeline/'],
  ['acteurs', 'fr/acteurs/'],
  ['places', 'en/places/'],
  ['glossaire', 'fr/glossaire/'],
  ['claims', 'en/claims/'],
  ['affirmation', 'fr/affirmations/tinza-csp/'],
  ['sources', 'en/sources/'],
  ['donnees', 'fr/donnees/'],
  ['series', 'en/data/attacks/'],
  ['figures', 'en/figures/'],
  ['figure', 'fr/figures/control/'],
  ['find', 'en/find/'],
  ['rédactions', 'fr/redactions/'],
  ['étape', 'fr/figures/moura/moura-un/'],
  ['methode', 'fr/methode/'],
  ['teach', 'en/teach/'],
  ['fiche', 'fr/enseigner/seance-1/'],
  ['ladder', 'en/teach/50-minutes/'],
  ['jeu', 'fr/enseigner/jeu-de-roles/'],
  ['key', 'en/teach/answer-key/'],
  ['about', 'en/about/'],
  ['accessibilite', 'fr/accessibilite/'],
  ['embed', 'embed/en/kidal-holders/'],
  ['cadre', 'embed/fr/gold/'],
  ['dressed', 'embed/en/control/?theme=dark&accent=ffd54a'],
  ...ALL_CHAPTERS,
  ...ALL_LITES,
  ['not kept', 'kept/fr/'],
  ['missing', '404.html'],
] as const;

describe('axe finds nothing', () => {
  it.each(pages)('on %s, on a phone, in the dark, on a desk', async (_name, path) => {
    const page = await site.open(path);
    // The print edition of the whole is those of the chapters, which are looked at in every way, and very long.
    const ways = path === WHOLE ? 1 : 3;
    for (const [width, colorScheme, rules] of (
      [
        ['phone', 'light', ALL],
        ['phone', 'dark', COLOUR],
        ['desk', 'light', LAYOUT],
      ] as const
    ).slice(0, ways)) {
      await page.setViewportSize(WIDTHS[width]);
      await page.emulateMedia({ colorScheme });
      await rest(page);
      expect(await violations(page, [...rules]), `${width}, ${colorScheme}`).toEqual([]);
    }
    await page.close();
  });

  it('on a chapter with a note open, in the two other ways of reading', async () => {
    const page = await site.open(CHAPTERS.en);
    await page.locator('.mark').first().click();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    for (const mode of ['step', 'text']) {
      await page.locator(`[data-set-mode="${mode}"]`).click();
      await rest(page);
      expect(await violations(page), mode).toEqual([]);
    }
    await page.close();
  });

  it('but would: a page with seeded faults is caught', async () => {
    const page = await site.open(CHAPTERS.en);
    await page.evaluate(() => {
      document.querySelector('.prose')?.insertAdjacentHTML('afterbegin', '<img src="icon.svg"><p class="seed">pale</p><button></button>');
      const seed = document.querySelector<HTMLElement>('.seed');
      if (seed) seed.style.color = '#ddd';
    });
    const found = (await violations(page)).map((v) => v.split(':')[0]);
    expect(found).toEqual(expect.arrayContaining(['image-alt', 'color-contrast', 'button-name']));
    await page.close();
  });
});

describe('the keyboard', () => {
  it('reaches every control in the order of the page, and the focus is to be seen', async () => {
    const page = await site.open(CHAPTERS.en, { viewport: WIDTHS.desk });
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
    const seen: string[] = [];
    for (let i = 0; i < 40; i++) {
      await page.keyboard.press('Tab');
      const { name, visible } = await page.evaluate(() => {
        const e = document.activeElement as HTMLElement;
        const box = e.getBoundingClientRect();
        const style = getComputedStyle(e);
        return { name: e.className || e.tagName, visible: box.bottom > 0 && box.top < innerHeight && style.outlineStyle !== 'none' };
      });
      expect(visible, name).toBe(true);
      seen.push(name);
    }
    expect(seen).toEqual(expect.arrayContaining(['site-name', 'site-lang', 'fig', 'mark', 'term']));
    await page.close();
  });
});
