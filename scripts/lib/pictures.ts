import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readContent } from '../../src/lib/content.ts';
import { gateOf } from '../../src/site/gate.ts';
import { pictures } from '../../src/site/picture.ts';
import type { Settings } from '../../src/site/settings.ts';
import { keeper } from './made.ts';
import { rasterise } from './raster.ts';

const root = join(import.meta.dirname, '..', '..');
/** Pixels a unit: 720 wide for a phone's picture, 1440 for the wide one. */
const SCALE = 2;
const png = keeper('png', ['raster.ts', 'pictures.ts'], (svg) => rasterise(svg, SCALE));
/** For pages that take no larger file. */
const small = keeper('1x.png', ['raster.ts', 'pictures.ts'], (svg) => rasterise(svg, 1));

/** Writes every step of every figure that may go out as SVG and PNG beside the pages. */
export const drawPictures = (settings: Settings): AstroIntegration => ({
  name: 'pictures',
  hooks: {
    'astro:build:done': async ({ dir, logger }) => {
      const folder = fileURLToPath(dir);
      let n = 0;
      const content = readContent(root);
      for (const { path, svg, last } of pictures(content, root, gateOf(content, settings))) {
        mkdirSync(join(folder, dirname(path('svg'))), { recursive: true });
        writeFileSync(join(folder, path('svg')), svg);
        writeFileSync(join(folder, path('png')), await png(svg));
        // The finished picture in a size for newsletters and content systems that take no larger one.
        if (last) writeFileSync(join(folder, path('1x.png')), await small(svg));
        n++;
      }
      logger.info(`${n} pictures, each as SVG and PNG`);
    },
  },
});
