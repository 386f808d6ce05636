import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, it } from 'vitest';

/** The folders of `src/`, from the top down; a file imports from its own layer or one below. */
const LAYERS = [
  ['pages'],
  ['layouts'],
  ['components'],
  ['site'],
  ['figures', 'story', 'claims', 'prose'],
  ['geo', 'scene', 'i18n'],
  ['lib'],
];
const layerOf = (file: string): number => LAYERS.findIndex((layer) => layer.includes(file.split('/')[1] ?? ''));

it('imports run one way: nothing imports upward', () => {
  const upward = globSync('src/*/**/*.{ts,astro}').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/from '(\.[^']+)'/g)].flatMap(([, address = '']) => {
      const target = normalize(join(dirname(file), address));
      return target.startsWith('src/') && layerOf(target) >= 0 && layerOf(target) < layerOf(file) ? [`${file} imports ${target}`] : [];
    }),
  );
  expect(upward).toEqual([]);
});
