/** What stands in a release beside the site. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Settings } from '../../../src/site/settings.ts';
import { type Files, readTree } from './pack.ts';
import { sbom } from './sbom.ts';
import { codePackages, dataPackages, type Shipped } from './shipped.ts';

/** Guides that go along, and the names they have in a release. */
const GUIDES = { 'hosting.md': 'HOSTING.md', 'embedding.md': 'EMBED.md' } as const;

/** Guides name each other; in a release by their names there. */
const renamed = (text: string): string =>
  Object.entries(GUIDES).reduce((words, [from, to]) => words.replaceAll(`](${from}`, `](${to}`), text);

const row = ({ name, version, licence }: Shipped): string => `| ${name} | ${version} | ${licence} |`;
const table = (title: string, packages: readonly Shipped[]): string =>
  `## ${title}\n\n| package | version | licence |\n| --- | --- | --- |\n${packages.map(row).join('\n')}\n`;
// Indented, since licences hold every mark that Markdown reads.
const licence = ({ name, version, text }: Shipped): string => `### ${name} ${version}\n\n${text.replace(/^(?=.)/gm, '    ')}\n`;

/** The project's own list, then what the bundler found, then every licence in full, as MIT, ISC, BSD and OFL ask. */
export const thirdParty = (own: string, code: readonly Shipped[], data: readonly Shipped[]): string =>
  [
    own.trim(),
    '',
    table('Packages whose code is in the site', code),
    table('Packages whose fonts or outlines are in the site', data),
    '## Their licences',
    '',
    ...[...code, ...data].map(licence),
  ].join('\n');

/** What to set to build the same bytes again. */
export const buildNote = (
  version: string,
  edition: string,
  settings: Settings,
  hostFile: string,
): string => `Mali: a peace undone, version ${version}, edition of ${edition}

site/      copy this to ${settings.base} of ${settings.site}
hosting/   for nginx, CloudFront and S3; HOSTING.md says which is for whom
Check the files with: sha256sum -c SHA256SUMS

Built with SITE_URL=${settings.site} BASE_PATH=${settings.base} MIRROR=${Number(settings.mirror)} BRAND=${Number(settings.brand)} LICENCE_GATE=${settings.gate}${hostFile && ` HOST_FILE=${hostFile}`}
The same commit with the same settings gives the same files.
`;

/**
 * Everything of a release but its site: guides, licences, the bill of materials, the hosts' configurations of the build in
 * `folder`. Throws where the build left none.
 */
export async function documents(root: string, folder: string, note: string): Promise<Files> {
  const hosting = join(root, '.generated', 'hosting', basename(folder));
  if (!existsSync(hosting)) throw new Error(`${hosting} is missing: build ${folder} first`);
  const text = (path: string): string => readFileSync(join(root, path), 'utf8');
  const [code, data] = [await codePackages(root), dataPackages(root)];
  const shipped = new Set([...code, ...data].map(({ name }) => name));
  const words: Record<string, string> = {
    'README.txt': note,
    LICENSE: text('LICENSE'),
    'CHANGELOG.md': text('CHANGELOG.md'),
    'THIRD-PARTY.md': thirdParty(text('docs/third-party.md'), code, data),
    'sbom.cdx.json': `${JSON.stringify(sbom(root, shipped), undefined, 1)}\n`,
    ...Object.fromEntries(Object.entries(GUIDES).map(([from, to]) => [to, renamed(text(`docs/${from}`))])),
  };
  return new Map([...readTree(hosting, 'hosting/'), ...Object.entries(words).map(([path, w]) => [path, Buffer.from(w)] as const)]);
}
