/**
 * The site in one language as a zip that opens from disk: every page of that language, whatever made it, with its style,
 * scripts, tables and drawings. Links are relative; what the copy does not hold is linked to on the site.
 */
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { toHtml } from 'hast-util-to-html';
import { type Copy, fileBehind, forCopy, relinkTree } from '../../../src/lib/relink.ts';
import type { Found } from '../../../src/story/find-fields.ts';
import { classic } from './classic.ts';
import type { Edition } from './edition.ts';
import { withFonts } from './styles.ts';
import { prune } from './tree.ts';

/** Files a reader may open besides pages; of the pictures the drawings alone, which a browser shows at any size. */
const taken = (lang: string): string[] => ['data/*.csv', 'data/datapackage.json', `figures/${lang}/**/*.svg`];

const relOf = ({ properties: { rel } }: Element): string[] => (Array.isArray(rel) ? rel.map(String) : []);
/** What a page loads by itself, as against what it links to. */
function loadedBy(element: Element): string | undefined {
  const { src, href } = element.properties;
  if (typeof src === 'string') return src;
  return element.tagName === 'link' && typeof href === 'string' && relOf(element).some((r) => r === 'stylesheet' || r === 'icon')
    ? href
    : undefined;
}
/** What means nothing on a disk, or is refused there: hints to fetch early, manifests, offers to download this copy. */
const useless = (element: Element): boolean =>
  'dataOnline' in element.properties ||
  (element.tagName === 'link' && relOf(element).some((r) => ['preload', 'modulepreload', 'manifest'].includes(r)));

interface Page {
  file: string;
  tree: Root;
}

/** The pages with their scripts made classic: browsers load no modules from disk. Gives the scripts back by file. */
async function makeClassic(pages: readonly Page[], { folder, site }: Edition): Promise<Map<string, string>> {
  const code = new Map<string, string>();
  const names = new Map<string, string>();
  const address = new Map<string, string>();
  for (const { file, tree } of pages)
    for (const script of selectAll('script[type="module"][src]', tree)) {
      const source = fileBehind(new URL(String(script.properties.src), new URL(file, site)), site);
      if (source === undefined) throw new Error(`${file} loads a module of somebody else`);
      if (!address.has(source)) {
        const made = await classic(join(folder, source));
        // Several pages start the same script under several names: it stands once.
        const name = names.get(made) ?? source;
        names.set(made, name);
        code.set(name, made);
        address.set(source, new URL(name, site).pathname);
      }
      script.properties = { src: address.get(source) ?? '', defer: true };
    }
  return code;
}

/** Search without fetching: the entries stand in the page, and lead where the copy keeps what they name. */
function withEntries({ file, tree }: Page, edition: Edition, copy: Copy): void {
  const form = select('form[data-find]', tree);
  if (!form) return;
  const source = fileBehind(new URL(String(form.properties.dataFind), edition.site), edition.site);
  const entries = JSON.parse(readFileSync(join(edition.folder, source ?? ''), 'utf8')) as Found[];
  const to = forCopy(file, copy);
  const place = { tag: 'a', attribute: 'href' };
  const moved = entries.map((entry) => ({
    ...entry,
    href: to(new URL(entry.href, edition.site).pathname + new URL(entry.href, edition.site).hash, place),
  }));
  form.properties.dataFind = '';
  form.properties.dataBase = '';
  form.children.push({
    type: 'element',
    tagName: 'script',
    properties: { type: 'application/json', dataEntries: '' },
    children: [{ type: 'text', value: JSON.stringify(moved).replace(/</g, '\\u003c') }],
  });
}

/** The archive. Same site, same bytes: files in one order, all of the edition's day. */
export async function classroom(edition: Edition): Promise<Uint8Array> {
  const { folder, site, lang, day, t, version, date } = edition;
  const pages = globSync(`${lang}/**/*.html`, { cwd: folder })
    // The maintainers' page of pictures is no lesson.
    .filter((file) => file !== `${lang}/gallery/index.html`)
    .sort()
    .map((file) => ({ file, tree: fromHtml(readFileSync(join(folder, file), 'utf8')) }));
  for (const { tree } of pages) prune(tree, useless);
  const scripts = await makeClassic(pages, edition);

  const files = new Set([...pages.map(({ file }) => file), ...taken(lang).flatMap((glob) => globSync(glob, { cwd: folder }))]);
  for (const { file, tree } of pages)
    for (const address of selectAll('[src], link[href]', tree).map(loadedBy)) {
      if (address === undefined || /^data:/.test(address)) continue;
      const source = fileBehind(new URL(address, new URL(file, site)), site);
      if (source === undefined) throw new Error(`${file} loads ${address}, which a copy on disk cannot`);
      files.add(source);
    }
  // The home page of the language opens the copy.
  const place = (file: string): string => (file === `${lang}/index.html` ? 'index.html' : file);
  const copy: Copy = { site, place: (file) => (files.has(file) ? place(file) : undefined) };

  const held = new Map<string, Uint8Array>();
  for (const page of pages) {
    withEntries(page, edition, copy);
    relinkTree(page.tree, forCopy(page.file, copy));
    held.set(place(page.file), strToU8(toHtml(page.tree)));
  }
  for (const file of files) {
    if (held.has(place(file))) continue;
    const script = scripts.get(file);
    if (script !== undefined) held.set(file, strToU8(script));
    else if (file.endsWith('.css')) held.set(file, strToU8(withFonts(readFileSync(join(folder, file), 'utf8'), join(folder, '_astro'))));
    else if (statSync(join(folder, file)).isFile()) held.set(file, new Uint8Array(readFileSync(join(folder, file))));
  }
  const words = t('zip-readme', { version, date, address: site.href });
  held.set(lang === 'fr' ? 'LISEZMOI.txt' : 'README.txt', strToU8(`${words}\n`));

  const [year = 0, month = 1, dayOfMonth = 1] = day.split('-').map(Number);
  const entries = [...held].sort(([a], [b]) => (a < b ? -1 : 1)).map(([file, bytes]) => [`mali-${lang}/${file}`, bytes] as const);
  // The zip format keeps local time: noon of the day is that day in every time zone.
  return zipSync(Object.fromEntries(entries), { level: 9, mtime: new Date(year, month - 1, dayOfMonth, 12) });
}
