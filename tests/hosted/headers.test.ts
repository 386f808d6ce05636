import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { fromHtml } from 'hast-util-from-html';
import { select } from 'hast-util-select';
import { describe, expect, it } from 'vitest';
import { cloudFront, INDEX_FUNCTION, s3Upload } from '../../scripts/lib/hosting/cloudfront.ts';
import { sentAddresses as addressesOf, speaksFor as matches, sentRules as rulesOf } from '../../scripts/lib/hosting/parse.ts';

const BUILDS = [
  ['dist', '/'],
  ['.generated/dist-base', '/a/b/'],
] as const;

describe.each(BUILDS)('the header rules that go out with %s', (folder, base) => {
  const rules = rulesOf(folder);
  const addresses = addressesOf(folder, base);

  it('are exactly one for each address', () => {
    expect(addresses.length).toBeGreaterThan(500);
    const counted = addresses.map(
      (address) => [address, rules.filter(({ path }) => matches(path, address)).map(({ path }) => path)] as const,
    );
    expect(counted.filter(([, found]) => found.length !== 1)).toEqual([]);
  });

  it('keep to what Cloudflare takes: 100 rules, lines of 2,000 characters', () => {
    expect(rules.length).toBeLessThanOrEqual(100);
    for (const line of readFileSync(join(folder, '_headers'), 'utf8').split('\n')) expect(line.length).toBeLessThanOrEqual(2000);
  });

  it('send every page with the policy that the hosting guide names, and nothing guessed as a script', () => {
    const guide = readFileSync('docs/hosting.md', 'utf8');
    // Pages that carry their own script and style have a policy of their own: see the next test.
    for (const address of addresses.filter((a) => !/^offline\/.*html$/.test(a.slice(base.length)))) {
      const headers = rules.find(({ path }) => matches(path, address))?.headers;
      expect(headers?.get('x-content-type-options'), address).toBe('nosniff');
      expect(headers?.get('content-security-policy'), address).toMatch(/^default-src 'none'(?:;|$)(?!.*unsafe)/);
      if (!/\/$|\.html$/.test(address)) continue;
      expect(headers?.get('content-security-policy'), address).toContain("; script-src 'self'");
      if (address.startsWith(`${base}embed/`)) continue;
      for (const name of [
        'Content-Security-Policy',
        'Referrer-Policy',
        'Permissions-Policy',
        'Cross-Origin-Opener-Policy',
        'Cross-Origin-Resource-Policy',
      ])
        expect(guide, `${address}: ${name}`).toContain(`${name}: ${headers?.get(name.toLowerCase())}\n`);
    }
  });

  it('let embeds stand in any page, and what they load reach a frame without an origin', () => {
    const guide = readFileSync('docs/hosting.md', 'utf8');
    const of = (address: string) => rules.find(({ path }) => matches(path, address))?.headers ?? new Map<string, string>();
    const page = of(`${base}en/`);
    const embeds = addresses.filter((address) => address.startsWith(`${base}embed/`) && address.endsWith('/'));
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
    for (const address of addresses.filter((a) => a.startsWith(`${base}_astro/`) || a === `${base}embed.js`)) {
      expect(of(address).get('access-control-allow-origin'), address).toBe('*');
      expect(of(address).get('cross-origin-resource-policy'), address).toBe('cross-origin');
    }
  });

  it.each(['en', 'fr'])(
    'send the edition in one file (%s) with the policy that it states, and that allows no script but its own',
    (lang) => {
      const file = `offline/mali-${lang}.html`;
      const sent = rules.find(({ path }) => path === `${base}${file}`)?.headers;
      expect(sent?.get('x-content-type-options')).toBe('nosniff');
      const [policy = '', framed] = sent?.get('content-security-policy')?.split(/; (?=frame-ancestors)/) ?? [];
      expect(framed).toBe("frame-ancestors 'self'");
      expect(policy).toMatch(
        /^default-src 'none'; script-src (?:'sha256-[^']{44}' ?){2}; style-src 'sha256-[^']{44}'; img-src data:;(?!.*unsafe)/,
      );
      const stated = select('meta[http-equiv]', fromHtml(readFileSync(join(folder, file), 'utf8')));
      expect(stated?.properties.content).toBe(policy);
    },
  );
});

describe('what CloudFront is given', () => {
  it('has a policy for each path, in the shape and number that its API takes', () => {
    const { behaviours, policies } = cloudFront('/a/b/');
    const names = policies.map((p) => (p as { Name: string }).Name);
    expect(behaviours.length).toBeGreaterThan(20);
    for (const { pathPattern, policy } of behaviours) {
      expect(pathPattern).toMatch(/^\/a\/b\//);
      expect(names).toContain(policy);
    }
    expect(policies.length).toBeLessThanOrEqual(20);
    for (const policy of policies as { CustomHeadersConfig: { Quantity: number; Items: { Header: string }[] } }[]) {
      expect(policy.CustomHeadersConfig.Items.length).toBe(policy.CustomHeadersConfig.Quantity);
      for (const { Header } of policy.CustomHeadersConfig.Items)
        expect(Header).not.toMatch(/^(?:Content-Security|X-Content|Referrer|Access-Control)/);
    }
  });

  it('is uploaded whole, each file once, pages last, nothing deleted', () => {
    const script = s3Upload('/a/b/');
    const commands = script.split('\n\n').filter((part) => part.startsWith('aws '));
    const included = commands.map((command) => [...command.matchAll(/--include '([^']+)'/g)].map((m) => m[1] ?? ''));
    const files = globSync('**/*', { cwd: 'dist' }).filter((file) => file !== '_headers' && statSync(join('dist', file)).isFile());
    const counted = files.filter((file) => included.flat().filter((pattern) => matches(pattern, file)).length !== 1);
    expect(counted).toEqual([]);
    expect(included.at(-1)).toContain('en/*');
    expect(script).not.toContain('--delete');
    for (const command of commands) expect(command).toMatch(/"s3:\/\/\$2\/a\/b\/"[\s\S]*--cache-control 'public, /);
  });

  it.each([
    ['/a/b/', '/a/b/index.html'],
    ['/a/b/en/claims/', '/a/b/en/claims/index.html'],
    ['/a/b/data/gold.csv', '/a/b/data/gold.csv'],
    ['/a/b/en/claims', '301 /a/b/en/claims/'],
    ['//evil.example/x', '301 /evil.example/x/'],
    ['/\\evil', '301 /evil/'],
  ])('finds the page of %s', (uri, wanted) => {
    const context = createContext({ uri });
    const answer = runInContext(`${INDEX_FUNCTION}\nhandler({ request: { uri } })`, context) as {
      uri?: string;
      statusCode?: number;
      headers?: { location: { value: string } };
    };
    expect(answer.uri ?? `${answer.statusCode} ${answer.headers?.location.value}`).toBe(wanted);
  });
});

describe('security.txt', () => {
  it('says whom to tell, until when, in which languages, where it was asked for; a folder of a host has none of its own', () => {
    const text = readFileSync('.generated/hosting/dist-base/security.txt', 'utf8');
    expect(text).toMatch(
      /^Contact: mailto:security@post\.example\nExpires: 20\d\d-\d\d-\d\dT00:00:00Z\nPreferred-Languages: en, fr\nCanonical: https:\/\/example\.org\/\.well-known\/security\.txt\n$/,
    );
    expect(existsSync('.generated/dist-base/.well-known')).toBe(false);
    expect(existsSync('.generated/hosting/dist/security.txt')).toBe(false);
  });
});
