/** What sources must be, so that a reader can find them and that two of them are two. */
import type { Source } from '../lib/content.ts';
import { located, type Rule } from './problems.ts';

const sourceAddress: Rule = {
  name: 'source-date-address',
  check: ({ content }) =>
    located(content.sources).flatMap(({ file, line, value: s }) => {
      const missing = [!s.issued && !s.accessed && 'date', !s.URL && !s.archive && 'address'].filter(Boolean).join(' and ');
      return missing
        ? [
            {
              file,
              line,
              found: `${s.id} without ${missing}`,
              allowed: 'issued or accessed, and URL or archive',
              hint: 'A reader has to be able to find it; if that cannot be, the source supports nothing.',
            },
          ]
        : [];
    }),
};

const sourceUnread: Rule = {
  name: 'source-unread',
  check: ({ content }) =>
    located(content.facts).flatMap(({ file, line, value: f }) => {
      const read = f.sources.map((id) => content.sources.get(id)?.value.custom.read);
      return read.length && read.every((r) => r === 'known')
        ? [
            {
              file,
              line,
              found: `${f.id} rests on ${f.sources.join(', ')}, not re-read`,
              allowed: 'at least one source read, or read through another text',
              hint: 'Read the source, or leave the claim out.',
            },
          ]
        : [];
    }),
};

/** Agencies whose wire other houses carry: two carriers of one wire are one voice. */
const AGENCIES: Readonly<Record<string, RegExp>> = {
  AFP: /\bAFP\b/,
  Reuters: /\bReuters\b/,
  'Associated Press': /\bAP\b|Associated Press/,
  APA: /\bAPA\b/,
  Xinhua: /\bXinhua\b/,
  TASS: /\bTASS\b/,
};

/** Who speaks in a source: the agency whose wire it is, else its publisher, whatever copy of it was read. */
export function voiceOf({ publisher, 'container-title': container = '' }: Pick<Source, 'publisher' | 'container-title'>): string {
  const agency = Object.entries(AGENCIES).find(([, name]) => name.test(`${publisher} ${container}`));
  return agency?.[0] ?? publisher.replace(/\s*(?:[(/,]|\bvia\b).*$/, '').toLowerCase();
}

const establishedBy: Rule = {
  name: 'established-by',
  check({ content }) {
    const alone = (ids: readonly string[]): boolean => {
      const known = ids.flatMap((id) => content.sources.get(id)?.value ?? []);
      return known.length > 0 && !known.some((s) => s.custom.primary) && new Set(known.map(voiceOf)).size < 2;
    };
    const complaint = (place: { file: string; line: number }, what: string, ids: readonly string[]) => ({
      file: place.file,
      line: place.line,
      found: `${what}: established, on ${[...new Set(ids)].join(' and ')} alone`,
      allowed: 'two sources that do not carry the same agency, or one whose custom.primary is true',
      hint: 'Find a second that does not depend on the first, or call it reported and name who says so.',
    });
    return [
      ...located(content.facts).flatMap(({ file, line, value: f }) =>
        f.status === 'established' && alone(f.sources) ? [complaint({ file, line }, f.id, f.sources)] : [],
      ),
      ...[...content.series].flatMap(([name, { file, rows, lineOf }]) =>
        rows.flatMap((row, i) => {
          const ids = (row.source ?? '').split(';');
          // A row with a verdict is our own judgement of somebody's sentence, not a thing that happened.
          if (row.status !== 'established' || 'verdict' in row || !alone(ids)) return [];
          return [complaint({ file, line: lineOf(i) }, `${name}:${row.id}`, ids)];
        }),
      ),
    ];
  },
};

/** An address as a reader would tell it from others: without scheme, www, and slash at the end. */
const page = (address: string): string => address.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '');

const sourceTwice: Rule = {
  name: 'source-twice',
  check({ content }) {
    const pages = new Map<string, string>();
    return located(content.sources).flatMap(({ file, line, value: s }) => {
      const twice = (found: string, hint: string) => ({
        file,
        line,
        found: `${s.id}: ${found}`,
        allowed: 'one record a page, one page an id',
        hint,
      });
      const before = s.URL && pages.get(page(s.URL));
      if (s.URL && !before) pages.set(page(s.URL), s.id);
      return [
        ...(before
          ? [
              twice(
                `the page of ${before}`,
                'Keep one, with the id of the other in its custom.formerly, so that links to it go on working.',
              ),
            ]
          : []),
        ...(s.custom.formerly ?? [])
          .filter((id) => content.sources.has(id))
          .map((id) => twice(`formerly ${id}, which is a source of its own`, 'An old id leads to one record: remove one of the two.')),
      ];
    });
  },
};

export const sourceRules: readonly Rule[] = [sourceAddress, sourceUnread, establishedBy, sourceTwice];
