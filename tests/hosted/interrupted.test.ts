/** A build that fails or is cut off in the middle: the last good site stays where it was. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const out = resolve('.generated/interrupted');
const env = { ...process.env, OUT_DIR: out, PATH: `${resolve('node_modules/.bin')}:${process.env.PATH}`, ASTRO_TELEMETRY_DISABLED: '1' };
const sweep = (): void => {
  for (const folder of [out, `${out}.next`, `${out}.last`]) rmSync(folder, { recursive: true, force: true });
};
const good = (): string => readFileSync(join(out, 'index.html'), 'utf8');

beforeEach(() => {
  sweep();
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, 'index.html'), 'the last good site');
});
afterEach(sweep);

describe('the last good site', () => {
  it('stays whole when a build is killed while it writes', async () => {
    const child = spawn('node', ['scripts/build.ts'], { env, detached: true, stdio: 'ignore' });
    const ended = new Promise((done) => child.once('exit', done));
    while (!(existsSync(`${out}.next`) && readdirSync(`${out}.next`).length > 0)) {
      expect(child.exitCode).toBeNull();
      await new Promise((done) => setTimeout(done, 20));
    }
    process.kill(-(child.pid ?? 0), 'SIGKILL');
    await ended;
    expect(readdirSync(out)).toEqual(['index.html']);
    expect(good()).toBe('the last good site');
  });

  it('stays when the content is wrong, and comes back from a build cut off as it changed places', () => {
    renameSync(out, `${out}.last`);
    const wrong = join('.generated', 'interrupted.yaml');
    writeFileSync(wrong, 'languages: [tlh]\n');
    const { status, stderr } = spawnSync('node', ['scripts/build.ts'], { env: { ...env, HOST_FILE: wrong }, encoding: 'utf8' });
    rmSync(wrong);
    expect(status).toBe(1);
    expect(stderr).toContain('tlh');
    expect(stderr).toContain('is as it was');
    expect(good()).toBe('the last good site');
    expect(existsSync(`${out}.next`)).toBe(false);
  });
});
