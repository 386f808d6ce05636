import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { formats } from '../../src/i18n/format.ts';
import { pageContext } from '../../src/site/page.ts';
import { LANGS, VERSION } from '../../src/site/site.ts';
import { classroom } from './offline/classroom.ts';
import { type Edition, oneFilePath, zipPath } from './offline/edition.ts';
import { oneFile } from './offline/one-file.ts';
import { root, source } from './source.ts';

/** Bytes promised to readers as the most that the story in one file takes on a disk. */
const MOST = 600_000;
const UNIT = { en: 'kB', fr: 'ko' } as const;

/**
 * Makes the editions that open from disk, of the pages as they were built, and says on the home pages what they weigh.
 * Runs after everything that writes pages or drawings.
 */
export const offline = (site: string, base: string): AstroIntegration => ({
  name: 'offline',
  hooks: {
    'astro:build:done': async ({ dir, logger }) => {
      const folder = fileURLToPath(dir);
      const { content, chapters } = source();
      const { edition: day, title } = content.site.value;
      mkdirSync(join(folder, 'offline'), { recursive: true });
      for (const lang of LANGS) {
        const { t, set } = pageContext(lang, content);
        const own = chapters.filter((c) => c.lang === lang);
        const edition: Edition = {
          folder,
          root,
          site: new URL(base.replace(/\/?$/, '/'), site),
          lang,
          slugs: own.sort((a, b) => a.number - b.number).map((c) => c.slug),
          version: VERSION,
          day,
          date: formats(lang).date(day),
          title: set(title[lang]),
          t,
        };
        const html = await oneFile(edition);
        if (Buffer.byteLength(html) > MOST) logger.warn(`${oneFilePath(lang)} is over ${MOST / 1000} kB: "npm test" will refuse it`);
        const zip = await classroom(edition);
        writeFileSync(join(folder, oneFilePath(lang)), html);
        writeFileSync(join(folder, zipPath(lang)), zip);
        const sizes: Record<string, number> = { [oneFilePath(lang)]: Buffer.byteLength(html), [zipPath(lang)]: zip.length };
        const home = join(folder, lang, 'index.html');
        const said = readFileSync(home, 'utf8').replace(
          /(<span data-size="([^"]+)">)(<\/span>)/g,
          (_all, open: string, path: string, end: string) => {
            const size = sizes[path];
            if (size === undefined) throw new Error(`${lang}/index.html names ${path}, which is not made`);
            return `${open}${formats(lang).number(size / 1000, 0)}\u00a0${UNIT[lang]}${end}`;
          },
        );
        writeFileSync(home, said);
        for (const [path, size] of Object.entries(sizes)) logger.info(`${path}: ${Math.round(size / 1000)} kB`);
      }
    },
  },
});
