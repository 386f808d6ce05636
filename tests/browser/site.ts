/**
 * Serves the built site and drives it in the machine's Chromium. The build stage must have run.
 */
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Frame, type Page } from 'playwright-core';
import { fileHandler } from '../../scripts/lib/files.ts';
import { readChapters } from '../../src/claims/outline.ts';

/** One chapter in both languages, for what every chapter does alike. */
export const CHAPTERS = { en: 'en/algiers-accord/', fr: 'fr/accord-d-alger/' } as const;
/** Every chapter there is, as [name, path], for what must be seen on each. */
export const ALL_CHAPTERS = readChapters('.').map((c) => [`${c.lang} ${c.number}`, `${c.lang}/${c.slug}/`] as const);
/** The light version of each. */
export const ALL_LITES = ALL_CHAPTERS.map(
  ([name, path]) => [`${name} light`, `${path}${path.startsWith('fr/') ? 'leger' : 'lite'}/`] as const,
);
export const WIDTHS = {
  phone: { width: 360, height: 740 },
  tablet: { width: 768, height: 1024 },
  desk: { width: 1440, height: 900 },
} as const;

/** Servers of built folders, and where each answers; they end with the process. */
const serving = new Map<string, Promise<string>>();

function serve(folder: string): Promise<string> {
  if (!existsSync(join(folder, 'index.html'))) throw new Error(`${folder} holds no built site: run npm run build`);
  const known = serving.get(folder);
  if (known) return known;
  // The same server as `npm start`, which sends the policy that hosts are asked to send.
  const server = createServer(fileHandler(resolve(folder))).unref();
  const origin = new Promise<string>((done) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      done(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`);
    });
  });
  serving.set(folder, origin);
  return origin;
}

/** A page that keeps count of errors and refused requests it met; what addresses may begin with is its `own`. */
export type Watched = Page & { complaints: string[]; own: readonly string[] };

/** Opens a page in a context and watches it: messages of the `kinds` and requests for anything but its `own` are complaints. */
export async function watched(context: BrowserContext, own: readonly string[], kinds: readonly string[] = ['error']): Promise<Watched> {
  const page: Watched = Object.assign(await context.newPage(), { complaints: [], own });
  page.on('pageerror', (error) => page.complaints.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (kinds.includes(message.type())) page.complaints.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    if (![...page.own, 'data:'].some((start) => request.url().startsWith(start))) page.complaints.push(`third party: ${request.url()}`);
  });
  return page;
}

/** What can be changed in a page that is open, and whether it runs scripts. */
export type Ways = Pick<BrowserContextOptions, 'viewport' | 'colorScheme' | 'reducedMotion' | 'forcedColors' | 'javaScriptEnabled'>;

export interface Site {
  origin: string;
  /** A fresh profile, gone when the site is closed. */
  profile(options?: BrowserContextOptions): Promise<BrowserContext>;
  /**
   * A fresh page in a fresh profile; errors and refused requests it met are in `complaints`. With `policy` the page keeps
   * what its policy refused in `window.refused`.
   */
  open(path: string, options?: BrowserContextOptions & { policy?: boolean }): Promise<Watched>;
  /**
   * The same in a page that all who call it share, one after the other, with its storage cleared: a new profile is a new
   * process, which costs more than most of what is looked at. Not for what a first visit, caching or the way here changes,
   * nor for a test that gives its page rights, routes or scripts.
   */
  look(path: string, ways?: Ways): Promise<Watched>;
  close(): Promise<void>;
}

export function chromiumPath(): string {
  const found = [
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium-headless-shell',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ].find((p) => p && existsSync(p));
  if (!found) throw new Error('no Chromium found: set CHROMIUM_PATH, or install the package chromium');
  return found;
}

/**
 * Waits until the page's script says that it is ready. Asked in the page: a locator brings a tenth of a second of
 * machinery into each new document.
 */
export const ready = (page: Page | Frame): Promise<void> =>
  page.evaluate(async () => {
    const late = performance.now() + 30_000;
    while (!('ready' in document.documentElement.dataset)) {
      if (performance.now() > late) throw new Error('the page’s script has not said that it is ready');
      await new Promise((done) => setTimeout(done, 5));
    }
  });

let running: Promise<Browser> | undefined;
/** The browser of this process, which ends with it: files of tests follow each other here, and to start one costs as much as ten pages. */
async function theBrowser(): Promise<Browser> {
  if (!(await running)?.isConnected())
    running = chromium.launch({
      executablePath: chromiumPath(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        // Nothing is drawn by a graphics card, so the process for it only passes pictures on.
        '--in-process-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // Files run beside each other and fill the cores: the script engine's helper threads take more than they give.
        '--js-flags=--single-threaded',
      ],
    });
  return running as Promise<Browser>;
}

/** Pages that tests take turns in, by name: a new one is a new process, which costs more than most of what is looked at. */
const shared = new Map<string, Watched>();

/** The page of that name with nothing of the test before on it, not even the mouse over a link; `made` where there is none. */
export async function inTurn(name: string, made: () => Promise<Watched>): Promise<Watched> {
  const known = shared.get(name);
  if (!known || known.isClosed()) {
    const page = await made();
    shared.set(name, page);
    return page;
  }
  await known.mouse.move(0, 0);
  await known.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  return known;
}

/** Serves a built folder, or takes the `origin` of a server that runs, and opens its pages in the browser of this process. */
export async function startSite(from = 'dist'): Promise<Site> {
  const origin = from.startsWith('http') ? from : await serve(from);
  const browser = await theBrowser();
  const profiles: BrowserContext[] = [];
  const profile = async (options: BrowserContextOptions = {}): Promise<BrowserContext> => {
    const context = await browser.newContext({ viewport: WIDTHS.phone, ...options });
    profiles.push(context);
    return context;
  };
  const go = async (page: Page, path: string, script = true): Promise<void> => {
    await page.goto(`${origin}/${path}`, { waitUntil: 'load' });
    // The cover and the print edition have no script to wait for.
    const scripted = script && path.includes('/') && (await page.evaluate(() => !!document.querySelector('script[type="module"]')));
    if (scripted) await ready(page);
  };
  return {
    origin,
    profile,
    async open(path, { policy, ...options } = {}) {
      const page = await watched(await profile(options), [origin]);
      if (policy)
        await page.addInitScript(() => {
          const refused: string[] = [];
          Object.assign(window, { refused });
          document.addEventListener('securitypolicyviolation', (event) => refused.push(event.effectiveDirective));
        });
      await go(page, path, options.javaScriptEnabled);
      return page;
    },
    async look(path, ways = {}) {
      const { viewport = WIDTHS.phone, colorScheme = 'light', reducedMotion = 'no-preference', forcedColors = 'none' } = ways;
      const { javaScriptEnabled = true } = ways;
      // Another file may look at a built folder again; what comes from a server of its own is gone with that.
      const page = await inTurn(`${origin} ${javaScriptEnabled}`, async () =>
        watched(await (from === origin ? profile({ javaScriptEnabled }) : browser.newContext({ javaScriptEnabled })), [origin]),
      );
      // To a step of the page it is on it would only scroll.
      if (path.includes('#')) await page.goto(`${origin}/robots.txt`);
      page.complaints.length = 0;
      if (viewport) await page.setViewportSize(viewport);
      await page.emulateMedia({ media: null, colorScheme, reducedMotion, forcedColors });
      await go(page, path, javaScriptEnabled);
      return page;
    },
    async close() {
      await Promise.all(profiles.map((context) => context.close()));
    },
  };
}

/** What a figure shows: its step, and its marks with attributes in one order. */
export interface Shown {
  figure: string;
  step: string;
  moving: boolean;
  marks: string[];
}

/** Reads every figure in the frame on show. */
export const shown = (page: Page): Promise<Shown[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('figure[data-figure]')].map((figure) => {
      const svg = [...figure.querySelectorAll('svg.scene')].find((s) => getComputedStyle(s).display !== 'none');
      const marks = [...(svg?.querySelector('g')?.children ?? [])].map(
        (node) =>
          `${node.tagName} ${[...node.attributes]
            .map((a) => `${a.name}=${a.value}`)
            .sort()
            .join(' ')} ${node.textContent ?? ''}`,
      );
      return { figure: figure.dataset.figure ?? '', step: figure.dataset.step ?? '', moving: figure.hasAttribute('data-moving'), marks };
    }),
  );

/** What `look` found at one step of a figure. */
export interface Turned<T> {
  figure: string;
  step: string;
  found: T;
}

/**
 * Turns every figure of a page through all its steps by its own buttons and looks at the drawing on show at each; runs in
 * the page, so `look` can use nothing from outside. Motion must be off: a step is a cut then, drawn when the click
 * returns, and nothing need be painted in between.
 */
export async function turnAll<T>(page: Page, look: (figure: HTMLElement, svg: SVGSVGElement | undefined) => T): Promise<Turned<T>[]> {
  // Only this way of reading leaves the page where it is; the map of places knows no other.
  const modes = page.locator('[data-set-mode="step"]');
  if ((await modes.count()) > 0) await modes.first().click();
  const walk = (see: (figure: HTMLElement, svg: SVGSVGElement | undefined) => T): Turned<T>[] =>
    [...document.querySelectorAll<HTMLElement>('figure[data-figure]')].flatMap((figure) => {
      // What is far off is not drawn.
      figure.scrollIntoView();
      const [back, on] = [...figure.querySelectorAll<HTMLElement>('[data-go]')];
      const ended = (button: HTMLElement | undefined): boolean => button?.getAttribute('aria-disabled') !== 'false';
      let clicks = 0;
      const press = (button: HTMLElement | undefined): void => {
        if (clicks++ > 200) throw new Error(`the buttons of ${figure.dataset.figure} lead to no end`);
        button?.click();
      };
      while (!ended(back)) press(back);
      const turned: Turned<T>[] = [];
      for (;;) {
        const svg = [...figure.querySelectorAll<SVGSVGElement>('svg.scene')].find((drawn) => getComputedStyle(drawn).display !== 'none');
        turned.push({ figure: figure.dataset.figure ?? '', step: figure.dataset.step ?? '', found: see(figure, svg) });
        if (ended(on)) return turned;
        press(on);
      }
    });
  return page.evaluate(`(${walk})(${look})`);
}

/** Waits until nothing moves, scrolling has been over for a moment and idle work is done. */
export const rest = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
    await pause(180);
    await new Promise((done) => requestIdleCallback(done, { timeout: 1000 }));
    const late = performance.now() + 10_000;
    while (document.querySelector('[data-moving]')) {
      if (performance.now() > late) throw new Error('a figure does not come to rest');
      await pause(20);
    }
  });

/** Waits until the page stands as its new size wants it: two frames. */
export const laidOut = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** Scrolls so that a step is the one being read, in one jump. */
export async function jumpTo(page: Page, step: string): Promise<void> {
  await page.evaluate((id) => {
    location.hash = id;
  }, step);
  await rest(page);
}

/** The step ids of the page, scene by scene. */
export const outlineOf = (page: Page): Promise<{ scene: string; steps: string[] }[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('section[data-scene]')].map((section) => ({
      scene: section.dataset.scene ?? '',
      steps: [...section.querySelectorAll<HTMLElement>('[data-step-id]')].map((s) => s.dataset.stepId ?? ''),
    })),
  );
