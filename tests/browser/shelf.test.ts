import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { freshMarks } from './fresh.ts';
import { CHAPTERS, rest, type Site, shown, startSite, WIDTHS } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

const visible = (selector: string) => `${selector}:visible`;

describe('a list that is filtered', () => {
  it('is whole without script, and offers no filter that would not work', async () => {
    const page = await site.look('en/timeline/', { javaScriptEnabled: false });
    expect(await page.locator(visible('[data-item]')).count()).toBeGreaterThan(150);
    expect(await page.locator('.explore').isVisible()).toBe(false);
  });

  it('keeps its state in the address: set, linked to, gone back to, cleared', async () => {
    const page = await site.look('fr/chronologie/');
    const all = await page.locator(visible('[data-item]')).count();
    await page.locator('select[name="actor"]').selectOption('fla');
    await page.locator('input[name="q"]').fill('kidal');
    const few = await page.locator(visible('[data-item]')).count();
    expect(few).toBeGreaterThan(1);
    expect(few).toBeLessThan(all);
    expect(new URL(page.url()).search).toBe('?actor=fla&q=kidal');
    expect(await page.locator('[data-count]').textContent()).toBe(`Affichage\u00a0: ${few} sur ${all}`);
    // Groups with nothing left are gone with their heading.
    for (const group of await page.locator(visible('[data-group]')).all())
      expect(await group.locator(visible('[data-item]')).count()).toBeGreaterThan(0);
    await page.reload();
    await page.waitForSelector('html[data-ready]');
    expect(await page.locator(visible('[data-item]')).count()).toBe(few);
    expect(await page.locator('select[name="actor"]').inputValue()).toBe('fla');
    await page.locator('select[name="actor"]').selectOption('');
    await page.locator('input[name="q"]').fill('');
    expect(new URL(page.url()).search).toBe('');
    expect(await page.locator(visible('[data-item]')).count()).toBe(all);
  });

  it('drops a value that is no choice, and reads nothing of the address as markup', async () => {
    const page = await site.look('en/claims/?status=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&chapter=99');
    expect(await page.locator(visible('[data-item]')).count()).toBe(await page.locator('[data-item]').count());
    expect(await page.locator('main img').count()).toBe(0);
    expect(page.complaints).toEqual([]);
  });

  it('goes to the entry that an address names, filter or not', async () => {
    const page = await site.look('en/sources/?type=dataset#reuters-2026-kidal');
    expect(await page.locator('[id="reuters-2026-kidal"]').isVisible()).toBe(true);
  });
});

describe('the map of places', () => {
  it('moves by a slider that keys turn and that says its date, and the address names the state', async () => {
    for (const viewport of [WIDTHS.phone, WIDTHS.desk]) {
      const page = await site.look('en/places/', { viewport });
      const slider = page.locator('[data-slide]');
      expect(await slider.getAttribute('aria-valuetext')).toBe('17\u00a0January 2012');
      await slider.focus();
      for (let i = 0; i < 12; i++) await page.keyboard.press('ArrowRight');
      await rest(page);
      expect(await slider.getAttribute('aria-valuetext')).toBe('14\u00a0November 2023');
      const [figure] = await shown(page);
      expect(figure?.step).toBe('control-2023-11');
      expect(figure?.marks).toEqual(freshMarks('control', 'control-2023-11', 'en', viewport === WIDTHS.phone ? 'compact' : 'wide'));
      expect(new URL(page.url()).hash).toBe('#control-2023-11');
      expect(await page.locator('[data-say]').textContent()).toContain('14 November 2023');
      await page.keyboard.press('Home');
      await rest(page);
      expect((await shown(page))[0]?.step).toBe('control-2012-01');
      expect(page.complaints).toEqual([]);
    }
  });

  it('opens on the state that an address names, and stays put when the page is scrolled', async () => {
    const page = await site.look('fr/lieux/#control-2014-05');
    await rest(page);
    expect((await shown(page))[0]?.step).toBe('control-2014-05');
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await rest(page);
    expect((await shown(page))[0]?.step).toBe('control-2014-05');
  });

  it('is a list where there is no script: every state in words, every hold with its status', async () => {
    const page = await site.look('fr/lieux/', { javaScriptEnabled: false });
    expect(await page.locator(visible('[data-step-id]')).count()).toBe(17);
    expect(await page.locator('.fig-slide').isVisible()).toBe(false);
    expect(await page.locator('#kidal .entry-list').first().locator('li').count()).toBeGreaterThanOrEqual(9);
  });
});

