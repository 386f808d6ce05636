import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { selectAll } from 'hast-util-select';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { readChapters } from '../../src/claims/outline.ts';
import { formats } from '../../src/i18n/format.ts';
import { fileBehind } from '../../src/lib/relink.ts';
import type { Lang } from '../../src/scene/types.ts';
import { content } from '../figures/input.ts';
import {
  addressesIn,
  cardWithFile,
  cardWithZip,
  expectEveryStep,
  goOnDisk,
  idsIn,
  looksOf,
  openFromDisk,
  paintedAlone,
  reading,
  treeOf,
  valuesOf,
} from './disk.ts';
import { jumpTo, outlineOf, rest, type Site, shown, startSite, WIDTHS } from './site.ts';

const LANGS = ['en', 'fr'] as const;
const SITE = new URL('http://localhost:4321/');
const LIMIT = 600_000;
/** The day of the edition, with plain spaces. */
const day = (lang: Lang): string => formats(lang).date(content.site.value.edition).replace(/\s/g, ' ');
const slugs = (lang: Lang): string[] => readChapters('.').flatMap((c) => (c.lang === lang ? [c.slug] : []));
/** The pages whose words the file holds. */
const told = (lang: Lang): string[] => ['', ...slugs(lang)].map((slug) => join('dist', lang, slug, 'index.html'));

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

/** Links to the site that lead nowhere on it. */
const deadOnSite = (addresses: readonly string[]): string[] =>
  addresses.filter((address) => {
    const file = /^https?:/.test(address) ? fileBehind(new URL(address), SITE) : undefined;
    return file !== undefined && !existsSync(join('dist', file));
  });

