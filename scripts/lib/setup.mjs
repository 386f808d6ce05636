// Runs before anything is installed, on whatever Node the system has: plain JavaScript, no packages.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findFirefox, findProgram, findWebKit } from './engines.mjs';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const bin = join(root, 'node_modules', '.bin');

/** The environment of every child: the Node that package `node` brought comes first. */
export const environment = (extra = {}) => ({
  ...process.env,
  PATH: `${bin}${delimiter}${process.env.PATH}`,
  ASTRO_TELEMETRY_DISABLED: '1',
  ...extra,
});

/** Runs a command in the project and gives back its exit code; its output is the reader's to see. */
export function run(command, args, env = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: environment(env) });
  if (error) console.error(`${command}: ${error.message}`);
  return status ?? 1;
}

/** Installs what the lock file names, unless that has been done since it last changed. */
export function install() {
  const done = join(root, 'node_modules', '.package-lock.json');
  const lock = join(root, 'package-lock.json');
  if (existsSync(done) && statSync(done).mtimeMs >= statSync(lock).mtimeMs && existsSync(join(bin, 'node'))) return;
  console.log('Installing packages (once) …');
  if (run('npm', ['ci', '--no-audit', '--no-fund']) !== 0) {
    console.error('npm ci failed. The npm registry has to be reachable the first time.');
    process.exit(1);
  }
}

const folders = () => (process.env.PATH ?? '').split(delimiter).concat('/usr/bin', '/usr/sbin', '/usr/local/bin', '/snap/bin');

/** Debian's Chromium without windows. */
const HEADLESS = 'chromium-headless-shell';

/** Programs that tests need and npm does not bring: names to look for, the variable that names one, Debian's packages. */
const PROGRAMS = {
  chromium: {
    names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    also: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
    variable: 'CHROMIUM_PATH',
    packages: ['chromium', 'fonts-dejavu-core'],
  },
  nginx: { names: ['nginx'], also: [], variable: 'NGINX_PATH', packages: ['nginx-light'] },
  poppler: { names: ['pdftotext'], also: [], variable: 'PDFTOTEXT_PATH', packages: ['poppler-utils'] },
  // Debian's command wants a window system; its archive does not.
  java: { names: ['java'], also: [], variable: 'JAVA_PATH', packages: ['default-jre-headless'] },
  epubcheck: { names: [], also: ['/usr/share/java/epubcheck.jar'], variable: 'EPUBCHECK_JAR', packages: ['epubcheck'] },
};

/** Those without which no test of a built site runs. */
export const TESTED = Object.keys(PROGRAMS);

/** The path of a program on this machine, or an empty string. */
export function find(program) {
  const { names, also, variable } = PROGRAMS[program];
  const places = folders().flatMap((folder) => names.map((name) => join(folder, name)));
  return [process.env[variable] ?? '', ...places, ...also].find((path) => path && existsSync(path)) ?? '';
}

/** The path of a Chromium on this machine, one without windows if there is no other, or an empty string. */
export const findChromium = () => find('chromium') || findProgram(HEADLESS);

/** The same; throws where there is none. `whole` asks for the browser that readers have, as measurements do. */
export function needChromium(whole = false) {
  const path = whole ? find('chromium') : findChromium();
  if (!path) throw new Error('no Chromium found: install the package "chromium", or set CHROMIUM_PATH');
  return path;
}

/** The command that runs EPUBCheck, as words; empty where there is none. */
export function findEpubcheck() {
  const [java, archive] = [find('java'), find('epubcheck')];
  // A run of seconds: the thorough compiler and the parallel collector cost more than they bring.
  return java && archive ? [java, '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-jar', archive] : [];
}

/** Installs Debian packages where this user may. Says whether it could; what is missing then is the caller's to say. */
function installSystem(packages) {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return false;
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  return (
    run('apt-get', ['update', '-q'], quiet) === 0 &&
    run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], quiet) === 0
  );
}

/**
 * Finds every program the tests need, or installs Debian's where this user may; otherwise says what to do and stops.
 * Gives back the environment that names them.
 */
export function ensure(programs) {
  const missing = () => programs.filter((program) => !find(program));
  if (missing().length) {
    console.log(`Not found: ${missing().join(', ')}. Installing the system’s own …`);
    installSystem(missing().flatMap((program) => PROGRAMS[program].packages));
  }
  for (const program of missing()) {
    const { packages, variable } = PROGRAMS[program];
    console.error(
      `The tests need ${program} and none was found.\nInstall the package "${packages[0]}", or set ${variable} to the program, and run npm test again.`,
    );
  }
  if (missing().length) process.exit(1);
  return Object.fromEntries(programs.map((program) => [PROGRAMS[program].variable, find(program)]));
}

/** Installs Debian's Chromium without windows where this user may, unless the caller names a Chromium. */
export function ensureHeadless() {
  if (!process.env.CHROMIUM_PATH && !findProgram(HEADLESS)) installSystem([HEADLESS, 'fonts-dejavu-core']);
}

/**
 * Takes Debian's Chromium without windows for the tests, unless the caller names one: the same engine, which opens a page
 * with a third of the work. Where it is not to be had any Chromium will do.
 */
export function preferHeadless() {
  if (process.env.CHROMIUM_PATH) return;
  const path = findProgram(HEADLESS);
  if (path) process.env.CHROMIUM_PATH = path;
}

/** The other browsers the tests look at, each with what finds it and Debian's packages for it. */
const ENGINES = [
  { name: 'Firefox ESR', find: findFirefox, packages: ['firefox-esr'] },
  { name: 'WebKitGTK', find: findWebKit, packages: ['webkit2gtk-driver', 'xvfb'] },
  { name: 'w3m', find: () => findProgram('w3m'), packages: ['w3m'] },
];

/** Installs the browsers that are missing where this user may. Where apt cannot be used their tests are skipped, and this says so. */
export function ensureEngines() {
  const missing = ENGINES.filter(({ find }) => !find());
  if (missing.length === 0) return;
  console.log(`Not found: ${missing.map(({ name }) => name).join(', ')}. Installing the system’s own …`);
  const could = installSystem(missing.flatMap(({ packages }) => packages));
  const still = ENGINES.filter(({ find }) => !find());
  if (still.length === 0) return;
  const names = still.map(({ name, packages }) => `${name} (${packages.join(', ')})`).join('; ');
  if (could) {
    console.error(`Installed, but not found afterwards: ${names}.`);
    process.exit(1);
  }
  console.warn(`Not on this machine, and apt cannot be used here: ${names}. THEIR TESTS ARE SKIPPED.`);
}