describe('find', () => {
  it.each([
    ['en', 'find', 'menaka', 'Ménaka'],
    ['fr', 'chercher', 'hélicopt', 'élicoptères'],
  ])('in %s fetches its index only when asked, by keyboard, and keeps the words in the address', async (lang, slug, words, expected) => {
    const page = await site.look(`${lang}/${slug}/`);
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(request.url()));
    await page.locator('#q').focus();
    expect(fetched.filter((u) => u.includes('/search/'))).toEqual([]);
    await page.keyboard.type(words);
    await page.waitForSelector('[data-results] li');
    expect(fetched.filter((u) => u.includes('/search/')).length).toBe(1);
    expect(await page.locator('[data-results]').textContent()).toContain(expected);
    expect(new URL(page.url()).searchParams.get('q')).toBe(words);
    // Every result leads somewhere, down to the anchor.
    for (const href of await page.locator('[data-results] a').evaluateAll((links) => links.map((a) => (a as HTMLAnchorElement).href))) {
      const answer = await page.request.get(href);
      expect(answer.ok(), href).toBe(true);
      const hash = new URL(href).hash.slice(1);
      if (hash) expect(await answer.text(), href).toContain(`id="${hash}"`);
    }
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('[data-results]') !== null)).toBe(true);
    expect(page.complaints).toEqual([]);
  });

  it('says so when nothing is found and when the index does not come', async () => {
    const page = await site.open('en/find/?q=zzzzzz');
    await page.waitForFunction(() => document.querySelector('[data-count]')?.textContent !== '');
    expect(await page.locator('[data-count]').textContent()).toContain('Nothing found');
    await page.close();
    const cut = await site.open('en/find/');
    await cut.route('**/search/*', (route) => route.abort());
    await cut.locator('#q').fill('kidal');
    await cut.waitForFunction(() => document.querySelector('[data-count]')?.textContent?.includes('could not'));
    // And it works again once the network is back.
    await cut.unroute('**/search/*');
    await cut.locator('#q').fill('kidal t');
    await cut.waitForSelector('[data-results] li');
    await cut.close();
  });
});

describe('cite this', () => {
  it('copies an entry, and dates the reading on the reader’s own day', async () => {
    const page = await site.open('en/claims/moura-un/');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site.origin });
    await page.locator('[data-copy-text="iso690"]').click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain(`version ${packageJson.version}`);
    expect(copied).toContain(new Date().toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' }));
    expect(await page.locator('[data-copy-text="iso690"]').textContent()).toBe('Copied');
    await page.close();
  });

  it('is there without script, in four styles', async () => {
    const page = await site.look(CHAPTERS.fr, { javaScriptEnabled: false });
    await page.locator('.cite-this summary').click();
    expect(await page.locator(visible('.cite-this dd')).count()).toBe(4);
    expect(await page.locator(visible('[data-copy-text]')).count()).toBe(0);
  });
});

describe('paragraph numbers', () => {
  it('show on request, and are the addresses of the paragraphs', async () => {
    const page = await site.look(CHAPTERS.en);
    const number = () => page.evaluate(() => getComputedStyle(document.querySelector('#p01') as Element, '::before').content);
    expect(await number()).toBe('none');
    await page.locator('[data-set-numbers]').click();
    expect(await number()).toContain('p01');
  });
});
