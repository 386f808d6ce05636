/** The ways of reading: by hand, step by step, plain text, less motion, less data, without script; and the notes. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectTruth } from './fresh.ts';
import { ALL_CHAPTERS, CHAPTERS, jumpTo, outlineOf, rest, type Site, shown, startSite, WIDTHS } from './site.ts';

const english = ALL_CHAPTERS.filter(([name]) => name.startsWith('en'));
let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

describe('by hand', () => {
  it('Next and Previous turn the steps, speak the sentence and take the words along', async () => {
    const page = await site.look(CHAPTERS.en);
    await jumpTo(page, 'north-january');
    const figure = page.locator('[data-figure="north-2012"]');
    await figure.locator('[data-go="1"]').click();
    await expectTruth(page, 'compact', 'north-kidal');
    expect((await figure.locator('[data-say]').textContent())?.length).toBeGreaterThan(10);
    await figure.locator('[data-go="-1"]').click();
    await expectTruth(page, 'compact', 'north-january');
  });

  it('arrow keys do the same when the figure has focus, and scrolling stays silent', async () => {
    const page = await site.look(CHAPTERS.en, { viewport: WIDTHS.desk });
    await jumpTo(page, 'north-gao');
    const figure = page.locator('[data-figure="north-2012"]');
    expect(await figure.locator('[data-say]').textContent()).toBe('');
    await figure.focus();
    await page.keyboard.press('ArrowRight');
    await expectTruth(page, 'wide', 'north-timbuktu');
    await page.keyboard.press('ArrowLeft');
    await expectTruth(page, 'wide', 'north-gao');
  });

  it('step by step, every state is reached by Next alone and the choice is kept', async () => {
    const page = await site.look(CHAPTERS.en);
    await page.locator('[data-set-mode="step"]').click();
    await rest(page);
    const { steps } = (await outlineOf(page))[1] ?? { steps: [] };
    const figure = page.locator('[data-figure="north-2012"]');
    await figure.scrollIntoViewIfNeeded();
    for (const step of steps.slice(1)) {
      await figure.locator('[data-go="1"]').click();
      await rest(page);
      expect(await figure.getAttribute('data-step')).toBe(step);
      expect(await page.locator('.step:visible[data-step-id^="north-"]').count()).toBe(1);
    }
    await page.reload();
    await page.waitForSelector('html[data-ready]');
    expect(await page.getAttribute('html', 'data-mode')).toBe('step');
  });

  it.each(['phone', 'desk'] as const)(
    'on a %s each way finds the step that was read in the one before, through plain text too',
    async (width) => {
      const page = await site.look(CHAPTERS.en, { viewport: WIDTHS[width] });
      await jumpTo(page, 'north-timbuktu');
      for (const mode of ['text', 'scroll', 'step', 'text', 'step', 'scroll'] as const) {
        await page.evaluate((m) => document.querySelector<HTMLElement>(`[data-set-mode="${m}"]`)?.click(), mode);
        await rest(page);
        if (mode !== 'text') expect((await shown(page)).find((f) => f.figure === 'north-2012')?.step, mode).toBe('north-timbuktu');
        const { top, bottom } = await page
          .locator('[data-step-id="north-timbuktu"]')
          .evaluate((step) => step.getBoundingClientRect().toJSON());
        expect(bottom > 0 && top < WIDTHS[width].height, `${mode}: its words are on screen`).toBe(true);
      }
    },
  );

  it('plain text shows every figure finished and pins nothing', async () => {
    const page = await site.look(CHAPTERS.en);
    await page.locator('[data-set-mode="text"]').click();
    await rest(page);
    expect((await shown(page)).map((f) => f.step)).toEqual((await outlineOf(page)).map((s) => s.steps.at(-1)));
    expect(
      await page
        .locator('.fig')
        .first()
        .evaluate((f) => getComputedStyle(f).position),
    ).toBe('relative');
  });
});

describe('moving', () => {
  it('passes through pictures that are neither step’s, says that it moves, and stops', async () => {
    const page = await site.look(CHAPTERS.en);
    await jumpTo(page, 'kidal-africa');
    const between = await page.evaluate(async () => {
      const figure = document.querySelector('[data-figure="kidal-holders"]');
      const map = () => figure?.querySelector('svg.compact use')?.getAttribute('transform') ?? '';
      figure?.querySelector<HTMLElement>('[data-go="1"]')?.click();
      const seen = new Set<string>();
      let said = false;
      do {
        await new Promise(requestAnimationFrame);
        seen.add(map());
        said ||= figure?.hasAttribute('data-moving') ?? false;
      } while (figure?.hasAttribute('data-moving'));
      return { places: seen.size, said };
    });
    expect(between.said).toBe(true);
    expect(between.places).toBeGreaterThan(3);
    await expectTruth(page, 'compact', 'kidal-mali');
  });
});

describe('less', () => {
  it('with reduced motion a step is a cut', async () => {
    const page = await site.look(CHAPTERS.en, { reducedMotion: 'reduce' });
    await jumpTo(page, 'north-january');
    const moved = await page.evaluate(async () => {
      const figure = document.querySelector('[data-figure="north-2012"]');
      let seen = false;
      const watch = new MutationObserver(() => {
        seen ||= figure?.hasAttribute('data-moving') ?? false;
      });
      if (figure) watch.observe(figure, { attributes: true });
      figure?.querySelector<HTMLElement>('[data-go="1"]')?.click();
      await new Promise((done) => setTimeout(done, 300));
      return seen;
    });
    expect(moved).toBe(false);
    await expectTruth(page, 'compact', 'north-kidal');
  });

  it('the motion switch does the same for readers whose system does not say so', async () => {
    const page = await site.look(CHAPTERS.en);
    await page.locator('[data-set-motion]').click();
    expect(await page.getAttribute('html', 'data-motion')).toBe('off');
    await jumpTo(page, 'north-gao');
    await page.locator('[data-figure="north-2012"] [data-go="1"]').click();
    expect(await page.locator('[data-figure="north-2012"][data-moving]').count()).toBe(0);
  });

  it('with data saved, nothing more is fetched than the page, its style, its script and its fonts', async () => {
    const saver = await site.open(CHAPTERS.en, { extraHTTPHeaders: { 'Save-Data': 'on' } });
    const fetched = await saver.evaluate(() =>
      performance.getEntriesByType('resource').map((r) => new URL(r.name).pathname.replace(/.*\./, '')),
    );
    expect(fetched.filter((ext) => !['css', 'js', 'woff2', 'svg'].includes(ext))).toEqual([]);
    await jumpTo(saver, 'north-gao');
    await expectTruth(saver, 'compact', 'north-gao');
    await saver.close();
  });

  it.each(english)('in %s without script everything is there: words, finished figures, tables, notes that open', async (_name, path) => {
    const page = await site.look(path, { javaScriptEnabled: false });
    const noScript = await page.locator('.prose').innerText();
    const withScript = await site.look(path);
    await withScript.locator('[data-set-mode="text"]').click();
    expect(noScript.length).toBeGreaterThan((await withScript.locator('.prose').innerText()).length * 0.97);
    expect(await page.locator('svg.scene.compact:visible').count()).toBe(await page.locator('figure[data-figure]').count());
    expect(
      await page
        .locator('.fig')
        .first()
        .evaluate((f) => getComputedStyle(f).position),
    ).toBe('relative');
    const mark = page.locator('.mark').first();
    const note = page.locator(`#${await mark.getAttribute('popovertarget')}`);
    expect(await note.isVisible()).toBe(false);
    await mark.click();
    expect(await note.isVisible()).toBe(true);
  });
});

describe('a note', () => {
  it('opens with one tap and closes with its button, with Escape and by a tap elsewhere', async () => {
    const page = await site.look(CHAPTERS.en);
    const mark = page.locator('.mark').first();
    const note = page.locator(`#${await mark.getAttribute('popovertarget')}`);
    await mark.click();
    expect(await note.isVisible()).toBe(true);
    expect(await note.locator('a[href^="http"]').count()).toBeGreaterThan(0);
    await note.getByRole('button').click();
    expect(await note.isVisible()).toBe(false);
    await mark.focus();
    await page.keyboard.press('Enter');
    expect(await note.isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await note.isVisible()).toBe(false);
  });
});
