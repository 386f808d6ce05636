import { readFileSync } from 'node:fs';
import type { APIRoute, GetStaticPaths } from 'astro';
import { archive, claimsJson, claimsSchema, descriptor, openSeries, sourcesFile } from '../../site/downloads.ts';

const json = (value: object): string => `${JSON.stringify(value, undefined, 1)}\n`;

/** What stands under /data/, by name. A CSV is as it stands in the repository, byte for byte. */
const FILES: Record<string, (site: URL | undefined) => string | Uint8Array> = {
  'datapackage.json': (site) => json(descriptor(site)),
  'claims.json': (site) => json(claimsJson(site)),
  'claims.schema.json': () => json(claimsSchema()),
  'sources.json': () => sourcesFile('json'),
  'sources.bib': () => sourcesFile('bib'),
  'sources.ris': () => sourcesFile('ris'),
  'mali-data.zip': archive,
};

export const getStaticPaths: GetStaticPaths = () => [
  ...Object.keys(FILES).map((file) => ({ params: { file } })),
  ...openSeries().map(({ resource }) => ({ params: { file: resource.path } })),
];

export const GET: APIRoute = ({ params, site }) => {
  const name = params.file ?? '';
  const make = FILES[name];
  return new Response((make ? make(site) : readFileSync(`content/series/${name}`)) as BodyInit);
};
