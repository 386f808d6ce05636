import { STATUSES } from '../figures/rows.ts';
import type { Quantity } from '../i18n/format.ts';
import type { Content, Fact } from '../lib/content.ts';
import { located, type Published, type Rule, unknown } from './problems.ts';
import { cellValue, quantityOf } from './resolve.ts';

const factIds: Rule = {
  name: 'unknown-reference',
  check: ({ content }) => [
    ...located(content.facts).flatMap(({ file, line, value: f }) => [
      ...f.sources.filter((id) => !content.sources.has(id)).map((id) => unknown({ file, line }, 'source', id, content.sources.keys())),
      ...f.places.filter((id) => !content.places.has(id)).map((id) => unknown({ file, line }, 'place', id, content.places.keys())),
      ...f.actors.filter((id) => !content.actors.has(id)).map((id) => unknown({ file, line }, 'actor', id, content.actors.keys())),
      ...(f.unit && !content.units.has(f.unit) ? [unknown({ file, line }, 'unit', f.unit, content.units.keys())] : []),
    ]),
    ...located(content.actors).flatMap(({ file, line, value }) =>
      [...value.sources, ...value.leaders.flatMap((leader) => leader.sources)]
        .filter((id) => !content.sources.has(id))
        .map((id) => unknown({ file, line }, 'source', id, content.sources.keys())),
    ),
    ...located(content.corrections).flatMap(({ file, line, value }) =>
      value.fact && !content.facts.has(value.fact) ? [unknown({ file, line }, 'fact', value.fact, content.facts.keys())] : [],
    ),
  ],
};

const factNumber: Rule = {
  name: 'fact-number',
  check: ({ content }) =>
    located(content.facts).flatMap(({ file, line, value: f }) => {
      const bad = (found: string, allowed: string, hint: string) => [{ file, line, found: `${f.id}: ${found}`, allowed, hint }];
      const numbers = [f.value, f.low, f.high, f.cell].some((n) => n !== undefined);
      if (f.cell && [f.value, f.low, f.high].some((n) => n !== undefined))
        return bad('a cell and a typed number', 'one or the other', 'Let the series carry the number, and only it.');
      if (f.cell) {
        const cell = `cell ${f.cell.series}:${f.cell.row}.${f.cell.field}`;
        try {
          const n = cellValue(f.cell, content);
          if (n === undefined)
            return bad(`${cell} is empty`, 'a cell with a number', 'Missing is not zero: without a number the fact is a claim in words.');
          if (Number.isNaN(n)) return bad(`${cell} holds words`, 'a cell with a number', 'Point at the field that holds the number.');
        } catch (error) {
          return bad((error as Error).message, 'a series, row and field that exist', 'See content/series/datapackage.json.');
        }
      }
      if (numbers && !f.unit)
        return bad('a number without a unit', 'a unit of content/units.yaml', 'A number means nothing without its unit.');
      if (!numbers && f.unit)
        return bad(`unit "${f.unit}" without a number`, 'value, low, high or cell with it', 'Remove the unit or give the number.');
      if (f.low !== undefined && f.high !== undefined && f.low > f.high)
        return bad(`low ${f.low} above high ${f.high}`, 'low at most high', 'The two are likely swapped.');
      if (f.value !== undefined && ((f.low ?? f.value) > f.value || (f.high ?? f.value) < f.value))
        return bad(
          `value ${f.value} outside ${f.low ?? ''}–${f.high ?? ''}`,
          'a value between low and high',
          'One of the three is mistyped.',
        );
      return [];
    }),
};

const attributed: Rule = {
  name: 'who-says-so',
  check: ({ content }) =>
    located(content.facts)
      .filter(({ value: f }) => f.status !== 'established' && !f.attributedTo)
      .map(({ file, line, value: f }) => ({
        file,
        line,
        found: `${f.id}: ${f.status}, by nobody`,
        allowed: 'attributedTo in both languages',
        hint: 'Name who says so; only established claims stand by themselves.',
      })),
};

const otherSide: Rule = {
  name: 'other-side',
  check: ({ content }) =>
    located(content.facts)
      .filter(({ value: f }) => (f.status === 'alleged' || f.status === 'disputed') && !f.counterclaim)
      .map(({ file, line, value: f }) => ({
        file,
        line,
        found: `${f.id}: ${f.status}, without its other side`,
        allowed: 'counterclaim in both languages',
        hint: 'Say what the accused or the other party says, or that no answer was found.',
      })),
};

const deaths: Rule = {
  name: 'deaths-counter',
  check: ({ content }) =>
    located(content.facts)
      .filter(({ value: f }) => f.tags.includes('deaths') && !f.attributedTo)
      .map(({ file, line, value: f }) => ({
        file,
        line,
        found: `${f.id}: a count of deaths without who counted`,
        allowed: 'attributedTo: who counted, and what counts',
        hint: 'EDITORIAL: range, who counted, what counts, as of when.',
      })),
};

