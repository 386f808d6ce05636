import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readChapters } from '../../src/claims/outline.ts';
import { readContent } from '../../src/lib/content.ts';
import { drawnCards } from '../../src/site/cards.ts';
import { gateOf } from '../../src/site/gate.ts';
import type { Settings } from '../../src/site/settings.ts';
import { jpeg } from './jpeg.ts';
import { keeper } from './made.ts';

const root = join(import.meta.dirname, '..', '..');

/** Writes the share cards of all pages, figures and steps. */
export const drawCards = (settings: Settings): AstroIntegration => ({
  name: 'cards',
  hooks: {
    'astro:build:done': async ({ dir, logger }) => {
      const kept = keeper('jpg', ['raster.ts', 'jpeg.ts'], jpeg);
      const folder = fileURLToPath(dir);
      let n = 0;
      const content = readContent(root);
      for (const { path, svg } of drawnCards(content, readChapters(root), gateOf(content, settings), root)) {
        mkdirSync(join(folder, dirname(path)), { recursive: true });
        writeFileSync(join(folder, path), await kept(svg));
        n++;
      }
      logger.info(`${n} share cards`);
    },
  },
});
