import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { childOf, type Host, roomOf, snippets, startHost } from './hosts.ts';
import { type Site, startSite } from './site.ts';

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

/** What a careless or hostile page may post. Built in the page: not all of it survives a trip through JSON. */
const JUNK = `[null, undefined, 0, NaN, Infinity, -1, 1e308, '', 'x'.repeat(1e5), 'pymxPYMxstory_1xPYMxheightxPYMx99999', 'pymxPYMxstory_1xPYMxwidthxPYMx-1',
  {}, [], [[]], new Date(0), /x/, new Map([['message', 'ready']]), { message: 'ready', secret: 'wrong' }, { message: 'ready', secret: {} },
  { message: 'height', value: 1e9 }, { sentinel: 'amp', type: 'embed-size' }, { sentinel: 'amp', type: 'embed-size', height: '900' },
  { sentinel: 'amp', type: 'embed-size', height: NaN }, { sentinel: 'amp', type: 'embed-size', height: { valueOf: 1 } }, { sentinel: 'amp', type: 'embed-size', height: Infinity },
  { sentinel: 'amp', type: 'other', height: 777 }, { sentinel: 'ampx', type: 'embed-size', height: 777 }, { 'datawrapper-height': { gold: 777 } },
  { 'datawrapper-height': null }, JSON.parse('{"__proto__":{"height":777,"message":"ready"}}'), JSON.parse('{"constructor":{"prototype":{"x":1}}}'), { step: 3, theme: 'dark' }]`;

describe('messages that mean nothing', () => {
  it('move nothing in an embed, and are not answered', async () => {
    const page = await host.open(
      `<iframe src="${src('en/gold')}?childId=story_1#?secret=Ab12Cd34Ef" title="t" width="480" height="900"></iframe>`,
      480,
    );
    const frame = await childOf(page);
    const before = await frame.evaluate(() => document.documentElement.outerHTML);
    // What was sent before is not an answer; asked by its own name the embed answers, after all the others were read.
    const heard = await page.evaluate(`(async () => {
      const child = document.querySelector('iframe').contentWindow;
      const answers = [];
      await new Promise((done) => setTimeout(done, 200));
      const asked = new Promise((done) => addEventListener('message', ({ data }) => {
        answers.push(data);
        if (data.secret) done();
      }));
      for (const message of ${JUNK}) child.postMessage(message, '*');
      child.postMessage({ message: 'ready', secret: 'Ab12Cd34Ef' }, '*');
      await asked;
      return answers;
    })()`);
    expect(heard).toHaveLength(4);
    expect(await frame.evaluate(() => document.documentElement.outerHTML)).toBe(before);
    expect(page.complaints).toEqual([]);
    await page.context().close();
  });

  it('move nothing in the loader, whoever sends them: a stranger’s frame, the page itself, the embed', async () => {
    const stranger = `<iframe id="stranger" srcdoc="<p>ad</p>" title="ad" width="300" height="250"></iframe>`;
    const page = await host.open(`${snippets(site.origin, 'en', 'gold')[1]}${stranger}`, 480);
    const frame = await childOf(page);
    const heights = (): Promise<number[]> => page.evaluate(() => [...document.querySelectorAll('iframe')].map((f) => f.offsetHeight));
    await expect.poll(async () => Math.abs((await roomOf(frame)).given - (await roomOf(frame)).taken)).toBeLessThanOrEqual(2);
    const before = await heights();
    expect(before[1]).toBe(250 + 4);
    const asks = { sentinel: 'amp', type: 'embed-size', height: 777 };
    const ad = page.frames().find((f) => f.url() === 'about:srcdoc');
    await ad?.evaluate((message) => parent.postMessage(message, '*'), asks);
    await page.evaluate((message) => postMessage(message, '*'), asks);
    await ad?.evaluate(`for (const m of ${JUNK}) parent.postMessage(m, '*')`);
    await page.evaluate(`for (const m of ${JUNK}) postMessage(m, '*')`);
    await frame.evaluate(`for (const m of ${JUNK}) parent.postMessage(m, '*')`);
    await page.evaluate(() => new Promise((done) => setTimeout(done, 200)));
    expect(await heights()).toEqual(before);
    await page.context().close();
  });

  it('a number out of all measure is brought within it by the loader', async () => {
    // A file under the embeds' own address that says nothing of its own accord.
    const page = await host.open(`${snippets(site.origin, 'en', 'gold')[1]?.replace('embed/en/gold/', 'embed/boot.js')}`, 480);
    const frame = await (await page.waitForSelector('iframe')).contentFrame();
    await frame?.waitForURL(/boot\.js$/);
    for (const [said, given] of [
      [1e9, 10_000],
      [-5, 100],
      [700.2, 701],
    ] as const) {
      await frame?.evaluate((height) => parent.postMessage({ sentinel: 'amp', type: 'embed-size', height }, '*'), said);
      await expect.poll(() => page.evaluate(() => document.querySelector('iframe')?.offsetHeight)).toBe(given);
    }
    expect(page.complaints).toEqual([]);
    await page.context().close();
  });

  it('a loader whose bytes are not the pinned ones is not run', async () => {
    const [, snippet = ''] = snippets(site.origin, 'en', 'gold');
    const page = await host.open(snippet.replace(/sha384-..../, 'sha384-AAAA'), 480);
    await childOf(page);
    expect(page.complaints.join()).toContain('integrity');
    expect(await page.evaluate(() => document.querySelector('iframe')?.style.height)).toBe('');
    await page.context().close();
  });
});

