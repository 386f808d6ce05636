// `npm test`: on a fresh clone installs (a browser and nginx too, where it may) and runs every check there is.

import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensure, environment, install, preferHeadless, root, TESTED } from './lib/setup.mjs';

const began = Date.now();
const children = new Set();
process.on('exit', () => {
  for (const child of children) child.kill();
});
// What apt brings is first needed by browsers, so it comes while npm installs and the sites are built.
const brought = start(process.execPath, [join('scripts', 'lib', 'programs.mjs')], { live: true });
install();
const reports = join(root, '.generated', 'reports');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const seconds = (since) => `${Math.round((Date.now() - since) / 1000)} s`;
/** The builds say where they answer themselves: a caller's own hosting variables must not change what is tested. */
for (const name of ['SITE_URL', 'BASE_PATH', 'OUT_DIR', 'MIRROR', 'BRAND', 'LICENCE_GATE', 'HOST_FILE']) delete process.env[name];

let passed = 0;
let failed = 0;

/**
 * Runs a command in the project. Its output is kept for the end, since another may run beside it; what runs alone is
 * watched `live`. Gives back whether it went well and what it said.
 */
function start(command, args, { env = {}, live = false, timeout } = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, { cwd: root, env: environment(env), timeout, stdio: live ? 'inherit' : ['ignore', 'pipe', 'pipe'] });
    children.add(child);
    let [out, said] = ['', ''];
    child.stdout?.setEncoding('utf8').on('data', (piece) => {
      out += piece;
      said += piece;
    });
    child.stderr?.setEncoding('utf8').on('data', (piece) => {
      said += piece;
    });
    child.on('error', (error) => done({ ok: false, out, said: `${command}: ${error.message}\n` }));
    child.on('close', (status) => {
      children.delete(child);
      done({ ok: status === 0, out, said });
    });
  });
}

/** What a stage said, under its name, and how it ended. */
function tell(name, started, { ok, said }) {
  console.log(`\n── ${name}\n${said}── ${name}: ${ok ? 'passed' : 'FAILED'} in ${seconds(started)}`);
}

/** One stage that is not made of tests counts as one. */
async function stage(name, command, args, env) {
  const started = Date.now();
  const result = await start(command, args, { env });
  tell(name, started, result);
  if (result.ok) passed++;
  else failed++;
  return result.ok;
}

const build = (name, env) => stage(`build ${name}`, 'npm', ['run', '--silent', 'build'], env);

/** Projects of Vitest in one run; its own counts are added up. A run without a report is a failure. */
async function tests(projects, { programs = {}, live = false } = {}) {
  const file = join(reports, `${projects.join('-')}.json`);
  const started = Date.now();
  const chosen = projects.flatMap((project) => ['--project', project]);
  const args = ['run', ...chosen, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const result = await start('vitest', args, { env: programs, live });
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(file, 'utf8'));
    passed += numPassedTests;
    failed += numFailedTests;
    if (!result.ok && numFailedTests === 0) failed++;
  } catch {
    failed++;
  }
  tell(`tests: ${projects.join(', ')}`, started, result);
}

/** Known holes in the packages, by the registry's own list; where it keeps none (mirrors, closed networks) that is said. */
async function audit() {
  const { out } = await start('npm', ['audit', '--json'], { timeout: 60_000 });
  console.log('\n── audit of packages');
  try {
    const { high, critical } = JSON.parse(out).metadata.vulnerabilities;
    if (high + critical) failed++;
    else passed++;
    console.log(
      `── audit of packages: ${high + critical ? 'FAILED' : 'passed'}, ${high} high, ${critical} critical (npm audit tells more)`,
    );
  } catch {
    console.log('── audit of packages: NOT DONE, this registry keeps no list of holes');
  }
}

/** The sites beside that at `/`. One after the other: they share what they keep from build to build. */
async function otherSites() {
  const made = [
    await build('at /a/b/, in the look of a house', {
      BASE_PATH: '/a/b/',
      SITE_URL: 'https://example.org',
      OUT_DIR: './.generated/dist-base',
      HOST_FILE: 'tests/fixtures/host/branded.yaml',
    }),
    await build('of a mirror: no brand, French alone, for a commercial host', {
      BASE_PATH: '/a/b/',
      SITE_URL: 'https://mirror.example',
      OUT_DIR: './.generated/dist-mirror',
      HOST_FILE: 'tests/fixtures/host/mirror.yaml',
      MIRROR: '1',
      BRAND: '0',
      LICENCE_GATE: 'commercial',
    }),
  ];
  return made.every(Boolean);
}

/** What needs no built site. */
async function sources() {
  await tests(['unit', 'figures', 'content']);
  await stage('check: types, lint, format, content', 'npm', ['run', '--silent', 'check']);
  await audit();
}

/** Where the programs are. Apt has said itself what is missing and what to do: nothing else is worth waiting for then. */
const programs = brought.then(({ ok }) => {
  if (!ok) process.exit(1);
  preferHeadless();
  return ensure(TESTED);
});

/** The sites, and the tests of what stands in the first of them while the others are made. */
async function sites() {
  if (!(await build('at /'))) return false;
  const [made] = await Promise.all([otherSites(), tests(['build'], { programs: await programs })]);
  return made;
}

/** The last build, and what is tested of all of them. No browser looks at it. */
async function compared() {
  if (await build('at / again, for equal bytes', { OUT_DIR: './.generated/dist-again' })) await tests(['hosted']);
  else console.log('The last build failed, so the builds were not compared.');
}

// A build keeps little more than one core busy; two cores are what a common machine has.
console.log('\nChecks and builds run side by side: what each said is shown when it ends.');
const [built] = await Promise.all([sites(), sources()]);
if (built) await Promise.all([tests(['browser'], { programs: await programs, live: true }), compared()]);
else console.log('A build failed, so its tests were not run.');

console.log(`\nAll of it took ${seconds(began)}.\n${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
