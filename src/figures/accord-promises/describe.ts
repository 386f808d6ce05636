import { columnsOf } from '../table.ts';
import type { Locale, TableModel } from '../types.ts';
import type { Count, Promises } from './data.ts';

/** A count as the table prints it: a share of its total, a range, a percentage, or nothing where the text gives no number. */
export function valueText({ value, low, high, total, unit }: Count, locale: Locale): string | null {
  const { fmt } = locale;
  if (unit === 'years' && low !== undefined && high !== undefined) return locale.label('years', { n: fmt.quantity({ low, high }) });
  if (value === undefined) return null;
  if (unit === 'percent' || unit === 'percent-revenue') return fmt.percent(value);
  return total === undefined ? fmt.number(value) : locale.label('of', { n: fmt.number(value), total: fmt.number(total) });
}

export function describe({ rows }: Promises, locale: Locale): TableModel {
  return {
    columns: columnsOf(locale, ['what', 'value', 'when', 'who'], ['value']),
    rows: rows.map((r) => ({
      datum: r.datum,
      cells: { what: r.label[locale.lang], value: valueText(r, locale), when: locale.fmt.date(r.date), who: r.counter[locale.lang] },
      status: r.status,
      sources: r.sources,
    })),
  };
}
