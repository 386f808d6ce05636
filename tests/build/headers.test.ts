import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import { select } from 'hast-util-select';
import { describe, expect, it } from 'vitest';

const rules = readFileSync('dist/_headers', 'utf8')
  .split('\n')
  .filter((line) => line.trim() && !line.startsWith('#'))
  .reduce<{ path: string; headers: Map<string, string> }[]>((list, line) => {
    if (!line.startsWith(' ')) list.push({ path: line.trim(), headers: new Map() });
    else list.at(-1)?.headers.set(line.slice(0, line.indexOf(':')).trim().toLowerCase(), line.slice(line.indexOf(':') + 1).trim());
    return list;
  }, []);
const matches = (rule: string, address: string) => (rule.endsWith('*') ? address.startsWith(rule.slice(0, -1)) : address === rule);

/** Addresses under which a host sends each built file: folders by their trailing slash. */
const addresses = globSync('**/*', { cwd: 'dist' })
  .filter((file) => file !== '_headers' && statSync(join('dist', file)).isFile())
  .map((file) => `/${file.replace(/(^|\/)index\.html$/, '$1')}`)
  .sort();

describe('the header rules that go out with the site', () => {
  it('are exactly one for each address', () => {
    expect(addresses.length).toBeGreaterThan(500);
    const counted = addresses.map(
      (address) => [address, rules.filter(({ path }) => matches(path, address)).map(({ path }) => path)] as const,
    );
    expect(counted.filter(([, found]) => found.length !== 1)).toEqual([]);
  });

  it('send every page with the policy that the hosting guide names, and nothing guessed as a script', () => {
    const guide = readFileSync('docs/hosting.md', 'utf8');
    // Pages that carry their own script and style have a policy of their own: see the next test.
    for (const address of addresses.filter((a) => !/^\/offline\/.*html$/.test(a))) {
      const headers = rules.find(({ path }) => matches(path, address))?.headers;
      expect(headers?.get('x-content-type-options'), address).toBe('nosniff');
      if (!/\/$|\.html$/.test(address)) continue;
      for (const name of [
        'Content-Security-Policy',
        'Referrer-Policy',
        'Permissions-Policy',
        'Cross-Origin-Opener-Policy',
        'Cross-Origin-Resource-Policy',
      ])
        expect(guide, `${address}: ${name}`).toContain(`${name}: ${headers?.get(name.toLowerCase())}\n`);
      expect(headers?.get('content-security-policy')).toMatch(/^default-src 'none';(?!.*unsafe)/);
    }
  });

  it.each(['en', 'fr'])(
    'send the edition in one file (%s) with the policy that it states, and that allows no script but its own',
    (lang) => {
      const address = `/offline/mali-${lang}.html`;
      const sent = rules.find(({ path }) => path === address)?.headers;
      expect(sent?.get('x-content-type-options')).toBe('nosniff');
      const [policy = '', framed] = sent?.get('content-security-policy')?.split(/; (?=frame-ancestors)/) ?? [];
      expect(framed).toBe("frame-ancestors 'self'");
      expect(policy).toMatch(
        /^default-src 'none'; script-src (?:'sha256-[^']{44}' ?){2}; style-src 'sha256-[^']{44}'; img-src data:;(?!.*unsafe)/,
      );
      const stated = select('meta[http-equiv]', fromHtml(readFileSync(`dist${address}`, 'utf8')));
      expect(stated?.properties.content).toBe(policy);
    },
  );
});
