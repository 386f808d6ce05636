/** A release as bytes. Nothing here knows the clock: the same files and the same day give the same zip. */
import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { type ZipOptions, zipSync } from 'fflate';

/** Files by their path, with forward slashes. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** Already compressed: a second pass costs seconds and saves nothing. */
const DENSE = /\.(?:png|jpe?g|woff2|zip|epub|pdf)$/;
const UNIX = 3;
const attributes = (path: string): number => (path.endsWith('.sh') ? 0o100755 : 0o100644) << 16;

/** Every file under a folder, hidden ones too, under `prefix`. */
export function readTree(folder: string, prefix = ''): Map<string, Uint8Array> {
  const paths = globSync('**/*', { cwd: folder }).filter((path) => statSync(join(folder, path)).isFile());
  return new Map(paths.map((path) => [`${prefix}${path.split(sep).join('/')}`, readFileSync(join(folder, path))]));
}

/** What `sha256sum -c` reads: one line a file, in the order given. */
export const sums = (files: Files): string =>
  [...files].map(([path, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${path}\n`).join('');

/**
 * One zip whose entries stand in the folder `name`, sorted, with their SHA256SUMS beside them. `day` (ISO, the edition's)
 * is the time of every entry.
 */
export function pack(name: string, files: Files, day: string): Uint8Array {
  const sorted = new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
  const whole = new Map([...sorted, ['SHA256SUMS', Buffer.from(sums(sorted))]]);
  // The zip format keeps local time: noon of the day is that day in every time zone.
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const mtime = new Date(year, month - 1, date, 12);
  const entry = ([path, bytes]: [string, Uint8Array]): [string, [Uint8Array, ZipOptions]] => [
    `${name}/${path}`,
    [bytes, { level: DENSE.test(path) ? 0 : 9, mtime, os: UNIX, attrs: attributes(path) }],
  ];
  return zipSync(Object.fromEntries([...whole].map(entry)));
}
