import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { drawnCards } from '../../src/site/cards.ts';
import { gateOf } from '../../src/site/gate.ts';
import { pictures } from '../../src/site/picture.ts';
import type { Settings } from '../../src/site/settings.ts';
import { inStudio } from './made.ts';
import { root, source } from './source.ts';

const drawings = (settings: Settings) => pictures(source().content, root, gateOf(source().content, settings));
const cards = (settings: Settings) => drawnCards(source().content, source().chapters, gateOf(source().content, settings), root);

function write(folder: string, path: string, data: string | Uint8Array): void {
  mkdirSync(join(folder, dirname(path)), { recursive: true });
  writeFileSync(join(folder, path), data);
}

/** Writes every step of every figure that may go out as SVG beside the pages. */
export const writeDrawings = (settings: Settings): AstroIntegration => ({
  name: 'drawings',
  hooks: {
    'astro:build:done': ({ dir }) => {
      for (const { path, svg } of drawings(settings)) write(fileURLToPath(dir), path('svg'), svg);
    },
  },
});

/**
 * Writes the same as PNG, and the share cards of all pages, figures and steps. What is new is drawn from the start of the
 * build, beside all that keeps but one core busy; so this comes late among the integrations.
 */
export function writePixels(settings: Settings): AstroIntegration {
  let ahead: Promise<void> | undefined;
  return {
    name: 'pixels',
    hooks: {
      'astro:build:start': () => {
        ahead = inStudio(async ({ made, each }) => {
          await each(cards(settings), async ({ svg }) => void (await made('jpg', svg)));
          await each(drawings(settings), async ({ svg }) => void (await made('png', svg)));
        });
        // A failure is thrown where it is waited for, not into a build at work.
        ahead.catch(() => undefined);
      },
      'astro:build:done': async ({ dir, logger }) => {
        await ahead;
        const folder = fileURLToPath(dir);
        const n = { pictures: 0, cards: 0 };
        await inStudio(async ({ made, each }) => {
          await each(drawings(settings), async ({ path, svg, last }) => {
            // 720 pixels wide for a phone's picture, 1440 for the wide one.
            write(folder, path('png'), await made('png', svg));
            // The finished picture in a size for newsletters and content systems that take no larger one.
            if (last) write(folder, path('1x.png'), await made('1x.png', svg));
            n.pictures++;
          });
          await each(cards(settings), async ({ path, svg }) => {
            write(folder, path, await made('jpg', svg));
            n.cards++;
          });
        });
        logger.info(`${n.pictures} pictures, ${n.cards} share cards`);
      },
    },
  };
}
