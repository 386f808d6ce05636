/** Pages of other sites that hold an embed, each with the listener its newsroom already runs. Served from an origin of their own. */
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { BrowserContextOptions, Frame, Page } from 'playwright-core';
import { ready, type Site, type Watched, watched } from './site.ts';

const pym = readFileSync(createRequire(import.meta.url).resolve('pym.js/dist/pym.v1.min.js'), 'utf8');

/** What a host writes into its page, by the way it resizes frames. `src` is the embed's address; `snippet` what our own page offers. */
export const HOSTS = {
  pym: (src: string) => `<div id="story_1"></div><script>${pym}</script><script>new pym.Parent('story_1', '${src}', {});</script>`,
  datawrapper: (src: string) => `<iframe src="${src}" title="t" width="100%" height="200" frameborder="0"></iframe><script>
    addEventListener('message', function (event) {
      var heights = event.data['datawrapper-height'];
      if (heights === undefined) return;
      document.querySelectorAll('iframe').forEach(function (frame) {
        for (var id in heights) if (frame.contentWindow === event.source) frame.style.height = heights[id] + 'px';
      });
    });</script>`,
  amp: (
    src: string,
  ) => `<iframe src="${src}" title="t" width="100%" height="200" frameborder="0" sandbox="allow-scripts allow-same-origin"></iframe><script>
    addEventListener('message', function (event) {
      if (event.data.sentinel === 'amp' && event.data.type === 'embed-size') document.querySelector('iframe').height = event.data.height;
    });</script>`,
  // As WordPress does: a secret set when the page has loaded, "ready" after that, heights from 200 to 1000, and links by message.
  wordpress: (
    src: string,
  ) => `<iframe src="${src}" title="t" width="100%" height="200" frameborder="0" sandbox="allow-scripts" security="restricted"></iframe><script>
    var frame = document.querySelector('iframe');
    addEventListener('message', function (event) {
      var data = event.data;
      if (!data || data.secret !== frame.dataset.secret || event.source !== frame.contentWindow) return;
      if (data.message === 'height') frame.height = Math.min(1000, Math.max(200, parseInt(data.value, 10)));
      if (data.message === 'link') window.followed = data.value;
    });
    addEventListener('load', function () {
      frame.dataset.secret = 'Ab12Cd34Ef';
      frame.src += '#?secret=Ab12Cd34Ef';
      frame.contentWindow.postMessage({ message: 'ready', secret: 'Ab12Cd34Ef' }, '*');
    });</script>`,
} as const;

export interface Host {
  origin: string;
  /** A page of the host: its column is `width` wide and holds `body`. Complaints and strangers' requests are gathered. */
  open(body: string, width: number, options?: { javaScriptEnabled?: boolean; colorScheme?: 'light' | 'dark' }): Promise<Watched>;
  /** The same in one page that all who call it share, one after the other, which is quicker. */
  look(body: string, width: number): Promise<Watched>;
  close(): void;
}

/** Another site: on `localhost`, so that it is cross-site to the one under test. */
export async function startHost(site: Site): Promise<Host> {
  const pages = new Map<string, string>();
  const server: Server = createServer((request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(pages.get(request.url ?? '') ?? '');
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const { port } = server.address() as { port: number };
  const origin = `http://localhost:${port}`;
  const write = (body: string, width: number): string => {
    const path = `/${pages.size}`;
    pages.set(
      path,
      `<!doctype html><html lang="en"><head><title>News</title><link rel="icon" href="data:,"><style>body{margin:0}main{width:${width}px}iframe{display:block}</style></head><body><main>${body}</main></body></html>`,
    );
    return origin + path;
  };
  const blank = async (options: BrowserContextOptions): Promise<Watched> => watched(await site.profile(options), [origin, site.origin]);
  const go = async (page: Watched, body: string, width: number): Promise<Watched> => {
    page.complaints.length = 0;
    await page.setViewportSize({ width: Math.max(width, 320), height: 900 });
    await page.goto(write(body, width), { waitUntil: 'load' });
    return page;
  };
  let shared: Watched | undefined;
  return {
    origin,
    open: async (body, width, options = {}) => go(await blank(options), body, width),
    async look(body, width) {
      shared ??= await blank({});
      return go(shared, body, width);
    },
    close: () => server.close(),
  };
}

/** The embed's own frame, once it has come to life (or has loaded, where there is no script). */
export async function childOf(page: Page, script = true): Promise<Frame> {
  const frame = page.frames()[1] ?? (await page.waitForEvent('frameattached'));
  await frame.waitForURL(/\/embed\//);
  if (script) await ready(frame);
  return frame;
}

/** Width of the content, height a host gives, height the content takes, in CSS pixels, and whether a scroll bar shows. */
export const roomOf = (frame: Frame): Promise<{ across: number; given: number; taken: number; bar: boolean }> =>
  frame.evaluate(() => ({
    across: document.documentElement.clientWidth,
    given: innerHeight,
    taken: document.documentElement.getBoundingClientRect().height,
    bar: document.documentElement.scrollHeight > innerHeight || document.documentElement.scrollWidth > document.documentElement.clientWidth,
  }));

/** The snippets that a figure's page offers, at the address the test serves the site from. */
export const snippets = (origin: string, lang: string, name: string): string[] =>
  [...readFileSync(`dist/${lang}/figures/${name}/index.html`, 'utf8').matchAll(/<code data-copied-from[^>]*>([\s\S]*?)<\/code>/g)].map(
    (m) =>
      (m[1] ?? '')
        .replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>')
        .replace(/&quot;/g, '"')
        .replace(/&#39;/g, "'")
        .replace(/&amp;/g, '&')
        .replaceAll('http://localhost:4321', origin),
  );
