import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
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
    for (const address of addresses) {
      const headers = rules.find(({ path }) => matches(path, address))?.headers;
      expect(headers?.get('x-content-type-options'), address).toBe('nosniff');
      if (!/\/$|\.html$/.test(address) || address.startsWith('/embed/')) continue;
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

  it('let embeds stand in any page, and what they load reach a frame without an origin', () => {
    const guide = readFileSync('docs/hosting.md', 'utf8');
    const of = (address: string) => rules.find(({ path }) => matches(path, address))?.headers ?? new Map<string, string>();
    const page = of('/en/');
    const embeds = addresses.filter((address) => /^\/embed\/.*\/$/.test(address));
    expect(embeds.length).toBeGreaterThan(40);
    for (const address of embeds) {
      const headers = of(address);
      const policy = headers.get('content-security-policy') ?? '';
      expect(guide).toContain(`Content-Security-Policy: ${policy}\n`);
      // The same policy but for who may frame it, and it frames nothing itself.
      expect(policy).toBe(
        page.get('content-security-policy')?.replace(" frame-src 'self';", '').replace("frame-ancestors 'self'", 'frame-ancestors *'),
      );
      expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
      for (const name of ['cross-origin-opener-policy', 'x-frame-options']) expect(headers.has(name), name).toBe(false);
    }
    for (const address of addresses.filter((a) => a.startsWith('/_astro/') || a === '/embed.js')) {
      expect(of(address).get('access-control-allow-origin'), address).toBe('*');
      expect(of(address).get('cross-origin-resource-policy'), address).toBe('cross-origin');
    }
  });
});
