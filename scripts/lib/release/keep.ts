/** Hashed files of the release before, which pages that are open in browsers will still ask for. */
import { readFileSync, statSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { type Files, readTree } from './pack.ts';

const ASSET = /(?:^|\/)(_astro\/.+)$/;

/** Every file of `_astro/` in a release's zip or a built folder, by its path in the site. Throws where there is none. */
export function assetsOf(from: string): Files {
  const all = statSync(from).isDirectory()
    ? [...readTree(from)]
    : Object.entries(unzipSync(readFileSync(from), { filter: ({ name }) => ASSET.test(name) && !name.endsWith('/') }));
  const assets = new Map(
    all.flatMap(
      ([path, bytes]) =>
        ASSET.exec(path)
          ?.slice(1, 2)
          .map((name) => [name, bytes] as const) ?? [],
    ),
  );
  if (assets.size === 0) throw new Error(`${from} holds no _astro/ folder: name the zip of a release, or a built folder`);
  return assets;
}

/** Those that the new site has not: names carry the hash of their content, so a name that is there is the same file. */
export const kept = (assets: Files, site: Files): Files => new Map([...assets].filter(([path]) => !site.has(path)));
