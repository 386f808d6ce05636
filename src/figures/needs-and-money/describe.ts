import { columnsOf } from '../table.ts';
import type { Locale, TableModel } from '../types.ts';
import type { Plan } from './data.ts';

const UNITS = { need: 'people', target: 'people', asked: 'money', received: 'money', share: 'percent' } as const;

/** A number of a plan in its unit; nothing where none was given. */
export const amount = ({ kind, value }: Plan, locale: Locale): string | null => {
  if (value === undefined) return null;
  return UNITS[kind] === 'percent' ? locale.fmt.percent(value) : locale.label(UNITS[kind], { n: locale.fmt.number(value, 1) });
};

export function describe(rows: readonly Plan[], locale: Locale): TableModel {
  return {
    columns: columnsOf(locale, ['year', 'what', 'amount'], ['amount']),
    rows: rows.map((r) => ({
      datum: r.datum,
      cells: { year: r.date, what: r.label[locale.lang], amount: amount(r, locale) },
      status: r.status,
      sources: r.sources,
    })),
  };
}
