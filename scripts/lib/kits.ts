import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { gateOf } from '../../src/site/gate.ts';
import { pack } from '../../src/site/kit/pack.ts';
import type { Settings } from '../../src/site/settings.ts';
import { SHORT } from '../../src/site/site.ts';
import { source } from './source.ts';

/** Writes the republishing kits, made from the built chapters, their pictures and cards: it runs after those. */
export const writeKits = (settings: Settings): AstroIntegration => ({
  name: 'kits',
  hooks: {
    'astro:build:done': ({ dir, logger }) => {
      const folder = fileURLToPath(dir);
      const { content, chapters: all, shorts } = source();
      const { languages, original } = content.site.value;
      const chapters = all.filter((c) => languages.includes(c.lang));
      const gate = gateOf(content, settings);
      // What is taken from a mirror names the original.
      const home = settings.mirror && original ? original : new URL(settings.base, settings.site).href;
      const page = (path: string): string => readFileSync(join(folder, path, 'index.html'), 'utf8');
      for (const chapter of chapters) {
        const path = `${chapter.lang}/${chapter.slug}`;
        const built = {
          chapter: page(path),
          short: shorts.some((s) => s.lang === chapter.lang && s.number === chapter.number)
            ? page(`${path}/${SHORT[chapter.lang]}`)
            : undefined,
          address: (to: string): string => new URL(to, home).href,
        };
        for (const [file, bytes] of pack(chapter, content, gate, built, (from) => readFileSync(join(folder, from)))) {
          mkdirSync(join(folder, dirname(file)), { recursive: true });
          writeFileSync(join(folder, file), bytes);
        }
      }
      logger.info(`${chapters.length} republishing kits`);
    },
  },
});
