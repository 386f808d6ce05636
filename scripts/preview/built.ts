/** A built folder as the checks see it: each page parsed once, and only what they ask about kept. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import { attributes, pagesOf } from '../lib/links.ts';
import { type Alternates, alternatesOf, metaOf, type Nameless, namelessOf } from './markup.ts';

export interface Page {
  /** Address in the site, without base: `en/algiers-accord/`. */
  address: string;
  file: string;
  lang: string;
  /** `meta` elements by name or property; a name given twice keeps its first. */
  meta: ReadonlyMap<string, string>;
  alternates: Alternates;
  /** Pictures and drawings without words for those who do not see. */
  nameless: readonly Nameless[];
  /** How many pictures and drawings there are. */
  pictures: number;
  /** Every `datetime` of the page. */
  times: readonly string[];
  /** Days that structured data state, by field: `datePublished`, `dateModified`. */
  stated: ReadonlyMap<string, string>;
  chapter: boolean;
  redirect: boolean;
  scripts: number;
}

export interface Built {
  folder: string;
  /** The path the folder was built for, with a slash at both ends. */
  base: string;
  /** The day of the edition, ISO. */
  edition: string;
  pages: readonly Page[];
}

/** The path a build answers at, as its own table of headers says. Throws where the folder holds no build. */
export function baseOf(folder: string): string {
  const file = join(folder, '_headers');
  if (!existsSync(file)) throw new Error(`${folder} holds no built site: run npm run build first`);
  return /^\/.*$/m.exec(readFileSync(file, 'utf8'))?.[0] ?? '/';
}

/** Reads one page. */
export function readPage(folder: string, file: string): Page {
  const html = readFileSync(join(folder, file), 'utf8');
  const tree = fromHtml(html);
  const { nameless, pictures } = namelessOf(tree);
  const days = [...html.matchAll(/"(date(?:Published|Modified))":"(\d{4}-\d\d-\d\d)/g)];
  return {
    address: file.replace(/(^|\/)index\.html$/, '$1'),
    file,
    lang: /<html[^>]*\slang="(\w+)"/.exec(html)?.[1] ?? '',
    meta: metaOf(tree),
    alternates: alternatesOf(tree),
    nameless,
    pictures,
    times: attributes(html, 'datetime'),
    stated: new Map(days.reverse().map(([, field = '', day = '']) => [field, day])),
    // Other pages of the same shape have the number 0; a short version has no scenes.
    chapter: /<main[^>]*\sdata-chapter="[1-9]/.test(html) && html.includes('<section data-scene='),
    redirect: /<meta http-equiv="refresh"/i.test(html),
    scripts: (html.match(/<script(?![^>]*type="application\/(?:ld\+)?json")/g) ?? []).length,
  };
}

/** Reads every page of a built folder; `edition` is the day that the content states. */
export const readBuilt = (folder: string, edition: string): Built => ({
  folder,
  base: baseOf(folder),
  edition,
  pages: pagesOf(folder).map((file) => readPage(folder, file)),
});
