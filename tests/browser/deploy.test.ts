import { describe, expect, it } from 'vitest';
import { keptFiles } from '../../scripts/lib/keep/manifest.ts';
import { keepingOf } from '../../scripts/lib/keep.ts';
import {
  checkNow,
  cut,
  editions,
  go,
  held,
  host,
  keep,
  one,
  pagesOf,
  readable,
  reader,
  saysKept,
  startKeeping,
  turnsTo,
  two,
  waits,
} from './keep-reader.ts';

startKeeping();

describe('a second deploy', () => {
  it('is taken whole on the next visit, and old and new never mix', async () => {
    const { context, page, complaints } = await reader();
    await keep(page, 'en/');
    host.serve(two);
    host.delay = 40;
    // While the new version is on its way, a reader goes from page to page of the old one.
    await go(page, 'en/algiers-accord/');
    await page.waitForSelector('html[data-ready]');
    expect(await editions(page)).toEqual(['one']);
    for (const path of readable('en').slice(1, 6)) {
      await go(page, path);
      await page.waitForSelector('html[data-ready]');
      expect((await editions(page)).length, path).toBe(1);
    }
    host.delay = 0;
    await checkNow(page);
    await waits(page);
    await go(page, 'en/');
    await turnsTo(page, 'two');
    await saysKept(page, 'en', 'two');
    await cut(context);
    complaints.length = 0;
    for (const path of readable('en')) {
      await go(page, path);
      await page.waitForSelector('html[data-ready]');
      expect(await editions(page), path).toEqual(['two']);
    }
    expect(complaints).toEqual([]);
    const { files } = await held(page);
    expect(files.length).toBe(keptFiles(keepingOf(two, '/'), pagesOf('en')).size);
    expect(files.filter((file) => /one\.\w+$/.test(file))).toEqual([]);
    await context.close();
  });

  it('waits while another window still reads the old version, and fetches only what changed', async () => {
    const { context, page } = await reader();
    await keep(page, 'en/');
    await go(page, 'en/algiers-accord/');
    host.serve(two);
    await go(page, 'en/algiers-accord/');
    await checkNow(page);
    await waits(page);
    expect(host.sent.map((s) => s.path)).not.toContain('/icon.svg');
    const second = await context.newPage();
    await go(second, 'en/');
    await saysKept(second, 'en', 'one');
    expect(await editions(second)).toEqual(['one']);
    await page.close();
    await second.reload();
    await turnsTo(second, 'two');
    expect(await editions(second)).toEqual(['two']);
    await context.close();
  });

  it.each([
    [
      'the network fails in the middle',
      () => {
        host.broken = (path) => path.startsWith('/en/russia');
      },
    ],
    [
      'a cache on the way still has one page of the old version',
      () => {
        host.stale = { folder: one, of: (path) => path === '/en/humanitarian-toll/' };
      },
    ],
  ])('leaves the old version whole where %s, and is taken later', async (_name, fail) => {
    const { context, page } = await reader();
    await keep(page, 'en/');
    host.serve(two);
    fail();
    await go(page, 'en/');
    await checkNow(page);
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting ?? null)).toBeNull();
    await cut(context);
    for (const path of readable('en')) {
      await go(page, path);
      await page.waitForSelector('html[data-ready]');
      expect(await editions(page), path).toEqual(['one']);
    }
    await context.setOffline(false);
    host.broken = () => false;
    host.stale = undefined;
    await checkNow(page);
    await waits(page);
    await go(page, 'en/');
    await turnsTo(page, 'two');
    expect(await editions(page)).toEqual(['two']);
    await context.close();
  });
});