describe('the parameters of the address', () => {
  const look = async (query: string, colorScheme: 'light' | 'dark', javaScriptEnabled = true) => {
    const page = await site.look(`embed/en/gold/${query}`, { colorScheme, javaScriptEnabled });
    const seen = await page.evaluate(() => {
      const style = (selector: string) => getComputedStyle(document.querySelector(selector) as Element);
      return {
        paper: style('html').backgroundColor,
        link: style('.embed-story a').color,
        brand: style('.embed-brand').display !== 'none',
        figure: [...document.querySelectorAll('svg.compact > g > *')].map((mark) => getComputedStyle(mark).fill).join(),
      };
    });
    expect(page.complaints).toEqual([]);
    return seen;
  };
  const LIGHT = 'rgb(250, 246, 238)';
  const DARK = 'rgb(20, 19, 42)';

  it('set the theme over the system’s, and only by the three words', async () => {
    expect((await look('?theme=dark', 'light')).paper).toBe(DARK);
    expect((await look('?theme=light', 'dark')).paper).toBe(LIGHT);
    expect((await look('?theme=auto', 'dark')).paper).toBe(DARK);
    expect((await look('?theme=%22%3E%3Cscript%3E', 'light')).paper).toBe(LIGHT);
    // Without script the system decides.
    expect((await look('?theme=dark', 'light', false)).paper).toBe(LIGHT);
    expect((await look('', 'dark', false)).paper).toBe(DARK);
  });

  it('colour links where they can be read, and never the figure', async () => {
    const plain = await look('', 'light');
    const dyed = await look('?accent=b00020', 'light');
    expect(dyed.link).toBe('rgb(176, 0, 32)');
    expect(dyed.figure).toBe(plain.figure);
    expect((await look('?accent=ffe0a0', 'light')).link).toBe(plain.link);
    expect((await look('?accent=b00020', 'dark')).link).toBe((await look('', 'dark')).link);
    expect((await look('?accent=b00020&theme=light', 'dark')).link).toBe('rgb(176, 0, 32)');
    expect((await look('?accent=red', 'light')).link).toBe(plain.link);
  });

  it('leave the name off, not the credit', async () => {
    expect((await look('?brand=0', 'light')).brand).toBe(false);
    expect((await look('?brand=1', 'light')).brand).toBe(true);
    const page = await site.look('embed/en/gold/?brand=0');
    expect(await page.locator('.embed-licence').isVisible()).toBe(true);
  });
});
