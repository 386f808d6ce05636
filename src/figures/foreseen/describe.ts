import { columnsOf } from '../table.ts';
import type { Locale, TableModel } from '../types.ts';
import type { Claim } from './data.ts';

export function describe(rows: readonly Claim[], locale: Locale): TableModel {
  return {
    columns: columnsOf(locale, ['said', 'verdict', 'since']),
    rows: rows.map((r) => ({
      datum: r.datum,
      cells: { said: r.label[locale.lang], verdict: locale.label(`one-${r.verdict}`), since: r.since[locale.lang] },
      status: r.status,
      sources: r.sources,
    })),
  };
}
