// Runs before anything is installed, on whatever Node the system has: plain JavaScript, no packages.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

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

/** The path of a Chromium on this machine, or an empty string. */
export function findChromium() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const folders = (process.env.PATH ?? '').split(delimiter).concat('/usr/bin', '/snap/bin');
  const places = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return (
    [process.env.CHROMIUM_PATH ?? '', ...places, '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'].find(
      (path) => path && existsSync(path),
    ) ?? ''
  );
}

/** The path of a program on this machine, or an empty string. */
export function findProgram(name) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? '';
}

/** The command that runs EPUBCheck, as words; empty where there is none. Debian's is a Java archive, others' a program. */
export function findEpubcheck() {
  const archive = process.env.EPUBCHECK_JAR ?? '/usr/share/java/epubcheck.jar';
  if (existsSync(archive) && findProgram('java')) return ['java', '-jar', archive];
  const program = findProgram('epubcheck');
  return program && program !== '/usr/bin/epubcheck' ? [program] : [];
}

let listed = false;

/**
 * Finds what `find` looks for, or installs the Debian packages that bring it where this user may; otherwise prints
 * `missing` and stops. Gives back what was found.
 */
export function ensurePackage(find, packages, missing) {
  const none = (found) => found.length === 0;
  let found = find();
  if (none(found) && process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0) {
    console.log(`Installing ${packages.join(', ')} from the system’s packages …`);
    const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
    listed ||= run('apt-get', ['update', '-q'], quiet) === 0;
    if (listed) run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], quiet);
    found = find();
  }
  if (none(found)) {
    console.error(missing);
    process.exit(1);
  }
  return found;
}

/** A Chromium for the browser tests. */
export const ensureChromium = () =>
  ensurePackage(
    findChromium,
    ['chromium', 'fonts-dejavu-core'],
    'The browser tests need Chromium or Chrome and none was found.\nInstall the package "chromium", or set CHROMIUM_PATH to a browser, and run npm test again.',
  );

/** What the tests of print edition and e-book look at them with. */
export function ensureReaders() {
  ensurePackage(
    () => findProgram('pdftotext') && findProgram('pdftoppm'),
    ['poppler-utils'],
    'The tests of the PDFs need poppler (pdftotext, pdfinfo, pdftoppm).\nInstall the package "poppler-utils" and run npm test again.',
  );
  ensurePackage(
    findEpubcheck,
    ['default-jre-headless', 'epubcheck'],
    'The tests of the e-books need EPUBCheck and Java.\nInstall the package "epubcheck", or set EPUBCHECK_JAR to its archive, and run npm test again.',
  );
}
