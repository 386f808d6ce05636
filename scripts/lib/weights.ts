import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readContent } from '../../src/lib/content.ts';
import { costOf } from '../budget.ts';

const UNIT = { en: 'kB', fr: 'ko' } as const;

/**
 * Writes on the home pages what each chapter weighs when it is read to its end: known only once the pages are
 * built. Throws where a home page names a chapter that was not.
 */
export const weights = (base: string): AstroIntegration => ({
  name: 'weights',
  hooks: {
    'astro:build:done': ({ dir }) => {
      const folder = fileURLToPath(dir);
      for (const lang of readContent(process.cwd()).site.value.languages) {
        const file = join(folder, lang, 'index.html');
        const html = readFileSync(file, 'utf8').replace(
          /(<span data-weight="([^"]+)">)(<\/span>)/g,
          (_all, open: string, page: string, close: string) => {
            const { total } = costOf(folder, page, base);
            return `${open}${Math.round(total / 1000)}\u00a0${UNIT[lang]}${close}`;
          },
        );
        writeFileSync(file, html);
      }
    },
  },
});
