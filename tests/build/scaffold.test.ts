/** A newsroom adds a chapter and a figure by two commands, in a copy of this project: all passes, and the site holds them. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
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

beforeAll(() => {
  for (const name of ['src', 'content', 'scripts', 'public', 'package.json', 'astro.config.mjs', 'tsconfig.json', 'biome.json'])
    cpSync(name, join(copy, name), { recursive: true });
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
  // Pictures drawn before are not drawn again.
  mkdirSync(join(copy, '.generated'));
  for (const name of ['png', 'jpg'])
    if (existsSync(`.generated/${name}`)) symlinkSync(resolve(`.generated/${name}`), join(copy, '.generated', name));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe('new:chapter and new:figure', () => {
  it('write files that pass every check, and a site that holds them', { timeout: 400_000 }, () => {
    expect(run('node', 'scripts/new.ts', 'figure', 'rice-price')).toMatchObject({ status: 0 });
    expect(run('node', 'scripts/new.ts', 'chapter', 'after-the-war', 'apres-la-guerre', '--figure', 'rice-price')).toMatchObject({
      status: 0,
    });
    const check = run('node', 'scripts/check.ts');
    expect(check.status, check.said).toBe(0);
    const build = run('npm', 'run', '--silent', 'build');
    expect(build.status, build.said.slice(-2000)).toBe(0);
    const french = readFileSync(join(copy, 'dist/fr/apres-la-guerre/index.html'), 'utf8');
    expect(french).toContain('data-figure="rice-price"');
    expect(french).toContain('Chapitre 4 sur 4');
    // A gap is drawn as one: no number was made up.
    expect(french).toContain('pas de chiffre');
    expect(readFileSync(join(copy, 'dist/en/index.html'), 'utf8')).toContain('/en/after-the-war/');
  });

  it('overwrite nothing and say what a name may be', () => {
    const again = run('node', 'scripts/new.ts', 'figure', 'gold');
    expect(again).toMatchObject({ status: 1 });
    expect(again.said).toContain('allowed: a new name');
    expect(run('node', 'scripts/new.ts', 'figure', '../x').said).toContain('lower-case words joined by hyphens');
    expect(run('node', 'scripts/new.ts', 'chapter', 'algiers-accord', 'accord').said).toContain('slugs that no chapter has');
  });
});
