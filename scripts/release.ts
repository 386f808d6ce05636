/**
 * `npm run release [-- --keep <old zip or folder>] [--pdf]`: builds with the settings given and writes
 * `.generated/release/mali-<version>.zip` and its SHA256SUMS.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readContent } from '../src/lib/content.ts';
import { ContentError } from '../src/lib/problem.ts';
import { readSettings } from '../src/site/settings.ts';
import { buildNote, documents } from './lib/release/documents.ts';
import { assetsOf, kept } from './lib/release/keep.ts';
import { type Files, pack, readTree, sums } from './lib/release/pack.ts';
import { findChromium, run } from './lib/setup.mjs';
import { unwritten } from './lib/unwritten.ts';

const root = join(import.meta.dirname, '..');
const stop = (words: string): never => {
  console.error(words);
  process.exit(1);
};

/** The print edition as PDFs, which differ from run to run: only where asked for. */
function pdfs(): Files {
  if (!findChromium()) stop('--pdf needs a Chromium: install the package "chromium", or set CHROMIUM_PATH.');
  if (run('npm', ['run', '--silent', 'pdf']) !== 0) stop('npm run pdf failed.');
  return readTree(join(root, '.generated', 'pdf'), 'pdf/');
}

const { values: asked } = parseArgs({ options: { keep: { type: 'string' }, pdf: { type: 'boolean', default: false } } });
const left = unwritten(root);
if (left.length) stop(`${new ContentError(left).message}\n\nNo release was written.`);
const settings = readSettings(process.env);
const folder = resolve(root, settings.outDir);
// Read before the build, which may write over it.
const old: Files = asked.keep ? assetsOf(resolve(asked.keep)) : new Map();
if (run('npm', ['run', '--silent', 'build']) !== 0) stop('The build failed: no release was written.');

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
const { edition } = readContent(root).site.value;
const site = readTree(folder);
const still = kept(old, site);
const beside = await documents(root, folder, buildNote(version, edition, settings, process.env.HOST_FILE ?? ''));
const files = new Map([
  ...[...site, ...still].map(([path, bytes]) => [`site/${path}`, bytes] as const),
  ...beside,
  ...(asked.pdf ? pdfs() : []),
]);

const out = join(root, '.generated', 'release');
mkdirSync(out, { recursive: true });
const name = `mali-${version}`;
const zip = pack(name, files, edition);
writeFileSync(join(out, `${name}.zip`), zip);
writeFileSync(join(out, 'SHA256SUMS'), sums(new Map([[`${name}.zip`, zip]])));
const megabytes = (zip.length / 1e6).toFixed(1);
console.log(
  `.generated/release/${name}.zip: ${files.size} files, ${megabytes} MB${asked.keep ? `, ${still.size} kept from ${asked.keep}` : ''}`,
);
