/** Reading `_headers` back as Cloudflare Pages and Netlify read it. */
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface Sent {
  path: string;
  /** By name, in lower case. */
  headers: Map<string, string>;
}

/** The rules that go out with a built folder. */
export const sentRules = (folder: string): Sent[] =>
  readFileSync(join(folder, '_headers'), 'utf8')
    .split('\n')
    .filter((line) => line.trim() && !line.startsWith('#'))
    .reduce<Sent[]>((list, line) => {
      if (!line.startsWith(' ')) list.push({ path: line.trim(), headers: new Map() });
      else list.at(-1)?.headers.set(line.slice(0, line.indexOf(':')).trim().toLowerCase(), line.slice(line.indexOf(':') + 1).trim());
      return list;
    }, []);

/** Whether a rule speaks for an address. */
export const speaksFor = (rule: string, address: string): boolean =>
  rule.endsWith('*') ? address.startsWith(rule.slice(0, -1)) : address === rule;

/** Addresses under which a host sends each built file: folders by their trailing slash. */
export const sentAddresses = (folder: string, base: string): string[] =>
  globSync('**/*', { cwd: folder })
    .filter((file) => file !== '_headers' && statSync(join(folder, file)).isFile())
    .map((file) => `${base}${file.replace(/(^|\/)index\.html$/, '$1')}`)
    .sort();
