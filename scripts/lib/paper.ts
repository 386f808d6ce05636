/** The print edition as PDF, by the machine's Chromium. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { readChapters } from '../../src/claims/outline.ts';
import { fileHandler } from './files.ts';
import { needChromium } from './setup.mjs';

const root = join(import.meta.dirname, '..', '..');
export const FORMATS = ['A4', 'Letter'] as const;
export type Format = (typeof FORMATS)[number];

/** A page of the print edition: its path, and the name of its PDF without format. */
export interface PrintPage {
  lang: 'en' | 'fr';
  path: string;
  name: string;
}

/** Every page of the print edition, chapters first. */
export function printPages(): PrintPage[] {
  const chapters = readChapters(root).map(({ lang, slug, number }) => ({
    lang,
    path: `${lang}/${slug}/${lang === 'fr' ? 'imprimer' : 'print'}/`,
    name: `mali-${lang}-${number}`,
  }));
  return [...chapters, { lang: 'en', path: 'en/print/', name: 'mali-en' }, { lang: 'fr', path: 'fr/imprimer/', name: 'mali-fr' }];
}

/** How many sheets a PDF of Chromium has: the root of its page tree counts all its leaves. */
export function pageCount(pdf: Buffer): number {
  const counts = pdf.toString('latin1').matchAll(/\/Type\s*\/Pages[^>]*?\/Count\s+(\d+)|\/Count\s+(\d+)[^>]*?\/Type\s*\/Pages/g);
  return Math.max(0, ...[...counts].map((m) => Number(m[1] ?? m[2])));
}

export interface Printer {
  /** Prints a page of the built site: tagged, with bookmarks. */
  pdf(path: string, format: Format): Promise<Buffer>;
  close(): Promise<void>;
}

/** Serves a built folder and starts a browser to print it. Throws where there is no Chromium. */
export async function startPrinter(folder: string): Promise<Printer> {
  const executablePath = needChromium();
  const server: Server = createServer(fileHandler(folder));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser: Browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  return {
    async pdf(path, format) {
      const page = await browser.newPage();
      await page.goto(`${origin}/${path}`, { waitUntil: 'load' });
      // Fonts are optional on the first visit; from the second on they are there.
      await page.reload({ waitUntil: 'load' });
      await page.evaluate(() => document.fonts.ready);
      const bytes = await page.pdf({ format, tagged: true, outline: true });
      await page.close();
      return bytes;
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}
