import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page as Tab } from 'playwright-core';
import type { Browsing } from './browser.ts';
import type { Built } from './built.ts';
import { type Finding, fail, look, type Outcome, type Shot } from './types.ts';

const WIDTHS = [320, 480, 720] as const;
const IS_EMBED = /^embed\/[a-z]{2}\/[\w-]+\/$/;
/** How long an embed may take to say its height, in milliseconds. */
const PATIENCE = 10_000;

/** Another site's article with one frame, which gives it the height it asks for. */
const article = (
  src: string,
): string => `<!doctype html><html lang="en"><title>An article</title><style>body{margin:0}iframe{display:block;border:0;width:100%}</style>
<iframe src="${src}" title="embed" height="100"></iframe><script>
addEventListener('message', ({ data }) => { if (data && data.type === 'embed-size') document.querySelector('iframe').height = data.height; });
</script>`;

/** Waits until the frame is as tall as its content, and tells what is wrong with it. */
async function troubles(tab: Tab): Promise<string[]> {
  const frame = tab.frames()[1];
  if (!frame) return ['The frame holds no page.'];
  const fits = (): Promise<{ told: boolean; bar: boolean; wide: number }> =>
    frame.evaluate(() => {
      const { scrollHeight, scrollWidth, clientWidth } = document.documentElement;
      const taken = document.documentElement.getBoundingClientRect().height;
      return { told: Math.abs(innerHeight - taken) <= 2, bar: scrollHeight > innerHeight, wide: scrollWidth - clientWidth };
    });
  const until = Date.now() + PATIENCE;
  let seen = await fits();
  while (!seen.told && Date.now() < until) {
    await tab.waitForTimeout(50);
    seen = await fits();
  }
  return [
    ...(seen.told ? [] : ['It does not tell the page around it how tall it is.']),
    ...(seen.told && seen.bar ? ['It scrolls inside its frame.'] : []),
    ...(seen.wide > 0 ? [`It is ${seen.wide} pixels too wide and scrolls sideways.`] : []),
  ];
}

/** Whether each embed, in another site's page of three widths, tells its height and does not scroll. */
export async function embeds({ pages }: Built, browsing: Browsing): Promise<Outcome> {
  const all = pages.filter(({ address }) => IS_EMBED.test(address));
  if (!all.length) return { findings: [look('', 'There are no embeds in this build.')], seen: 'None in this build.' };
  const findings: Finding[] = [];
  const shots: Shot[] = [];
  const tab = await browsing.tab();
  // Under another name than the embeds, so that it is another site to them.
  const server = createServer((request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(article(`${browsing.origin}${request.url?.slice(1)}`));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const elsewhere = `http://localhost:${(server.address() as AddressInfo).port}/`;
  for (const { address } of all) {
    await tab.setViewportSize({ width: WIDTHS[0], height: 800 });
    await tab.goto(`${elsewhere}${address}`, { waitUntil: 'load' });
    for (const width of WIDTHS) {
      await tab.setViewportSize({ width, height: 800 });
      // Two frames, so that the embed has been laid out at this width.
      await tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      findings.push(...(await troubles(tab)).map((words) => fail(address, `At ${width} pixels: ${words}`)));
      shots.push(await browsing.shoot(tab.locator('iframe'), `${address}${width}`, `${address} at ${width}`));
    }
  }
  await tab.context().close();
  server.close();
  return {
    findings,
    shots,
    seen: `${all.length} embeds at ${WIDTHS.join(', ')} pixels, in a page that gives them the height they ask for.`,
  };
}
