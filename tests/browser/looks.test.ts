import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshMarks } from './fresh.ts';
import { ALL_CHAPTERS, CHAPTERS, laidOut, outlineOf, rest, type Site, shown, startSite, turnAll, WIDTHS } from './site.ts';

const english = ALL_CHAPTERS.filter(([name]) => name.startsWith('en'));
let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

/** Words of a drawing that run into each other, off its sheet, or are too small. Runs in the page. */
function faults(_figure: HTMLElement, svg: SVGSVGElement | undefined): string[] {
  if (!svg) return ['no drawing on show'];
  const SLACK = 1;
  const sheet = svg.getBoundingClientRect();
  const scale = sheet.width / svg.viewBox.baseVal.width;
  const words = [...svg.querySelectorAll('text')].filter((t) => t.textContent && t.getAttribute('opacity') !== '0');
  const boxes = words.map((t) => {
    // The box of a line is taller than its letters: trim it to the x-height and a little more.
    const b = t.getBoundingClientRect();
    return {
      text: t.textContent ?? '',
      left: b.left,
      right: b.right,
      top: b.top + b.height * 0.22,
      bottom: b.bottom - b.height * 0.24,
      size: Number(t.getAttribute('font-size')) * scale,
    };
  });
  const off = boxes
    .filter(
      (b) => b.left < sheet.left - SLACK || b.right > sheet.right + SLACK || b.top < sheet.top - SLACK || b.bottom > sheet.bottom + SLACK,
    )
    .map((b) => `"${b.text}" runs off the sheet`);
  const small = boxes.filter((b) => b.size < 12).map((b) => `"${b.text}" is ${b.size.toFixed(1)} px`);
  const clash = boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter((b) => a.left < b.right - SLACK && b.left < a.right - SLACK && a.top < b.bottom - SLACK && b.top < a.bottom - SLACK)
      .map((b) => `"${a.text}" on "${b.text}"`),
  );
  return [...off, ...small, ...clash];
}

/** Places of drawings where none of the frames is to be seen, or more than one. */
const unseen = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const places = new Map<Element, number>();
    for (const svg of document.querySelectorAll('svg.scene')) {
      const place = svg.parentElement as Element;
      places.set(place, (places.get(place) ?? 0) + Number(svg.getBoundingClientRect().height > 20));
    }
    return [...places].filter(([, seen]) => seen !== 1).map(([place, seen]) => `${place.className} shows ${seen}`);
  });

/** Pages beside the chapters with a figure of their own. */
const PLACES = [['en places', 'en/places/'] as const, ['fr lieux', 'fr/lieux/'] as const];
/** One page of each kind that is looked things up in. */
const SHELF = [
  'fr/chronologie/',
  'fr/acteurs/',
  'fr/lieux/',
  'fr/glossaire/',
  'fr/affirmations/',
  'fr/affirmations/moura-un/',
  'fr/sources/',
  'fr/donnees/',
  'fr/donnees/attacks/',
  'fr/figures/control/',
  'fr/figures/moura/moura-un/',
  'fr/redactions/',
  'fr/chercher/',
  'fr/enseigner/',
  'fr/enseigner/corrige/',
  'fr/enseigner/50-minutes/',
  'fr/enseigner/seance-1/',
  'fr/methode/',
  'fr/alliance-russe/imprimer/',
  'en/print/',
].map((path) => [path, path] as const);

describe.each([...ALL_CHAPTERS, ...PLACES])('the figures in %s', (_name, path) => {
  it.each(['phone', 'tablet', 'desk'] as const)('have no words that collide, run off or shrink, at any step on a %s', async (width) => {
    const page = await site.look(path, { viewport: WIDTHS[width], reducedMotion: 'reduce' });
    const turned = await turnAll(page, faults);
    expect(turned.map(({ figure, step }) => `${figure} ${step}`)).toEqual(
      (await outlineOf(page)).flatMap(({ scene, steps }) => steps.map((step) => `${scene} ${step}`)),
    );
    expect(turned.flatMap(({ figure, step, found }) => found.map((fault) => `${figure}/${step}: ${fault}`))).toEqual([]);
  });
});

