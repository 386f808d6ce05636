import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EVERY_RULE, LAYOUT_RULES, violations } from '../../scripts/lib/axe.ts';
import { ALL_CHAPTERS, ALL_LITES, CHAPTERS, rest, type Site, startSite, WIDTHS } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

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
  // Each page has one theme on a phone and the other on a desk, turn by turn; `npm run access` looks at every page in all four.
  it.each(pages.map((page, i) => [...page, i % 2 === 0] as const))('on %s, on a phone and on a desk', async (_name, path, lightFirst) => {
    const themes = lightFirst ? (['light', 'dark'] as const) : (['dark', 'light'] as const);
    const page = await site.look(path, { colorScheme: themes[0] });
    expect(await violations(page, EVERY_RULE), `phone, ${themes[0]}`).toEqual([]);
    // The print edition of the whole is those of the chapters, which are looked at in both ways, and very long.
    if (path !== WHOLE) {
      await page.setViewportSize(WIDTHS.desk);
      await page.emulateMedia({ colorScheme: themes[1] });
      await rest(page);
      expect(await violations(page, LAYOUT_RULES), `desk, ${themes[1]}`).toEqual([]);
    }
  });

  it('on a chapter with a note open, in the two other ways of reading', async () => {
    const page = await site.look(CHAPTERS.en);
    await page.locator('.mark').first().click();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    for (const mode of ['step', 'text']) {
      await page.locator(`[data-set-mode="${mode}"]`).click();
      await rest(page);
      expect(await violations(page), mode).toEqual([]);
    }
  });

  it('but would: a page with seeded faults is caught', async () => {
    const page = await site.look('en/about/');
    await page.evaluate(() => {
      document.querySelector('main')?.insertAdjacentHTML('afterbegin', '<img src="icon.svg"><p class="seed">pale</p><button></button>');
      const seed = document.querySelector<HTMLElement>('.seed');
      if (seed) seed.style.color = '#ddd';
    });
    const found = (await violations(page)).map((v) => v.split(':')[0]);
    expect(found).toEqual(expect.arrayContaining(['image-alt', 'color-contrast', 'button-name']));
  });
});

describe('the keyboard', () => {
  it('reaches every control in the order of the page, and the focus is to be seen', async () => {
    const page = await site.look(CHAPTERS.en, { viewport: WIDTHS.desk });
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
  });
});
