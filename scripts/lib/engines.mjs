// Other browsers the tests look at, found where Debian puts them. Plain JavaScript: it runs before anything is installed.
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The path of a program, or an empty string. */
export const findProgram = (...names) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .concat('/usr/bin')
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path)) ?? '';

/** The path of a Firefox ESR (or any Firefox), or an empty string. */
export const findFirefox = () => process.env.FIREFOX_PATH ?? findProgram('firefox-esr', 'firefox');

/** What it takes to drive WebKitGTK: its driver, its small browser and a display. Nothing where a part is missing. */
export function findWebKit() {
  const [driver, xvfb] = [findProgram('WebKitWebDriver'), findProgram('Xvfb')];
  const browser = [
    '/usr/lib',
    ...(existsSync('/usr/lib') ? readdirSync('/usr/lib').filter((name) => name.endsWith('-linux-gnu')) : []).map((name) =>
      join('/usr/lib', name),
    ),
  ]
    .flatMap((folder) => ['webkitgtk-6.0', 'webkit2gtk-4.1', 'webkit2gtk-4.0'].map((version) => join(folder, version, 'MiniBrowser')))
    .find((path) => existsSync(path));
  return driver && xvfb && browser ? { driver, xvfb, browser } : undefined;
}
