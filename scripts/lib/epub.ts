import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { strToU8, type Zippable, zipSync } from 'fflate';
import packageJson from '../../package.json' with { type: 'json' };
import { gateOf } from '../../src/site/gate.ts';
import { bareDrawings } from '../../src/site/picture.ts';
import type { Settings } from '../../src/site/settings.ts';
import { type Book, CONTAINER, coverSvg, navigation, packageDocument } from './epub-package.ts';
import { partsOf } from './epub-parts.ts';
import { inStudio } from './made.ts';
import { root, source } from './source.ts';

const PAGES = { en: 'en/print', fr: 'fr/imprimer' } as const;
/** The step whose drawing stands on the cover: the country, its river and towns. */
const COVER = 'kidal-mali';

/** All files of a book as one archive: `mimetype` first and not compressed, every clock the edition's. */
async function pack(book: Book, drawings: ReadonlyMap<string, string>): Promise<Uint8Array> {
  const drawing = (step: string): string => {
    const svg = drawings.get(step);
    if (!svg) throw new Error(`e-book: no drawing of step "${step}"`);
    return svg;
  };
  const files: Zippable = {
    mimetype: [strToU8('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': strToU8(CONTAINER),
    'EPUB/package.opf': strToU8(packageDocument(book)),
    'EPUB/nav.xhtml': strToU8(navigation(book)),
    'EPUB/book.css': readFileSync(join(root, 'scripts', 'lib', 'epub.css')),
    'EPUB/img/cover.png': await inStudio(async ({ made }) => readFileSync(await made('png', coverSvg(book, drawing(COVER))))),
  };
  for (const { href, xhtml, steps } of book.parts) {
    files[`EPUB/${href}`] = strToU8(xhtml);
    for (const step of steps) files[`EPUB/img/${step}.svg`] = strToU8(drawing(step));
  }
  // The archive keeps local time: the same hour everywhere is noon of the edition's day, read without a zone.
  return zipSync(files, { level: 9, mtime: `${book.content.site.value.edition}T12:00:00` });
}

/** Writes the whole as an e-book in each language, made from the built print pages. */
export const epubs = (settings: Settings): AstroIntegration => ({
  name: 'epub',
  hooks: {
    'astro:build:done': async ({ dir, logger }) => {
      const folder = fileURLToPath(dir);
      const { content } = source();
      const { base: prefix, site } = settings;
      mkdirSync(join(folder, 'epub'), { recursive: true });
      const gate = gateOf(content, settings);
      for (const lang of content.site.value.languages) {
        const html = readFileSync(join(folder, PAGES[lang], 'index.html'), 'utf8');
        const name = `mali-${lang}.epub`;
        const address = new URL(`${prefix}epub/${name}`, site).href;
        const book: Book = { lang, content, parts: partsOf(html, lang, prefix, site), address, version: packageJson.version };
        const bytes = await pack(book, bareDrawings(lang, content, root, gate));
        writeFileSync(join(folder, 'epub', name), bytes);
        logger.info(`${name}: ${Math.round(bytes.length / 1000)} kB`);
      }
    },
  },
});
