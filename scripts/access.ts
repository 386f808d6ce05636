/**
 * `npm run access [-- start-of-path …]`: axe over every page of `dist/`, light and dark, on a phone and a desk; chapters in
 * each way of reading. Takes some twenty minutes; `npm test` looks at a page of every kind.
 */
import { globSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { EVERY_RULE, LAYOUT_RULES, violations } from './lib/axe.ts';
import { fileHandler } from './lib/files.ts';
import { needChromium } from './lib/setup.mjs';

const root = join(import.meta.dirname, '..');
const PHONE = { width: 360, height: 740 };
const DESK = { width: 1440, height: 900 };
/** Every theme and width; all rules once, what the others can break in the rest. */
const WAYS = [
  { name: 'phone, light', viewport: PHONE, colorScheme: 'light', rules: EVERY_RULE },
  { name: 'phone, dark', viewport: PHONE, colorScheme: 'dark', rules: LAYOUT_RULES },
  { name: 'desk, light', viewport: DESK, colorScheme: 'light', rules: LAYOUT_RULES },
  { name: 'desk, dark', viewport: DESK, colorScheme: 'dark', rules: LAYOUT_RULES },
] as const;

const wanted = process.argv.slice(2);
const pages = globSync('**/*.html', { cwd: join(root, 'dist') })
  // The editions in one file are the same words again, as long as all chapters together; kits are parts to paste, not pages.
  .filter((file) => !/^(?:offline|kit)\//.test(file))
  .map((file) => file.replace(/(^|\/)index\.html$/, '$1'))
  .filter((path) => wanted.length === 0 || wanted.some((start) => path.startsWith(start)))
  .sort();
if (pages.length === 0) throw new Error('dist/ holds no such page: run npm run build');

const server = createServer(fileHandler(join(root, 'dist')));
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const browser: Browser = await chromium.launch({
  executablePath: needChromium(),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});

let looked = 0;
const faults: string[] = [];

/** Looks at a page as it stands, in every theme and width, and says what is wrong. */
async function look(page: Page, name: string): Promise<void> {
  for (const { name: way, viewport, colorScheme, rules } of WAYS) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
    await page.waitForTimeout(100);
    for (const fault of await violations(page, rules)) {
      faults.push(`${name} (${way}): ${fault}`);
      console.error(faults.at(-1));
    }
    looked++;
  }
}

async function visit(path: string): Promise<void> {
  const context = await browser.newContext({ viewport: PHONE });
  const page = await context.newPage();
  await page.goto(`${origin}/${path}`, { waitUntil: 'load' });
  await look(page, path);
  const modes = await page
    .locator('[data-set-mode]')
    .evaluateAll((buttons) => buttons.map((b) => (b as HTMLElement).dataset.setMode ?? ''));
  for (const mode of modes.filter((m) => m !== 'scroll')) {
    await page.setViewportSize(PHONE);
    await page.locator(`[data-set-mode="${mode}"]`).click();
    await look(page, `${path} ${mode}`);
  }
  await context.close();
}

const queue = [...pages];
await Promise.all(
  Array.from({ length: availableParallelism() + 1 }, async () => {
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
      await visit(path);
      if (queue.length % 100 === 0) console.log(`${queue.length} pages left`);
    }
  }),
);
await browser.close();
server.close();
console.log(`axe: ${pages.length} pages, ${looked} looks, ${faults.length} faults`);
process.exit(faults.length ? 1 : 0);
