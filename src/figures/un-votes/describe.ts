import { columnsOf } from '../table.ts';
import type { Locale, TableModel } from '../types.ts';
import type { Vote } from './data.ts';

/** One row a vote: what was put, the counts, and how Mali voted. */
export function describe(votes: readonly Vote[], locale: Locale): TableModel {
  return {
    columns: columnsOf(locale, ['date', 'what', 'yes', 'abstain', 'no', 'mali'], ['yes', 'abstain', 'no']),
    rows: votes.map((v) => ({
      datum: v.datum,
      cells: {
        date: locale.fmt.date(v.date),
        what: locale.label(`in-${v.body}`, { what: v.label[locale.lang] }),
        yes: locale.fmt.number(v.yes),
        abstain: locale.fmt.number(v.abstain),
        no: locale.fmt.number(v.no),
        mali: locale.label(`mali-${v.mali}`),
      },
      status: v.status,
      sources: v.sources,
    })),
  };
}
