import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readChapters } from '../../src/claims/outline.ts';
import { readContent } from '../../src/lib/content.ts';
import { pack } from '../../src/site/kit/pack.ts';
import { SHORT } from '../../src/site/site.ts';

const root = join(import.meta.dirname, '..', '..');

/** Writes the republishing kits, made from the built chapters, their pictures and cards: it runs after those. */
export const writeKits = (site: string, base: string): AstroIntegration => ({
  name: 'kits',
  hooks: {
    'astro:build:done': ({ dir, logger }) => {
      const folder = fileURLToPath(dir);
      const content = readContent(root);
      const chapters = readChapters(root);
      const page = (path: string): string => readFileSync(join(folder, path, 'index.html'), 'utf8');
      for (const chapter of chapters) {
        const path = `${chapter.lang}/${chapter.slug}`;
        const built = {
          chapter: page(path),
          short: page(`${path}/${SHORT[chapter.lang]}`),
          address: (to: string): string => new URL(`${base.replace(/\/$/, '')}/${to}`, site).href,
        };
        for (const [file, bytes] of pack(chapter, content, built, (from) => readFileSync(join(folder, from)))) {
          mkdirSync(join(folder, dirname(file)), { recursive: true });
          writeFileSync(join(folder, file), bytes);
        }
      }
      logger.info(`${chapters.length} republishing kits`);
    },
  },
});
