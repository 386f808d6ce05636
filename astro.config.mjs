import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { drawCards } from './scripts/lib/cards.ts';
import { writeKits } from './scripts/lib/kits.ts';
import { drawPictures } from './scripts/lib/pictures.ts';
import { weights } from './scripts/lib/weights.ts';
import { keepMarks } from './src/prose/remark-keep-marks.ts';
import { paragraphIds } from './src/prose/remark-paragraph-ids.ts';
import { typography } from './src/prose/remark-typography.ts';
import { contentGate } from './src/site/content-gate.ts';

// Hosting is two variables: where the site answers, and under which path.
const site = process.env.SITE_URL ?? 'http://localhost:4321';
const base = process.env.BASE_PATH ?? '/';

export default defineConfig({
  site,
  base,
  outDir: process.env.OUT_DIR ?? './dist',
  trailingSlash: 'always',
  output: 'static',
  build: { format: 'directory', inlineStylesheets: 'never' },
  // A strict policy allows no inline script: nothing may be folded into the page.
  vite: { build: { assetsInlineLimit: 0, cssCodeSplit: false } },
  markdown: {
    processor: unified({ remarkPlugins: [paragraphIds, typography, keepMarks], smartypants: false, gfm: false }),
    syntaxHighlight: false,
  },
  integrations: [contentGate(), mdx(), weights(base), drawPictures(), drawCards(), writeKits(site, base)],
  devToolbar: { enabled: false },
});