describe.each(LANGS)('the story in one file, %s', (lang) => {
  const { folder, file } = cardWithFile(lang);
  const name = `mali-${lang}.html`;
  const tree = treeOf(file);
  const text = reading(tree);

  it('weighs no more than 600 kB as it lies on the disk', () => {
    expect(statSync(file).size).toBeLessThanOrEqual(LIMIT);
  });

  it('loads nothing: style, script and pictures are in it, and a policy by hash forbids all else', () => {
    const { loads } = addressesIn(tree);
    expect(loads.filter((address) => !/^(?:data:|#)/.test(address))).toEqual([]);
    const html = readFileSync(file, 'utf8');
    expect(html).not.toMatch(/url\(["']?(?!data:|#)|@import|\sstyle=/);
    const policies = selectAll('meta[http-equiv]', tree).map(({ properties }) => String(properties.content));
    expect(policies).toEqual([expect.stringMatching(/^default-src 'none'; (?!.*unsafe)/)]);
  });

  it('says its version, its day and where the newest edition is', () => {
    expect(text).toContain(`${packageJson.version}, ${day(lang)}`);
    const newest = new URL(`offline/${name}`, SITE).href;
    expect(addressesIn(tree).links).toContain(newest);
    expect(selectAll(`html[lang=${lang}]`, tree).length).toBe(1);
  });

  it('has no id twice, and no link that leads nowhere, here or on the site', () => {
    const all = idsIn(tree);
    const ids = new Set(all);
    expect(all.filter((id, i) => all.indexOf(id) !== i)).toEqual([]);
    const { links, loads } = addressesIn(tree);
    expect([...links, ...loads].filter((a) => a.startsWith('#') && !ids.has(decodeURIComponent(a.slice(1))))).toEqual([]);
    const named = ['popoverTarget', 'ariaLabelledBy', 'ariaDescribedBy'].flatMap((attribute) =>
      valuesOf(tree, attribute).flatMap((value) => value.split(/[ ,]/).filter(Boolean)),
    );
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
    expect(deadOnSite(links)).toEqual([]);
    expect(links.filter((a) => !/^(?:#|https?:)/.test(a))).toEqual([]);
  });

  it('drops nothing of the pages it is made of: words, steps, tables, notes, terms, sources', () => {
    const rows = (root: typeof tree): string[] =>
      selectAll('.fig-data tbody tr', root).map((row) =>
        row.children
          .slice(0, -1)
          .flatMap((cell) => (cell.type === 'element' ? [reading(cell)] : []))
          .join('|'),
      );
    const [here, ids] = [new Set(rows(tree)), new Set(idsIn(tree))];
    for (const page of told(lang).map(treeOf)) {
      const parts = [
        '.chapter-head > *:not(.ways):not(.lite-offer)',
        '.prose p',
        '.prose h2',
        '.box-title',
        '.fig-sub',
        '.fig-note',
        '.note-claim',
        '.note-status',
        '.note > p:not(.note-foot)',
      ];
      const missing = parts
        .flatMap((selector) => selectAll(selector, page))
        // Numbers of notes are counted through the file.
        .map((part) => reading(part).replace(/^\d+ /, ''))
        .filter((words) => !text.includes(words));
      expect(missing).toEqual([]);
      const sources = [...selectAll('.source-list > li', page), ...selectAll('.note li', page)].map(reading);
      expect(sources.filter((words) => !text.includes(words))).toEqual([]);
      expect(rows(page).filter((row) => !here.has(row))).toEqual([]);
      const steps = selectAll('[data-step-id]', page).map(({ properties }) => String(properties.dataStepId));
      expect(steps.length).toBeGreaterThan(3);
      expect(steps.filter((id) => !ids.has(id))).toEqual([]);
    }
  });

  it('moves: every step of every figure, as on the site, with the network off', async () => {
    const [frame, viewport] = lang === 'en' ? (['compact', WIDTHS.phone] as const) : (['wide', WIDTHS.desk] as const);
    const page = await openFromDisk(site, folder, name, { viewport, reducedMotion: 'reduce' });
    const outline = await outlineOf(page);
    expect(outline.flatMap((s) => s.steps)).toEqual(
      told(lang).flatMap((p) => selectAll('[data-step-id]', treeOf(p)).map((s) => String(s.properties.dataStepId))),
    );
    await expectEveryStep(page, lang, frame);
    expect(page.complaints).toEqual([]);
  });

  it('opens on the step that the address names, follows the reader, and keeps all three ways of reading', async () => {
    const page = await openFromDisk(site, folder, `${name}#north-gao`);
    await rest(page);
    expect((await shown(page)).find((f) => f.figure === 'north-2012')?.step).toBe('north-gao');
    await jumpTo(page, 'north-timbuktu');
    expect(new URL(page.url()).hash).toBe('#north-timbuktu');
    for (const mode of ['step', 'text', 'scroll']) {
      await page.locator(`[data-set-mode="${mode}"]`).click();
      expect(await page.getAttribute('html', 'data-mode')).toBe(mode);
      // Each way finds the reader’s place first: whoever goes on before that is faster than a hand.
      await rest(page);
    }
    const figure = page.locator('[data-figure="north-2012"]');
    await page.locator('[data-set-mode="step"]').click();
    await figure.scrollIntoViewIfNeeded();
    const before = await figure.getAttribute('data-step');
    // Plain text shows figures finished: the next step may be the one before.
    await figure.locator('[data-go]:not([aria-disabled="true"])').first().click();
    await rest(page);
    expect(await figure.getAttribute('data-step')).not.toBe(before);
    expect((await figure.locator('[data-say]').textContent())?.length).toBeGreaterThan(10);
    expect(page.complaints).toEqual([]);
  });

  it('opens notes with their sources in full, terms, and the table of a figure', async () => {
    const page = await openFromDisk(site, folder, name);
    const mark = page.locator('.mark').first();
    await mark.click();
    const note = page.locator(`#${await mark.getAttribute('popovertarget')}`);
    expect(await note.isVisible()).toBe(true);
    expect(await note.locator('li a[href^="http"]').count()).toBeGreaterThan(0);
    expect(await mark.locator('xpath=..').getAttribute('data-fact')).toBe(await note.getAttribute('data-fact'));
    await note.getByRole('button').click();
    expect(await note.isVisible()).toBe(false);
    await page.locator('.term').first().click();
    expect(await page.locator('.gloss:popover-open').count()).toBe(1);
    await page.keyboard.press('Escape');
    await jumpTo(page, 'promises-78');
    await page.locator('[data-figure="accord-promises"] .fig-bar a').click();
    const table = page.locator('#data-accord-promises table');
    expect(await table.isVisible()).toBe(true);
    const source = await table.locator('tbody td:last-child a').first().getAttribute('href');
    expect(await page.locator(`${source} a, ${source} cite`).count()).toBeGreaterThan(0);
    expect(page.complaints).toEqual([]);
  });

  it('is readable without script: every figure finished, every table, notes that open', async () => {
    for (const viewport of [WIDTHS.phone, WIDTHS.desk]) {
      const page = await openFromDisk(site, folder, name, { javaScriptEnabled: false, viewport });
      expect(await page.locator('svg.scene:visible').count()).toBe(await page.locator('figure[data-figure]').count());
      expect(await page.locator('.step:visible').count()).toBe(await page.locator('.step').count());
      const mark = page.locator('.mark').first();
      await mark.click();
      expect(await page.locator(`#${await mark.getAttribute('popovertarget')}`).isVisible()).toBe(true);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(viewport.width);
    }
  });

  it('draws without script as the pages do: what its marks share has changed none', async () => {
    const page = await openFromDisk(site, folder, name, { javaScriptEnabled: false });
    const own = await looksOf(page);
    const chapters = slugs(lang);
    const looks = new Map<string, string[]>();
    for (const slug of chapters)
      for (const [figure, marks] of await looksOf(await site.look(`${lang}/${slug}/`, { javaScriptEnabled: false })))
        looks.set(figure, marks);
    // The figure of the home page is not on those of the chapters.
    expect(own.length).toBe(looks.size + 1);
    for (const [figure, marks] of own) if (figure !== 'arc') expect(marks, figure).toEqual(looks.get(figure));
    // The base map stands once in the file, put together of fewer shapes: it is painted the same.
    const last = await site.look(`${lang}/${chapters.at(-1)}/`, { javaScriptEnabled: false });
    const [map, copy] = [await paintedAlone(last, 'attacks'), await paintedAlone(page, 'attacks')];
    expect(copy.equals(map)).toBe(true);
  });

  it('also runs where a host sends its header', async () => {
    const page = await site.look(`offline/${name}#north-gao`);
    await rest(page);
    expect((await shown(page)).find((f) => f.figure === 'north-2012')?.step).toBe('north-gao');
    expect(page.complaints).toEqual([]);
  });
});

describe.each(LANGS)('the copy for classrooms, %s', (lang) => {
  const { folder, files } = cardWithZip(lang);
  const pages = files.filter((file) => file.endsWith('.html'));

  it('holds every page of its language, the series, the drawings, and a word on what it is', () => {
    const expected = globSync(`${lang}/**/*.html`, { cwd: 'dist' })
      // The maintainers' page of pictures is no lesson.
      .filter((file) => file !== `${lang}/gallery/index.html`)
      .map((file) => (file === `${lang}/index.html` ? 'index.html' : file));
    expect(pages).toEqual(expected.sort());
    for (const glob of ['data/*.csv', `figures/${lang}/**/*.svg`])
      expect(globSync(glob, { cwd: 'dist' }).filter((file) => !files.includes(file))).toEqual([]);
    expect(readFileSync(join(folder, lang === 'fr' ? 'LISEZMOI.txt' : 'README.txt'), 'utf8')).toMatch(
      new RegExp(
        `${packageJson.version.replaceAll('.', '\\.')}, ${day(lang).replace(/ /g, '\\s')}[\\s\\S]*index\\.html[\\s\\S]*CC BY 4\\.0`,
      ),
    );
  });

  it('leads nowhere that is not there, down to the anchor, and loads nothing but its own files', () => {
    const there = new Set(files);
    const trees = new Map(pages.map((file) => [file, treeOf(join(folder, file))]));
    const ids = new Map([...trees].map(([file, tree]) => [file, new Set(idsIn(tree))]));
    const wrong = [...trees].flatMap(([file, tree]) => {
      const { links, loads } = addressesIn(tree);
      const outside = loads.filter((a) => /^(?:[a-z]+:)?\/\//.test(a) || a.startsWith('/')).map((a) => `${file} loads ${a}`);
      const modules = selectAll('script[type=module]', tree).map(() => `${file} has a module`);
      const lost = [...links, ...loads].flatMap((address) => {
        if (/^(?:https?:|mailto:|data:)/.test(address)) return [];
        const [path = '', hash = ''] = address.replace(/\?[^#]*/, '').split('#');
        const target = path ? posix.join(posix.dirname(file), decodeURIComponent(path)) : file;
        if (!there.has(target)) return [`${file}: ${address}`];
        return hash && target.endsWith('.html') && !ids.get(target)?.has(decodeURIComponent(hash)) ? [`${file}: no ${address}`] : [];
      });
      return [...outside, ...modules, ...lost, ...deadOnSite(links).map((a) => `${file}: ${a}`)];
    });
    expect(wrong).toEqual([]);
  });

  it('opens every kind of page with the network off, in peace', async () => {
    const kinds = [
      'index.html',
      ...pages.filter((file) => file.split('/').length === 3),
      ...['figures', lang === 'fr' ? 'donnees' : 'data', lang === 'fr' ? 'affirmations' : 'claims'].map(
        (kind) => pages.find((file) => file.startsWith(`${lang}/${kind}/`) && file.split('/').length === 4) ?? '',
      ),
    ];
    expect(kinds.length).toBeGreaterThan(17);
    const page = await openFromDisk(site, folder, 'index.html');
    for (const path of kinds) {
      await goOnDisk(page, folder, path);
      expect(page.complaints, path).toEqual([]);
      expect(await page.getAttribute('html', 'lang')).toBe(lang);
      expect(await page.evaluate(() => getComputedStyle(document.body).fontFamily), path).toContain('Gentium');
    }
  });

  it('moves the figures of a chapter, step by step', async () => {
    const page = await openFromDisk(site, folder, `${lang}/${slugs(lang)[0]}/index.html`, { reducedMotion: 'reduce' });
    await expectEveryStep(page, lang, 'compact');
    expect(page.complaints).toEqual([]);
  });

  it('is walked through by its links, searched and filtered', async () => {
    const page = await openFromDisk(site, folder, 'index.html');
    await page.locator('.home-chapters a').first().click();
    await page.waitForSelector('html[data-ready]');
    await page.locator('.site-find').click();
    await page.waitForSelector('html[data-ready]');
    await page.locator('[data-find] input').fill('kidal');
    await page.waitForSelector('[data-results] li');
    expect(new URL(page.url()).searchParams.get('q')).toBe('kidal');
    await page.locator('[data-results] a').first().click();
    await page.waitForLoadState();
    expect(page.url()).toMatch(/^file:.*\.html/);
    expect(page.complaints).toEqual([]);
  });
});
