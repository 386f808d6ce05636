import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { CHAPTERS, costOf } from '../budget.ts';
import { source } from './source.ts';

const UNIT = { en: 'kB', fr: 'ko' } as const;

/** Fills every `<span data-weight="page">` of a page with what that page weighs when it is read to its end. */
function fill(folder: string, page: string, lang: keyof typeof UNIT, base: string): void {
  const file = join(folder, page, 'index.html');
  const html = readFileSync(file, 'utf8').replace(
    /(<span data-weight="([^"]+)">)(<\/span>)/g,
    (_all, open: string, of: string, close: string) =>
      `${open}${Math.round(costOf(folder, of, base).total / 1000)}\u00a0${UNIT[lang]}${close}`,
  );
  writeFileSync(file, html);
}

/**
 * Writes on each chapter what its light version weighs, then on the home pages what each chapter does: known only once the
 * pages are built. Throws where a page names one that was not.
 */
export const weights = (base: string): AstroIntegration => ({
  name: 'weights',
  hooks: {
    'astro:build:done': ({ dir }) => {
      const folder = fileURLToPath(dir);
      const { languages } = source().content.site.value;
      for (const lang of languages) {
        for (const page of CHAPTERS.filter((p) => p.startsWith(`${lang}/`))) fill(folder, page, lang, base);
        fill(folder, lang, lang, base);
      }
    },
  },
});
