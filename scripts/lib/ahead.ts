import type { AstroIntegration } from 'astro';
import { drawnCards } from '../../src/site/cards.ts';
import { gateOf } from '../../src/site/gate.ts';
import { pictures } from '../../src/site/picture.ts';
import type { Settings } from '../../src/site/settings.ts';
import { inStudio } from './made.ts';
import { root, source } from './source.ts';

/** Draws what is new while the pages are built, which keep one core busy: `drawPictures` and `drawCards` find it made. */
export const drawAhead = (settings: Settings): AstroIntegration => {
  let drawing: Promise<void> | undefined;
  return {
    name: 'draw-ahead',
    hooks: {
      'astro:build:start': () => {
        const { content, chapters } = source();
        const gate = gateOf(content, settings);
        drawing = inStudio(async ({ made, each }) => {
          await each(drawnCards(content, chapters, gate, root), async ({ svg }) => void (await made('jpg', svg)));
          await each(pictures(content, root, gate), async ({ svg }) => void (await made('png', svg)));
        });
        // A failure is thrown where it is waited for, not into a build at work.
        drawing.catch(() => undefined);
      },
      'astro:build:done': async () => drawing,
    },
  };
};
