/**
 * Gives a built page new addresses: for copies of the site that live elsewhere (a memory card, a file of one page).
 * Pure: HTML in, HTML out.
 */
import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { visit } from 'unist-util-visit';

/** The new address for one found in `attribute` of a `tag`; `undefined` takes the attribute away. */
export type Change = (address: string, place: { tag: string; attribute: string }) => string | undefined;

/** Attributes that hold one address, under the names hast gives them. */
const SINGLE = ['href', 'src', 'action', 'poster', 'data', 'xLinkHref'] as const;

/** Changes every address in a tree, in place. */
export function relinkTree(tree: Root, change: Change): void {
  visit(tree, 'element', ({ tagName: tag, properties }) => {
    for (const attribute of SINGLE) {
      const address = properties[attribute];
      if (typeof address !== 'string') continue;
      const now = change(address, { tag, attribute });
      if (now === undefined) delete properties[attribute];
      else properties[attribute] = now;
    }
    const { srcSet } = properties;
    if (srcSet === undefined || srcSet === null) return;
    const entries = (Array.isArray(srcSet) ? srcSet : String(srcSet).split(/,\s+/)).flatMap((entry) => {
      const [address = '', ...size] = String(entry).trim().split(/\s+/);
      const now = change(address, { tag, attribute: 'srcset' });
      return now === undefined ? [] : [[now, ...size].join(' ')];
    });
    properties.srcSet = entries.join(', ');
  });
}

/** Changes every address in a whole page. */
export function relink(html: string, change: Change): string {
  const tree = fromHtml(html);
  relinkTree(tree, change);
  return toHtml(tree);
}

/** Where a copy keeps the files of the site. */
export interface Copy {
  /** The site's address with its base: `https://news.example/mali/`. */
  site: URL;
  /** Where a file of the site (`en/data/index.html`) lies in the copy; nothing where the copy does not hold it. */
  place(file: string): string | undefined;
}

/** The way from one file of a copy to another, both without leading slash. */
export function wayTo(from: string, to: string): string {
  const [folders, target] = [from.split('/').slice(0, -1), to.split('/')];
  let same = 0;
  while (same < folders.length && same < target.length - 1 && folders[same] === target[same]) same++;
  return [...folders.slice(same).map(() => '..'), ...target.slice(same)].map(encodeURIComponent).join('/');
}

/** The file of the site that answers an address under its base, without query and anchor; nothing for anybody else's. */
export function fileBehind(address: URL, site: URL): string | undefined {
  if (address.origin !== site.origin || !address.pathname.startsWith(site.pathname)) return undefined;
  const path = decodeURIComponent(address.pathname.slice(site.pathname.length));
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}

/**
 * Addresses for a page of a copy that opens from disk: relative to what the copy holds, with `index.html` written
 * out; in full to what it does not hold. `file` is the page's own place on the site.
 */
export function forCopy(file: string, copy: Copy): Change {
  const here = new URL(file.replace(/(^|\/)index\.html$/, '$1'), copy.site);
  const from = copy.place(file);
  if (from === undefined) throw new Error(`${file} is not in the copy`);
  return (address) => {
    // Anchors of the page itself, and what is absolute already (other sites, mail, data), stay as they are.
    if (address.startsWith('#') || /^[a-z][a-z0-9+.-]*:/i.test(address)) return address;
    const full = new URL(address, here);
    const target = fileBehind(full, copy.site);
    const to = target === undefined ? undefined : copy.place(target);
    return to === undefined ? full.href : `${wayTo(from, to)}${full.search}${full.hash}`;
  };
}
