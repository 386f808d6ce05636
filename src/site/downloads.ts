/** Files to take away: the ledger, the sources, one archive of everything. Same content, same bytes. */
import { readFileSync } from 'node:fs';
import { z } from 'astro/zod';
import { strToU8, zipSync } from 'fflate';
import { quantityOf } from '../claims/resolve.ts';
import { factSchema } from '../content.config.ts';
import type { Fact } from '../lib/content.ts';
import { exported, sourceItem } from './cite.ts';
import { absolute, canonical, LANGS, pathOf, siteContent, VERSION } from './site.ts';

/**
 * A claim as `claims.json` gives it: the ledger's record, its number read from the series, its addresses, its uses. A
 * number read from a series that may not go out stays in the claim's words alone.
 */
function claimRecord(fact: Fact, site: URL | undefined) {
  const { content, uses, chapters, gate } = siteContent();
  const { cell, ...rest } = fact;
  const open = !cell || gate.series(cell.series);
  const { value, low, high } = open ? quantityOf(fact, content) : {};
  return {
    ...(open ? fact : rest),
    ...(value !== undefined && { value }),
    ...(low !== undefined && { low }),
    ...(high !== undefined && { high }),
    urls: Object.fromEntries(LANGS.map((lang) => [lang, canonical(pathOf('claims', lang, fact.id), site)])),
    usedIn: (uses.facts.get(fact.id) ?? []).map((u) => ({
      chapter: u.chapter,
      urls: Object.fromEntries(
        LANGS.map((lang) => {
          const chapter = chapters.find((c) => c.lang === lang && c.number === u.chapter);
          return [lang, `${canonical(`${lang}/${chapter?.slug}/`, site)}#${u.step || u.anchor}`];
        }),
      ),
    })),
  };
}

/** The whole ledger. Its shape is `claimsSchema`. */
export function claimsJson(site: URL | undefined): object {
  const { content } = siteContent();
  const { title, edition } = content.site.value;
  return {
    $schema: absolute('data/claims.schema.json', site),
    title,
    version: VERSION,
    edition,
    licence: 'CC-BY-4.0',
    claims: [...content.facts.values()].map(({ value }) => claimRecord(value, site)),
  };
}

/** JSON Schema (2020-12) of `claims.json`, made from the schema that the content itself is held to. */
export function claimsSchema(): object {
  const both = z.object({ en: z.string(), fr: z.string() });
  const urls = z.object(Object.fromEntries(LANGS.map((lang) => [lang, z.url()])));
  const claim = factSchema.extend({ urls, usedIn: z.array(z.object({ chapter: z.number().int(), urls })) });
  const whole = z.object({
    $schema: z.url(),
    title: both,
    version: z.string(),
    edition: z.iso.date(),
    licence: z.string(),
    claims: z.array(claim),
  });
  return {
    ...z.toJSONSchema(whole, { io: 'input' }),
    title: 'Claims of "Mali: a peace undone"',
    description:
      'One record a claim. date and dateEnd: ISO 8601, as exact as the source. value, low, high: the number in its unit. status: how sure. attributedTo: who says so. counterclaim: what the other side says. sources: ids of sources.json. asOf: last checked. urls: permanent addresses. usedIn: the steps and paragraphs that rest on it.',
  };
}

/** The sources in one of three formats. */
export function sourcesFile(format: 'json' | 'bib' | 'ris'): string {
  const items = [...siteContent().content.sources.values()].map(({ value }) => sourceItem(value));
  if (format === 'json') return `${JSON.stringify(items, undefined, 1)}\n`;
  return exported(items, format === 'bib' ? 'bibtex' : 'ris');
}

/** The series that may go out. */
export const openSeries = () => {
  const { content, gate } = siteContent();
  return [...content.series.values()].filter(({ resource }) => gate.series(resource.name));
};

/** `datapackage.json` as published: the descriptor of the repository, with what only the edition knows. */
export function descriptor(site: URL | undefined): object {
  const { content, gate } = siteContent();
  const { edition, title } = content.site.value;
  const raw = JSON.parse(readFileSync('content/series/datapackage.json', 'utf8')) as { resources: { name: string }[] };
  const { resources, ...head } = raw;
  return {
    ...head,
    version: VERSION,
    created: `${edition}T00:00:00Z`,
    homepage: canonical(pathOf('data', 'en'), site),
    contributors: [{ title: title.en, path: canonical(pathOf('about', 'en'), site), role: 'author' }],
    resources: resources.filter(({ name }) => gate.series(name)),
  };
}

const README = (site: URL | undefined, version: string, edition: string): string => `Mali: a peace undone / Mali : une paix défaite
Data of version ${version}, ${edition}. ${canonical('', site)}

datapackage.json  describes each CSV: fields, units, licence, sources (Data Package, datapackage.org)
*.csv             the series: UTF-8, ISO dates, an empty cell means that no figure is known
claims.json       every claim of the story, with status, who says so, the other side, sources
claims.schema.json  its shape (JSON Schema)
sources.json      the sources as CSL-JSON; also sources.bib and sources.ris

Licences: text and compilation CC BY 4.0. Each series keeps the terms of its producers, stated in datapackage.json;
a series marked "commercialUse": false may not be reused commercially.

datapackage.json  décrit chaque CSV : champs, unités, licence, sources
claims.json       chaque affirmation du récit, avec statut, qui l’affirme, l’autre partie, sources
sources.json      les sources en CSL-JSON ; aussi sources.bib et sources.ris
Licences : texte et compilation CC BY 4.0. Chaque série garde les conditions de ses producteurs (datapackage.json).
`;

/** Everything in one archive. The clock of its entries is the edition's, so that one edition has one set of bytes. */
export function archive(site: URL | undefined): Uint8Array {
  const { content } = siteContent();
  const { edition } = content.site.value;
  const json = (value: object): Uint8Array => strToU8(`${JSON.stringify(value, undefined, 1)}\n`);
  const files: Record<string, Uint8Array> = {
    'README.txt': strToU8(README(site, VERSION, edition)),
    'datapackage.json': json(descriptor(site)),
    'claims.json': json(claimsJson(site)),
    'claims.schema.json': json(claimsSchema()),
    ...Object.fromEntries((['json', 'bib', 'ris'] as const).map((format) => [`sources.${format}`, strToU8(sourcesFile(format))])),
    ...Object.fromEntries(openSeries().map(({ resource, file }) => [resource.path, new Uint8Array(readFileSync(file))])),
  };
  // The zip format keeps local time: noon of the day is that day in every time zone.
  const [year = 0, month = 1, day = 1] = edition.split('-').map(Number);
  return zipSync(files, { level: 9, mtime: new Date(year, month - 1, day, 12) });
}
