/** The teaching pages: which there are, in which order, and where. Read from the front matter of `content/teach`. */
import { readTeach, type TeachMatter } from '../claims/teach.ts';
import type { Content } from '../lib/content.ts';
import type { Lang } from '../scene/types.ts';
import { pathOf } from './site.ts';

export interface Sheet extends TeachMatter {
  /** Path without base. */
  path: string;
}

/** Students see them in the order of a course: the short ones first. */
const ORDER = ['guide', 'fifteen', 'fifty', 'lesson-1', 'lesson-2', 'lesson-3', 'role-play', 'key'];

let memo: readonly TeachMatter[] | undefined;
const all = (): readonly TeachMatter[] => {
  if (!memo || import.meta.env.DEV) memo = readTeach(process.cwd()).map(({ matter }) => matter);
  return memo;
};

/** The pages of one language; without `page` all but the guide. Throws where the page named does not exist. */
export function sheets(lang: Lang, page?: string): Sheet[] {
  const own = all()
    .filter((m) => m.lang === lang && (page ? m.page === page : m.page !== 'guide'))
    .map((m) => ({ ...m, path: m.slug ? `${pathOf('teach', lang)}${m.slug}/` : pathOf('teach', lang) }))
    .sort((a, b) => ORDER.indexOf(a.page) - ORDER.indexOf(b.page));
  if (page && own.length === 0) throw new Error(`content/teach/${lang} has no page "${page}"`);
  return own;
}

/** Where a teaching page lies in a language. */
export const sheetPath = (page: string, lang: Lang): string => sheets(lang, page)[0]?.path ?? '';

/** Rows of the founding article's claims, by id; the audit has checked that they exist and are forecasts. */
export function foreseenRows(ids: string, content: Content): Readonly<Record<string, string>>[] {
  const rows = content.series.get('foreseen')?.rows ?? [];
  return ids
    .trim()
    .split(/\s+/)
    .map((id) => {
      const row = rows.find((r) => r.id === id);
      if (!row?.forecast) throw new Error(`"${id}" is no forecast of content/series/foreseen.csv`);
      return row;
    });
}
