/** A release as a newsroom takes it apart, made of the site as it is built. */
import { execFileSync } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildNote, documents } from '../../scripts/lib/release/documents.ts';
import { assetsOf, kept } from '../../scripts/lib/release/keep.ts';
import { type Files, pack, readTree } from '../../scripts/lib/release/pack.ts';
import type { Sbom } from '../../scripts/lib/release/sbom.ts';
import { codePackages, DATA_PACKAGES } from '../../scripts/lib/release/shipped.ts';
import { readSettings } from '../../src/site/settings.ts';

const DAY = '2026-11-24';
let folder = '';
let files: Files;
let zip: Uint8Array;
let entries: Record<string, Uint8Array>;
const text = (path: string): string => strFromU8(entries[`mali-9.9.9/${path}`] ?? new Uint8Array());
const write = (path: string, bytes: Uint8Array): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), bytes);
};
/** What `sha256sum -c` says of an unpacked release, as a newsroom would run it. */
const verify = (): string => {
  try {
    return execFileSync('sha256sum', ['--check', '--quiet', 'SHA256SUMS'], {
      cwd: join(folder, 'mali-9.9.9'),
      encoding: 'utf8',
      stdio: 'pipe',
    });
  } catch (error) {
    return String((error as { stdout?: string }).stdout);
  }
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'release-'));
  const beside = await documents('.', 'dist', buildNote('9.9.9', DAY, readSettings({}), ''));
  files = new Map([...readTree('dist', 'site/'), ...beside]);
  zip = pack('mali-9.9.9', files, DAY);
  entries = unzipSync(zip);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe('a release', () => {
  it('holds the whole site, the guides, the licences and what hosts read', () => {
    const order = Object.keys(entries);
    expect(order).toEqual([...order.slice(0, -1).sort(), 'mali-9.9.9/SHA256SUMS']);
    for (const [path, bytes] of readTree('dist')) expect(entries[`mali-9.9.9/site/${path}`]?.length, path).toBe(bytes.length);
    for (const file of ['nginx.conf', 'cloudfront.json', 'cloudfront-function.js', 's3-upload.sh'])
      expect(text(`hosting/${file}`), file).toBe(readFileSync(`.generated/hosting/dist/${file}`, 'utf8'));
    expect(text('LICENSE')).toBe(readFileSync('LICENSE', 'utf8'));
    expect(text('CHANGELOG.md')).toBe(readFileSync('CHANGELOG.md', 'utf8'));
    for (const file of ['HOSTING.md', 'EMBED.md'])
      for (const [, link = ''] of text(file).matchAll(/\]\((?!https?:)([^)#]+)/g))
        expect(entries[`mali-9.9.9/${link}`], link).toBeDefined();
    expect(text('README.txt')).toContain('SITE_URL=http://localhost:4321 BASE_PATH=/ MIRROR=0 BRAND=1 LICENCE_GATE=none');
  });

  it('verifies with sha256sum, every file of it, and no longer once one byte differs', () => {
    for (const [path, bytes] of Object.entries(entries)) write(path, bytes);
    const named = text('SHA256SUMS')
      .trim()
      .split('\n')
      .map((line) => line.slice(66));
    expect(named).toEqual([...files.keys()].sort());
    expect(verify()).toBe('');
    write('mali-9.9.9/site/robots.txt', Buffer.from('User-agent: *'));
    expect(verify()).toContain('site/robots.txt: FAILED');
  });

  it('has the same bytes when packed again, in any order and time zone', () => {
    const zone = process.env.TZ;
    // Small files alone: the order and the clock are what could differ.
    const some = [...files].filter(([path]) => !path.startsWith('site/'));
    const once = pack('mali-9.9.9', new Map(some), DAY);
    process.env.TZ = 'Pacific/Auckland';
    const again = pack('mali-9.9.9', new Map(some.reverse()), DAY);
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    expect(Buffer.compare(once, again)).toBe(0);
    expect(Buffer.compare(zip, pack('mali-9.9.9', files, DAY))).toBe(0);
  });
});

describe('other people’s work', () => {
  it('is looked for in all that runs in browsers: pages run nothing but what stands in src/story/', () => {
    const scripts = globSync('src/**/*.astro').flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/<script>([\s\S]*?)<\/script>/g)]);
    expect(scripts.length).toBeGreaterThan(5);
    const imports = scripts.flatMap(([, body = '']) => [...body.matchAll(/(?:from|import) '([^']+)'/g)].map(([, path = '']) => path));
    expect(imports.length).toBeGreaterThanOrEqual(scripts.length);
    for (const path of imports) expect(path).toMatch(/^(?:\.\.\/)+story\/[\w-]+\.ts$/);
  });

  it('is named with its licence in full: all that the scripts of the site are made of, and fonts and maps', async () => {
    const guide = text('THIRD-PARTY.md');
    const names = (await codePackages('.')).map(({ name }) => name);
    expect(names).toContain('scrollama');
    // Whatever a script of the site imports must be there, however it is bundled.
    expect(names).toContain('minisearch');
    for (const name of [...names, ...DATA_PACKAGES])
      expect(guide, name).toMatch(new RegExp(`^\\| ${name} \\| [\\d.]+ \\| [\\w.-]+ \\|$`, 'm'));
    expect(guide.match(/SIL OPEN FONT LICENSE Version 1\.1/g)?.length).toBe(2);
    expect(guide).toContain('Permission is hereby granted, free of charge');
    const own = readFileSync('docs/third-party.md', 'utf8').toLowerCase();
    for (const name of names) expect(own, `docs/third-party.md does not name ${name}`).toContain(name);
  }, 60_000);

  it('stands in a bill of materials that tells what is delivered from what was only used', () => {
    const bom = JSON.parse(text('sbom.cdx.json')) as Sbom;
    expect(bom).toMatchObject({ bomFormat: 'CycloneDX', metadata: { component: { name: 'mali-a-peace-undone' } } });
    expect(bom).not.toHaveProperty('serialNumber');
    expect(JSON.stringify(bom.metadata)).not.toMatch(/timestamp|20\d\d-\d\d/);
    const scope = (name: string): string | undefined => bom.components.find((c) => c.name === name)?.scope;
    for (const name of ['scrollama', 'minisearch', '@fontsource/gentium-plus']) expect(scope(name), name).toBe('required');
    for (const name of ['astro', 'vitest', 'playwright-core']) expect(scope(name), name).toBe('excluded');
    const refs = new Set(bom.components.map((c) => c['bom-ref']));
    for (const { dependsOn } of bom.dependencies) for (const ref of dependsOn ?? []) expect(refs.has(ref), ref).toBe(true);
  });
});

describe('the release before', () => {
  const site = new Map([['_astro/same.1.js', new Uint8Array([1])]]);
  const old = new Map([
    ['site/_astro/same.1.js', new Uint8Array([1])],
    ['site/_astro/old.2.js', new Uint8Array([2])],
    ['site/en/index.html', new Uint8Array([3])],
  ]);

  it('leaves its hashed files to the new one, from its zip or from a folder, and nothing else', () => {
    write('old.zip', pack('mali-0.0.1', old, DAY));
    for (const [path, bytes] of old) write(path.replace('site/', 'old/'), bytes);
    for (const from of ['old.zip', 'old']) {
      const found = [...kept(assetsOf(join(folder, from)), site)].map(([path, bytes]) => [path, ...bytes]);
      expect(found, from).toEqual([['_astro/old.2.js', 2]]);
    }
  });

  it('is refused where it is none', () => {
    write('none/en/index.html', new Uint8Array([3]));
    expect(() => assetsOf(join(folder, 'none'))).toThrow(/no _astro/);
  });
});
