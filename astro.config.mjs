import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { epubs } from './scripts/lib/epub.ts';
import { hosting } from './scripts/lib/hosting/write.ts';
import { keepSizes, keepWorker } from './scripts/lib/keep.ts';
import { writeKits } from './scripts/lib/kits.ts';
import { offline } from './scripts/lib/offline.ts';
import { writeDrawings, writePixels } from './scripts/lib/pictures.ts';
import { weights } from './scripts/lib/weights.ts';
import { keepMarks } from './src/prose/remark-keep-marks.ts';
import { paragraphIds } from './src/prose/remark-paragraph-ids.ts';
import { typography } from './src/prose/remark-typography.ts';
import { contentGate } from './src/site/content-gate.ts';
import { readSettings } from './src/site/settings.ts';

const settings = readSettings(process.env);
const { site, base, outDir } = settings;

export default defineConfig({
  site,
  base,
  outDir,
  trailingSlash: 'always',
  output: 'static',
  build: { format: 'directory', inlineStylesheets: 'never' },
  // A strict policy allows no inline script: nothing may be folded into the page.
  vite: { build: { assetsInlineLimit: 0, cssCodeSplit: false } },
  markdown: {
    processor: unified({ remarkPlugins: [paragraphIds, typography, keepMarks], smartypants: false, gfm: false }),
    syntaxHighlight: false,
  },
  // Each reads what those before it wrote. What a reader may keep is listed by hash, once no page changes any more.
  integrations: [
    contentGate(settings),
    mdx(),
    keepSizes(settings),
    weights(base),
    writeDrawings(settings),
    epubs(settings),
    offline(site, base),
    writePixels(settings),
    writeKits(settings),
    keepWorker(settings),
    hosting(settings),
  ],
  devToolbar: { enabled: false },
});
