/** What a language keeps: its pages and all they load, each by the hash of what is in it. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { KeptFile } from '../../../src/sw.ts';
import { loadedBy } from '../../budget.ts';

/** What is to be kept, in a built folder. */
export interface Keeping {
  folder: string;
  /** The path the folder was built for, with a slash at both ends. */
  base: string;
  langs: Readonly<Record<string, { pages: readonly string[]; missing: string }>>;
}

/** The files of some pages, by the address they are asked for under (with the base). Throws where a page is not there. */
export function keptFiles({ folder, base }: Keeping, pages: readonly string[]): Map<string, string> {
  const files = new Map<string, string>();
  /** Addresses as the pages write them: scripts of a fixed name have a query. */
  const written = new Map<string, string>();
  for (const page of pages) {
    const { html, scripts, styles, fonts } = loadedBy(folder, page, base);
    // What stands in a page beside what `loadedBy` counts: the logo of a house, the script that comes with the press of the button.
    const more: string[] = [];
    for (const [, address = ''] of readFileSync(html, 'utf8').matchAll(/\s(?:src|data-code)="([^"]+)"/g)) {
      const file = join(folder, address.slice(base.length).replace(/\?.*/, ''));
      written.set(file, address);
      more.push(file);
    }
    files.set(`${base}${page}`, html);
    for (const file of [...scripts, ...more, ...styles, ...fonts])
      files.set(written.get(file) ?? `${base}${relative(folder, file).split(sep).join('/')}`, file);
  }
  const icon = join(folder, 'icon.svg');
  if (existsSync(icon)) files.set(`${base}icon.svg`, icon);
  return files;
}

/** The list for the worker. The address of a hashed file names its content; all others have a revision. */
export const manifestOf = (files: ReadonlyMap<string, string>, base: string): KeptFile[] =>
  [...files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([url, file]) => {
      const hash = createHash('sha256').update(readFileSync(file)).digest('base64');
      const named = url.startsWith(`${base}_astro/`) || url.includes('?');
      return { url, revision: named ? null : hash.slice(0, 12), integrity: `sha256-${hash}` };
    });