describe('the page', () => {
  it.each([['en home', 'en/'] as const, ['fr home', 'fr/'] as const, ['previsions', 'fr/previsions/'] as const, ...SHELF, ...ALL_CHAPTERS])(
    'in %s scrolls in one direction only, down to 320 px, and shows each drawing in one of its frames',
    async (_name, path) => {
      const page = await site.look(path, { viewport: { width: 320, height: 720 } });
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      for (const width of [320, 360, 768, 1440]) {
        await page.setViewportSize({ width, height: 720 });
        await laidOut(page);
        const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
        expect(content, `${width} px`).toBeLessThanOrEqual(window as number);
        expect(await unseen(page), `${width} px`).toEqual([]);
      }
    },
  );

  it.each(ALL_CHAPTERS)('in %s pins a figure within 56 % of a phone’s height and leaves it whole', async (_name, path) => {
    const page = await site.look(path);
    for (const height of [640, 740, 800]) {
      await page.setViewportSize({ width: 360, height });
      await rest(page);
      const tallest = await page.evaluate(
        () => Math.max(...[...document.querySelectorAll('.fig')].map((f) => f.getBoundingClientRect().height)) / innerHeight,
      );
      expect(tallest, `${height} px`).toBeLessThanOrEqual(0.561);
    }
  });

  it.each(ALL_CHAPTERS)(
    'in %s leaves neither a full stop nor a note mark alone at the head of a line, nor an article alone at its end',
    async (_name, path) => {
      const page = await site.look(path);
      for (const viewport of [WIDTHS.phone, WIDTHS.tablet, WIDTHS.desk]) {
        await page.setViewportSize(viewport);
        const alone = await page.evaluate(() => {
          /** Where one character of a text stands. */
          const boxOf = (text: Node, from: number): DOMRect => {
            const range = document.createRange();
            range.setStart(text, from);
            range.setEnd(text, from + 1);
            return range.getBoundingClientRect();
          };
          const terms = [...document.querySelectorAll('.prose .term')].flatMap((term) => {
            const [before, box, after] = [term.previousSibling, term.getBoundingClientRect(), term.nextSibling];
            const parted =
              (before instanceof Text && /[^ \n]$/.test(before.data) && boxOf(before, before.length - 1).bottom < box.top + 4) ||
              (after instanceof Text && /^[^ \n]/.test(after.data) && boxOf(after, 0).top > box.bottom - 4);
            return parted ? [`${before?.textContent?.slice(-3)}${term.textContent}${after?.textContent?.slice(0, 3)}`] : [];
          });
          const facts = [...document.querySelectorAll('.prose .fact')].flatMap((fact) => {
            const mark = [...fact.querySelectorAll('.mark')].at(-1)?.getBoundingClientRect();
            if (!mark) return [];
            // The text just before the mark, where an author's own words have one.
            const texts = document.createTreeWalker(fact, NodeFilter.SHOW_TEXT, (text) =>
              text.parentElement?.closest('.mark, .mark-link') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
            );
            while (texts.nextNode());
            const last = texts.currentNode;
            const lost = last instanceof Text && mark.top > boxOf(last, last.length - 1).bottom - 4 ? [`${fact.textContent}`] : [];
            const after = fact.nextSibling;
            if (after?.nodeType !== Node.TEXT_NODE || !/^[\u202f\u00a0]?[.,;:!?]/.test(after.textContent ?? '')) return lost;
            return boxOf(after, 0).top > mark.bottom - 4 ? [...lost, `${fact.textContent}${after.textContent?.slice(0, 3)}`] : lost;
          });
          return [...terms, ...facts];
        });
        expect(alone, `${viewport.width} px`).toEqual([]);
      }
    },
  );

  it('shows the first figure within one flick of the heading', async () => {
    const page = await site.look(CHAPTERS.en);
    const top = await page
      .locator('.fig')
      .first()
      .evaluate((f) => f.getBoundingClientRect().top / innerHeight);
    expect(top).toBeLessThan(2);
  });

  it.each(ALL_CHAPTERS)('in %s prints every step’s words, every figure, its table and the notes', async (_name, path) => {
    const page = await site.look(path);
    await page.emulateMedia({ media: 'print' });
    const hidden = await page.evaluate(() =>
      [...document.querySelectorAll('.step, .fig svg.wide, .note, table')]
        .filter((e) => e.getBoundingClientRect().height < 8)
        .map((e) => e.id || e.className),
    );
    expect(hidden).toEqual([]);
  });

  it('says what a table holds without being moved, on a phone', async () => {
    for (const path of ['en/humanitarian-toll/', 'fr/donnees/displaced/', 'embed/fr/control/']) {
      const page = await site.look(path);
      const ends = await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
        return [...document.querySelectorAll('table caption')].map((caption) => caption.getBoundingClientRect().right);
      });
      expect(ends.length, path).toBeGreaterThan(0);
      expect(Math.max(...ends), path).toBeLessThanOrEqual(WIDTHS.phone.width);
    }
  });

  it('asks nobody else for anything and sets no cookie', async () => {
    const page = await site.open(CHAPTERS.fr);
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await rest(page);
    expect(page.complaints).toEqual([]);
    expect(await page.evaluate(() => document.cookie)).toBe('');
    await page.close();
  });
});