/** The digits of a claim, without regard to how a language groups or points them. */
export function digits(text: string): string[] {
  const plain = text
    .replace(/(\d)[\u202f\u00a0 ](?=\d{3}(?!\d))/g, '$1')
    .replace(/(\d),(?=\d{3}(?!\d))/g, '$1')
    .replace(/(\d),(?=\d)/g, '$1.')
    .replace(/(\d)(?:er|st|nd|rd|th)\b/g, '$1');
  return (plain.match(/\d+(?:\.\d+)?/g) ?? []).sort();
}

const claimParity: Rule = {
  name: 'claim-parity',
  check({ content }) {
    const parity = (place: { file: string; line: number }, what: string, both: { en: string; fr: string } | undefined) => {
      const [en, fr] = [digits(both?.en ?? '').join(' '), digits(both?.fr ?? '').join(' ')];
      return en === fr
        ? []
        : [
            {
              file: place.file,
              line: place.line,
              found: `${what}: en ${en || 'no number'} | fr ${fr || 'no number'}`,
              allowed: 'the same numbers in both languages',
              hint: 'A fact may differ between its languages in words only.',
            },
          ];
    };
    return [
      ...located(content.facts).flatMap((at) => [
        ...parity(at, at.value.id, at.value.claim),
        ...(['attributedTo', 'counterclaim', 'note'] as const).flatMap((field) => parity(at, `${at.value.id}, ${field}`, at.value[field])),
      ]),
      ...located(content.corrections).flatMap((at) =>
        (['said', 'says', 'why'] as const).flatMap((field) => parity(at, `${at.value.id}, ${field}`, at.value[field])),
      ),
    ];
  },
};

/** The claim has to name the number it carries, so that the note and the prose agree. */
const claimValue: Rule = {
  name: 'claim-value',
  check: ({ content }) =>
    located(content.facts).flatMap(({ file, line, value: f }) => {
      if (!f.unit) return [];
      const q = numberNow(f, content);
      if (!q || Number.isNaN(q.value)) return [];
      const spoken = new Set(digits(f.claim.en));
      const missing = listed(q).filter((n) => !spoken.has(String(n)));
      return missing.length
        ? [
            {
              file,
              line,
              found: `${f.id}: ${missing.join(', ')} is not in its claim`,
              allowed: 'a claim that says the number',
              hint: 'Value and sentence of a record must agree.',
            },
          ]
        : [];
    }),
};

const figureRows: Rule = {
  name: 'figure-source',
  check: ({ content, figures }) =>
    [...new Set(figures.flatMap((f) => f.series))].flatMap((name) => {
      const series = content.series.get(name);
      if (!series) return [unknown({ file: 'content/series/datapackage.json', line: 0 }, 'series', name, content.series.keys())];
      return series.rows.flatMap((row, i) => {
        const place = { file: series.file, line: series.lineOf(i) };
        const ids = (row.source ?? '').split(';').filter(Boolean);
        return [
          ...(ids.length
            ? []
            : [
                {
                  ...place,
                  found: `row ${row.id} without a source`,
                  allowed: 'one or more source ids, separated by ;',
                  hint: 'A figure draws nothing that nobody said.',
                },
              ]),
          ...ids.filter((id) => !content.sources.has(id)).map((id) => unknown(place, 'source', id, content.sources.keys())),
          ...(row.status && !(STATUSES as readonly string[]).includes(row.status) ? [unknown(place, 'status', row.status, STATUSES)] : []),
          ...(row.place && !content.places.has(row.place) ? [unknown(place, 'place', row.place, content.places.keys())] : []),
        ];
      });
    }),
};

/** The ground that the base map draws, in degrees: Africa and its edges. */
export const MAP_BOX = { west: -26, south: -36, east: 52, north: 38 } as const;

const onMap: Rule = {
  name: 'place-on-map',
  check: ({ content }) =>
    located(content.places)
      .filter(({ value: p }) => p.lon < MAP_BOX.west || p.lon > MAP_BOX.east || p.lat < MAP_BOX.south || p.lat > MAP_BOX.north)
      .map(({ file, line, value: p }) => ({
        file,
        line,
        found: `${p.id} at ${p.lat}, ${p.lon}`,
        allowed: `latitude ${MAP_BOX.south} to ${MAP_BOX.north}, longitude ${MAP_BOX.west} to ${MAP_BOX.east}`,
        hint: 'Latitude and longitude are often swapped, and west is negative.',
      })),
};

/** The numbers of a quantity that are there. */
export const listed = (n: Published | Quantity): number[] => [n.value, n.low, n.high].filter((x): x is number => x !== undefined);

/** A fact's number; `undefined` where its cell is broken, which `fact-number` reports. */
export function numberNow(fact: Fact, content: Content): Quantity | undefined {
  try {
    return quantityOf(fact, content);
  } catch {
    return undefined;
  }
}

export const ledgerRules: readonly Rule[] = [
  factIds,
  factNumber,
  attributed,
  otherSide,
  deaths,
  claimParity,
  claimValue,
  figureRows,
  onMap,
];
