import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Built, Page } from './built.ts';
import { type Finding, fail, look, type Outcome } from './types.ts';

/** The days that an author writes at the head of a chapter. */
export interface Dated {
  file: string;
  published: string;
  updated: string;
  asOf: string;
}

/** As exact as both are: a year is not later than a day within it. */
const later = (day: string, than: string): boolean => day > than.slice(0, day.length);
const first = (...days: (string | undefined)[]): string => days.find(Boolean)?.slice(0, 10) ?? '';

/** One pair of days: not after the edition, and in their order. */
function pair(where: string, published: string, updated: string, edition: string): Finding[] {
  const ahead = (name: string, day: string): Finding[] =>
    later(day, edition) ? [fail(where, `It says that it was ${name} on ${day}, after the edition’s day, ${edition}.`)] : [];
  return [
    ...ahead('published', published),
    ...ahead('updated', updated),
    ...(published && updated && updated < published
      ? [fail(where, `It was updated (${updated}) before it was published (${published}).`)]
      : []),
  ];
}

function ofPage(page: Page, edition: string): Finding[] {
  const { address, meta, stated, times, chapter } = page;
  const published = first(meta.get('article:published_time'), stated.get('datePublished'));
  const updated = first(meta.get('article:modified_time'), stated.get('dateModified'));
  return [
    ...(chapter && !(published && updated)
      ? [fail(address, 'This chapter does not tell search engines when it was published and updated.')]
      : []),
    ...pair(address, published, updated, edition),
    ...[...new Set(times)]
      .filter((day) => later(day, edition))
      .map((day) => look(address, `It names ${day}, which is after the edition’s day, ${edition}.`)),
  ];
}

/** Days that claims were last checked, as the published ledger gives them. */
function ofClaims(folder: string, edition: string): Finding[] {
  const file = join(folder, 'data', 'claims.json');
  if (!existsSync(file)) return [look('data/claims.json', 'The list of claims is not in this build, so their days were not looked at.')];
  const { claims } = JSON.parse(readFileSync(file, 'utf8')) as { claims: { id: string; asOf: string }[] };
  return claims
    .filter(({ asOf }) => later(asOf, edition))
    .map(({ id, asOf }) => fail(`claim ${id}`, `It was checked on ${asOf}, after the edition’s day, ${edition}.`));
}

/** Whether days published, updated and checked are in order, and none is later than the edition. */
export function dates({ folder, pages, edition }: Built, heads: readonly Dated[]): Outcome {
  const findings = [
    ...pages.flatMap((page) => ofPage(page, edition)),
    ...heads.flatMap(({ file, published, updated, asOf }) => [
      ...pair(file, published, updated, edition),
      ...(later(asOf, edition) ? [fail(file, `It tells events up to ${asOf}, after the edition’s day, ${edition}.`)] : []),
      ...(later(asOf, updated) ? [fail(file, `It tells events up to ${asOf}, after it was last updated, ${updated}.`)] : []),
    ]),
    ...ofClaims(folder, edition),
  ];
  return { findings, seen: `The edition is of ${edition}. ${heads.length} chapters, ${pages.length} pages and every claim of the ledger.` };
}
