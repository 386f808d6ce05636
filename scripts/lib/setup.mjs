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

/** Finds a Chromium, or installs Debian's where this user may; otherwise says what to do and stops. */
export function ensureChromium() {
  let found = findChromium();
  if (!found && process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0) {
    console.log('No Chromium found: installing the system’s own …');
    const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
    if (run('apt-get', ['update', '-q'], quiet) === 0)
      run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'], quiet);
    found = findChromium();
  }
  if (!found) {
    console.error(
      'The browser tests need Chromium or Chrome and none was found.\nInstall the package "chromium", or set CHROMIUM_PATH to a browser, and run npm test again.',
    );
    process.exit(1);
  }
  return found;
}
