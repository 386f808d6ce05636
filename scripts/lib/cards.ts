import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { drawnCards } from '../../src/site/cards.ts';
import { gateOf } from '../../src/site/gate.ts';
import type { Settings } from '../../src/site/settings.ts';
import { inStudio } from './made.ts';
import { root, source } from './source.ts';

/** Writes the share cards of all pages, figures and steps. */
export const drawCards = (settings: Settings): AstroIntegration => ({
  name: 'cards',
  hooks: {
    'astro:build:done': async ({ dir, logger }) => {
      const folder = fileURLToPath(dir);
      let n = 0;
      const { content, chapters } = source();
      await inStudio(({ made, each }) =>
        each(drawnCards(content, chapters, gateOf(content, settings), root), async ({ path, svg }) => {
          mkdirSync(join(folder, dirname(path)), { recursive: true });
          writeFileSync(join(folder, path), await made('jpg', svg));
          n++;
        }),
      );
      logger.info(`${n} share cards`);
    },
  },
});
