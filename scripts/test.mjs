// `npm test`: on a fresh clone installs (a browser and nginx too, where it may) and runs every check there is.

import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensure, ensureEngines, environment, install, preferHeadless, root, run } from './lib/setup.mjs';

install();
preferHeadless();
const programs = ensure(['chromium', 'nginx', 'poppler', 'java', 'epubcheck']);
ensureEngines();
const reports = join(root, '.generated', 'reports');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const began = Date.now();
const seconds = (since) => `${Math.round((Date.now() - since) / 1000)} s`;
/** The builds say where they answer themselves: a caller's own hosting variables must not change what is tested. */
for (const name of ['SITE_URL', 'BASE_PATH', 'OUT_DIR', 'MIRROR', 'BRAND', 'LICENCE_GATE', 'HOST_FILE']) delete process.env[name];

let passed = 0;
let failed = 0;

/** One stage that is not made of tests counts as one. */
function stage(name, command, args, env = {}) {
  console.log(`\n── ${name}`);
  const started = Date.now();
  const ok = run(command, args, env) === 0;
  console.log(`── ${name}: ${ok ? 'passed' : 'FAILED'} in ${seconds(started)}`);
  if (ok) passed++;
  else failed++;
  return ok;
}

/** A Vitest project; its own counts are added up. A run without a report is a failure. */
function tests(project) {
  const file = join(reports, `${project}.json`);
  console.log(`\n── tests: ${project}`);
  const started = Date.now();
  const ok =
    run('vitest', ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`], programs) === 0;
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    passed += report.numPassedTests;
    failed += report.numFailedTests;
    if (!ok && report.numFailedTests === 0) failed++;
  } catch {
    failed++;
  }
  console.log(`── tests: ${project}: ${ok ? 'passed' : 'FAILED'} in ${seconds(started)}`);
}

/** Known holes in the packages, by the registry's own list; where it keeps none (mirrors, closed networks) that is said. */
function audit() {
  console.log('\n── audit of packages');
  const { stdout } = spawnSync('npm', ['audit', '--json'], { cwd: root, encoding: 'utf8', env: environment(), timeout: 60_000 });
  try {
    const { high, critical } = JSON.parse(stdout).metadata.vulnerabilities;
    if (high + critical) failed++;
    else passed++;
    console.log(
      `── audit of packages: ${high + critical ? 'FAILED' : 'passed'}, ${high} high, ${critical} critical (npm audit tells more)`,
    );
  } catch {
    console.log('── audit of packages: NOT DONE, this registry keeps no list of holes');
  }
}

stage('check: types, lint, format, content', 'npm', ['run', '--silent', 'check']);
audit();
for (const project of ['unit', 'figures', 'content']) tests(project);
const built = [
  stage('build at /', 'npm', ['run', '--silent', 'build']),
  stage('build at /a/b/, in the look of a house', 'npm', ['run', '--silent', 'build'], {
    BASE_PATH: '/a/b/',
    SITE_URL: 'https://example.org',
    OUT_DIR: './.generated/dist-base',
    HOST_FILE: 'tests/fixtures/host/branded.yaml',
  }),
  stage('build of a mirror: no brand, French alone, for a commercial host', 'npm', ['run', '--silent', 'build'], {
    BASE_PATH: '/a/b/',
    SITE_URL: 'https://mirror.example',
    OUT_DIR: './.generated/dist-mirror',
    HOST_FILE: 'tests/fixtures/host/mirror.yaml',
    MIRROR: '1',
    BRAND: '0',
    LICENCE_GATE: 'commercial',
  }),
  stage('build at / again, for equal bytes', 'npm', ['run', '--silent', 'build'], { OUT_DIR: './.generated/dist-again' }),
].every(Boolean);
if (built) for (const project of ['build', 'browser']) tests(project);
else console.log('The build failed, so its tests were not run.');

console.log(`\nAll of it took ${seconds(began)}.\n${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
