import { columnsOf } from '../table.ts';
import type { Locale, TableModel } from '../types.ts';
import type { Claim, Counter } from './data.ts';

const QUALIFIERS = { exact: 'exact', least: 'at-least', about: 'about' } as const;

/** A number of dead as said; nothing where none was given. */
export const said = ({ value, low, high, bound }: Claim, { fmt }: Locale): string | null =>
  value === undefined && low === undefined ? null : fmt.quantity({ value, low, high, qualifier: QUALIFIERS[bound] });

export function describe(counters: readonly Counter[], locale: Locale): TableModel {
  return {
    columns: columnsOf(locale, ['who', 'when', 'of', 'dead'], ['dead']),
    rows: counters.flatMap(({ claims }) =>
      claims.map((c) => ({
        datum: c.datum,
        cells: { who: c.label[locale.lang], when: locale.fmt.date(c.date), of: locale.label(`side-${c.of}`), dead: said(c, locale) },
        status: c.status,
        sources: c.sources,
      })),
    ),
  };
}