describe('on paper', () => {
  it.each(english)(
    'in %s every step gets its own picture, wherever the reader was, and the page comes back as it was',
    async (_n, path) => {
      const page = await site.look(path);
      const outline = await outlineOf(page);
      await rest(page);
      const before = await shown(page);
      await page.emulateMedia({ media: 'print' });
      const printed = await page.evaluate(() => {
        dispatchEvent(new Event('beforeprint'));
        return [...document.querySelectorAll<HTMLElement>('[data-step-id]')].map((step) => {
          const [svg, ...more] = step.querySelectorAll('svg');
          const [picture, words] = [svg?.getBoundingClientRect(), step.querySelector('p')?.getBoundingClientRect()];
          return {
            step: step.dataset.stepId ?? '',
            marks: [...(svg?.querySelector('g')?.children ?? [])].map(
              (node) =>
                `${node.tagName} ${[...node.attributes]
                  .map((a) => `${a.name}=${a.value}`)
                  .sort()
                  .join(' ')} ${node.textContent ?? ''}`,
            ),
            more: more.length,
            left: picture?.left ?? -1,
            beside: (picture?.width ?? 0) > 300 && (picture?.height ?? 0) > 200 && Math.abs((picture?.top ?? 0) - (words?.top ?? 999)) < 40,
          };
        });
      });
      const stage = page.locator('.fig .stage:visible');
      expect(await stage.count()).toBe(0);
      expect(printed.map((p) => p.step)).toEqual(outline.flatMap((s) => s.steps));
      // One below the other, never side by side.
      expect(new Set(printed.map((p) => p.left)).size).toBe(1);
      for (const { scene, steps } of outline)
        for (const step of steps) {
          const found = printed.find((p) => p.step === step);
          expect(found?.marks, step).toEqual(freshMarks(scene, step, 'en', 'compact'));
          expect([found?.more, found?.beside], step).toEqual([0, true]);
        }
      await page.evaluate(() => dispatchEvent(new Event('afterprint')));
      await page.emulateMedia({ media: 'screen' });
      await rest(page);
      expect(await page.locator('.step svg').count()).toBe(0);
      expect(await page.locator('.fig .stage:visible').count()).toBe(outline.length);
      expect(await shown(page)).toEqual(before);
    },
  );

  it('without script each figure is printed finished', async () => {
    const page = await site.look(CHAPTERS.en, { javaScriptEnabled: false });
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.fig svg.wide:visible').count()).toBe(await page.locator('[data-scene]').count());
  });
});

describe('note marks', () => {
  it.each(ALL_CHAPTERS)('in %s stand apart: two numbers never read as one', async (_name, path) => {
    const page = await site.look(path);
    const touching = await page.evaluate(() =>
      [...document.querySelectorAll('.prose .cite')].flatMap((cite) => {
        // A range measures the digits themselves, without the padding around them.
        const boxes = [...cite.querySelectorAll('.mark sup')].map((sup) => {
          const range = document.createRange();
          range.selectNodeContents(sup);
          return range.getBoundingClientRect();
        });
        return boxes.slice(1).flatMap((box, i) => {
          const before = boxes[i];
          return before && box.top === before.top && box.left - before.right < 3 ? [cite.textContent] : [];
        });
      }),
    );
    expect(touching).toEqual([]);
  });
});
