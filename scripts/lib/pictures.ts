import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readContent } from '../../src/lib/content.ts';
import { pictures } from '../../src/site/picture.ts';
import { keeper } from './made.ts';
import { rasterise } from './raster.ts';

const root = join(import.meta.dirname, '..', '..');
/** Pixels a unit: 720 wide for a phone's picture, 1440 for the wide one. */
const SCALE = 2;
const png = keeper('png', ['raster.ts', 'pictures.ts'], (svg) => rasterise(svg, SCALE));

/** Writes every step of every figure as SVG and PNG beside the pages. */
export const drawPictures = (): AstroIntegration => ({
  name: 'pictures',
  hooks: {
    'astro:build:done': async ({ dir, logger }) => {
      const folder = fileURLToPath(dir);
      let n = 0;
      for (const { path, svg } of pictures(readContent(root), root)) {
        mkdirSync(join(folder, dirname(path('svg'))), { recursive: true });
        writeFileSync(join(folder, path('svg')), svg);
        writeFileSync(join(folder, path('png')), await png(svg));
        n++;
      }
      logger.info(`${n} pictures, each as SVG and PNG`);
    },
  },
});
