/** The built folder served and opened in the machine's Chromium, for what only a browser can tell. */
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page as Tab } from 'playwright-core';
import { fileHandler } from '../lib/files.ts';
import { needChromium } from '../lib/setup.mjs';
import type { Built } from './built.ts';
import type { Shot } from './types.ts';

/** A cheap phone. */
export const PHONE = { width: 360, height: 740 } as const;

export interface Browsing {
  /** Where the site answers, with its path and a slash at the end. */
  origin: string;
  /** A fresh page in a fresh profile; nothing is opened yet. */
  tab(options?: BrowserContextOptions): Promise<Tab>;
  /** Takes a picture for the report. `name` is unique and fit for a file. */
  shoot(what: Tab | Locator, name: string, caption: string): Promise<Shot>;
  close(): Promise<void>;
}

/** Starts server and browser; pictures go into `shots/` under `out`. Throws where there is no Chromium. */
export async function startBrowsing({ folder, base }: Built, out: string): Promise<Browsing> {
  const executablePath = needChromium();
  const server = createServer(fileHandler(folder, base));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const browser: Browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  mkdirSync(join(out, 'shots'), { recursive: true });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`,
    tab: async (options = {}) => (await browser.newContext({ viewport: PHONE, ...options })).newPage(),
    async shoot(what, name, caption) {
      const file = `shots/${name.replace(/[^\w-]+/g, '_')}.jpg`;
      await what.screenshot({ path: join(out, file), type: 'jpeg', quality: 60 });
      return { file, caption };
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}
