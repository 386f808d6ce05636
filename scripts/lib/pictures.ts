import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
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

/** Writes every step of every figure that may go out as SVG beside the pages. */
export const writeDrawings = (settings: Settings): AstroIntegration => ({
  name: 'drawings',
  hooks: {
    'astro:build:done': ({ dir }) => {
      for (const { path, svg } of drawings(settings)) {
        const file = join(fileURLToPath(dir), path('svg'));
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, svg);
      }
    },
  },
});

/** A picture that is made: where it goes in the site, and the file that holds it. */
interface Made {
  path: string;
  file: string;
}

async function draw(settings: Settings): Promise<Made[]> {
  const all: Made[] = [];
  await inStudio(async ({ made, each }) => {
    await each(cards(settings), async ({ path, svg }) => void all.push({ path, file: await made('jpg', svg) }));
    await each(drawings(settings), async ({ path, svg, last }) => {
      // 720 pixels wide for a phone's picture, 1440 for the wide one.
      all.push({ path: path('png'), file: await made('png', svg) });
      // The finished picture in a size for newsletters and content systems that take no larger one.
      if (last) all.push({ path: path('1x.png'), file: await made('1x.png', svg) });
    });
  });
  return all;
}

/**
 * Writes the same as PNG, and the share cards of all pages, figures and steps. They are drawn from the start of the build,
 * beside all that keeps but one core busy; so this comes late among the integrations.
 */
export function writePixels(settings: Settings): AstroIntegration {
  let drawing: Promise<Made[]>;
  return {
    name: 'pixels',
    hooks: {
      'astro:build:start': () => {
        drawing = draw(settings);
        // A failure is thrown where it is waited for, not into a build at work.
        drawing.catch(() => undefined);
      },
      'astro:build:done': async ({ dir, logger }) => {
        const all = await drawing;
        for (const { path, file } of all) {
          const to = join(fileURLToPath(dir), path);
          mkdirSync(dirname(to), { recursive: true });
          copyFileSync(file, to);
        }
        logger.info(`${all.length} pictures and share cards`);
      },
    },
  };
}
