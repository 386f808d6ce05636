import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { gateOf } from '../../src/site/gate.ts';
import { pictures } from '../../src/site/picture.ts';
import type { Settings } from '../../src/site/settings.ts';
import { inStudio } from './made.ts';
import { root, source } from './source.ts';

/** Writes every step of every figure that may go out as SVG and PNG beside the pages. */
export const drawPictures = (settings: Settings): AstroIntegration => ({
  name: 'pictures',
  hooks: {
    'astro:build:done': async ({ dir, logger }) => {
      const folder = fileURLToPath(dir);
      let n = 0;
      const { content } = source();
      await inStudio(({ made, each }) =>
        each(pictures(content, root, gateOf(content, settings)), async ({ path, svg, last }) => {
          mkdirSync(join(folder, dirname(path('svg'))), { recursive: true });
          writeFileSync(join(folder, path('svg')), svg);
          // 720 pixels wide for a phone's picture, 1440 for the wide one.
          writeFileSync(join(folder, path('png')), await made('png', svg));
          // The finished picture in a size for newsletters and content systems that take no larger one.
          if (last) writeFileSync(join(folder, path('1x.png')), await made('1x.png', svg));
          n++;
        }),
      );
      logger.info(`${n} pictures, each as SVG and PNG`);
    },
  },
});
