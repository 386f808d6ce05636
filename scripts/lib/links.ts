/** Looking through a built folder. */
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

export const pagesOf = (folder: string): string[] => globSync('**/*.html', { cwd: folder }).sort();
/** Pages with the site's own head and foot; not those for frames, for paper, for dear data or for disks, nor fragments to republish. */
export const hasChrome = (file: string): boolean =>
  !/^(?:embed|kit|offline|kept)\/|\/(?:print|imprimer|lite|leger)\/index\.html$/.test(file);
export const read = (folder: string, file: string): string => readFileSync(join(folder, file), 'utf8');
export const attributes = (html: string, name: string): string[] =>
  [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))].map((m) => m[1] ?? '');

/** Every link of a folder, built for `base`, that leads to nothing, down to the anchor, or out of the base. */
export function brokenLinks(folder: string, base: string): string[] {
  const known = new Map<string, ReadonlySet<string>>();
  const idsOf = (file: string): ReadonlySet<string> => {
    const ids = known.get(file) ?? new Set(attributes(read(folder, file), 'id'));
    known.set(file, ids);
    return ids;
  };
  return pagesOf(folder).flatMap((file) => {
    const html = read(folder, file);
    const addresses = new Set([...attributes(html, 'href'), ...attributes(html, 'src')]);
    return [...addresses].flatMap((address) => {
      if (/^(?:https?:|mailto:)/.test(address)) return [];
      const [path = '', hash = ''] = address.replace(/&amp;/g, '&').split('#');
      if (path && !path.startsWith(base)) return [`${file}: ${address} leaves ${base}`];
      const local = path ? path.slice(base.length).replace(/\?.*/, '') : file;
      const full = join(folder, decodeURI(local));
      const target = existsSync(full) && statSync(full).isFile() ? local : join(local, 'index.html');
      if (!existsSync(join(folder, target))) return [`${file}: ${address}`];
      return hash && target.endsWith('.html') && !idsOf(target).has(decodeURI(hash)) ? [`${file}: no ${address}`] : [];
    });
  });
}
