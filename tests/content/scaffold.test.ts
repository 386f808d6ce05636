/** A newsroom adds a chapter and a figure by two commands, in a copy of this project: all passes. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const copy = mkdtempSync(join(tmpdir(), 'mali-scaffold-'));
const bin = resolve('node_modules/.bin');
const run = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(args[0] ?? '', args.slice(1), {
    cwd: copy,
    encoding: 'utf8',
    env: { ...process.env, PATH: `${bin}:${process.env.PATH}`, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' },
  });
  return { status, said: `${stdout}${stderr}` };
};

/** The compiler over one folder of the copy and all it rests on, by the project's own rules; no `.astro` page is in it. */
const types = (folder: string) => {
  const [files, include] = [['node_modules/astro/client.d.ts'], [folder, 'src/**/*.d.ts']];
  writeFileSync(join(copy, 'types.json'), JSON.stringify({ extends: './tsconfig.json', files, include }));
  const result = run('tsc', '--noEmit', '-p', 'types.json');
  rmSync(join(copy, 'types.json'));
  return result;
};

beforeAll(() => {
  for (const name of [
    'src',
    'content',
    'scripts',
    'public',
    'tests',
    'package.json',
    'astro.config.mjs',
    'tsconfig.json',
    'biome.json',
    'vitest.config.ts',
  ])
    cpSync(name, join(copy, name), { recursive: true });
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
}, 60_000);
afterAll(() => rmSync(copy, { recursive: true, force: true }));

// Builds run beside it: a timeout is there to end what hangs.
describe('new:chapter and new:figure', { timeout: 400_000 }, () => {
  it('write files that pass every check and every law of figures', () => {
    expect(run('node', 'scripts/new.ts', 'figure', 'rice-price')).toMatchObject({ status: 0 });
    expect(run('node', 'scripts/new.ts', 'chapter', 'after-the-war', 'apres-la-guerre', '--figure', 'rice-price')).toMatchObject({
      status: 0,
    });
    // What `npm run check` does, but for the types of what was not written.
    for (const { status, said } of [
      run('node', 'scripts/fonts.ts'),
      run('biome', 'ci', '.'),
      run('node', 'scripts/audit.ts'),
      types('src/figures'),
    ])
      expect(status, said).toBe(0);
    // What would be built: the two texts, the figure in the registry, and rows that are gaps, no invented number.
    const chapter = readFileSync(join(copy, 'content/chapters/fr/04-apres-la-guerre.mdx'), 'utf8');
    expect(chapter).toContain('<Scene figure="rice-price">');
    expect(readFileSync(join(copy, 'content/series/rice-price.csv'), 'utf8')).toMatch(/^first,\d{4},,reported/m);
    const laws = run('vitest', 'run', '--project', 'figures', 'tests/figures/laws.test.ts', '-t', 'rice-price');
    expect(laws.status, laws.said.slice(-2000)).toBe(0);
    expect(laws.said).toMatch(/\d{2,} passed/);
  });

  it('leave sentences that no edition is published or handed out with, each named by file and line', () => {
    const before = readFileSync(join(copy, 'content/published.json'), 'utf8');
    for (const script of ['scripts/publish.ts', 'scripts/release.ts']) {
      const refused = run('node', script);
      expect(refused.status, script).toBe(1);
      for (const place of ['chapters/fr/04-apres-la-guerre.mdx:', 'figures/en/rice-price.yaml:1 ', 'series/rice-price.csv:2 '])
        expect(refused.said).toContain(`content/${place}`);
      // Every one of them is a file that was just written.
      expect(
        refused.said.match(/^content\/\S+/gm)?.filter((file) => !/rice-price|after-the-war|apres-la-guerre|datapackage/.test(file)),
      ).toEqual([]);
    }
    expect(readFileSync(join(copy, 'content/published.json'), 'utf8')).toBe(before);
  });

  it('overwrite nothing and say what a name may be', () => {
    const again = run('node', 'scripts/new.ts', 'figure', 'gold');
    expect(again).toMatchObject({ status: 1 });
    expect(again.said).toContain('allowed: a new name');
    expect(run('node', 'scripts/new.ts', 'figure', '../x').said).toContain('lower-case words joined by hyphens');
    expect(run('node', 'scripts/new.ts', 'chapter', 'algiers-accord', 'accord').said).toContain('slugs that no chapter has');
  });
});
