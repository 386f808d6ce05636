import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { keptPages, missingPath } from '../../src/site/kept.ts';
import type { Settings } from '../../src/site/settings.ts';
import { LANGS } from '../../src/site/site.ts';
import type { Keeping } from './keep/manifest.ts';
import { sizesOf, workerScript } from './keep/worker.ts';
import { source } from './source.ts';

const UNIT: Readonly<Record<string, string>> = { en: 'kB', fr: 'ko' };

/** What is kept of a built folder, in each language on offer. */
export const keepingOf = (folder: string, base: string): Keeping => ({
  folder,
  base,
  langs: Object.fromEntries(
    LANGS.map((lang) => {
      const { home, chapters, shorts, glossary } = keptPages(lang, source().chapters, source().shorts);
      const missing = missingPath(lang);
      return [lang, { pages: [home, ...chapters, ...shorts, glossary, missing], missing }];
    }),
  ),
});

/**
 * Writes into the offers what keeping a language costs. The number is part of what it measures; pages are measured
 * before it and the other weights stand in them, some hundred bytes of several hundred thousand.
 */
export const keepSizes = ({ base, mirror }: Pick<Settings, 'base' | 'mirror'>): AstroIntegration => ({
  name: 'keep-sizes',
  hooks: {
    'astro:build:done': async ({ dir, logger }) => {
      if (mirror) return;
      const keeping = keepingOf(fileURLToPath(dir), base);
      for (const [lang, size] of Object.entries(await sizesOf(keeping))) {
        const said = `${Math.round(size / 1000)}\u00a0${UNIT[lang]}`;
        for (const page of keeping.langs[lang]?.pages ?? []) {
          const file = join(keeping.folder, page, 'index.html');
          const html = readFileSync(file, 'utf8');
          const now = html.replace(/(<span data-keep-size="[^"]+">)(<\/span>)/g, `$1${said}$2`);
          if (now !== html) writeFileSync(file, now);
        }
        logger.info(`${lang}: ${said}`);
      }
    },
  },
});

/** Writes `sw.js`, which lists every page that may be kept by its hash: after everything that writes pages. A mirror has none. */
export const keepWorker = ({ base, mirror }: Pick<Settings, 'base' | 'mirror'>): AstroIntegration => ({
  name: 'keep-worker',
  hooks: {
    'astro:build:done': async ({ dir }) => {
      if (mirror) return;
      const folder = fileURLToPath(dir);
      writeFileSync(join(folder, 'sw.js'), await workerScript(keepingOf(folder, base)));
    },
  },
});
