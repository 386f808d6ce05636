import { columnsOf } from '../table.ts';
import type { Locale, TableModel } from '../types.ts';
import type { Displaced } from './data.ts';

/** First people displaced inside Mali, then refugees by country, then Mbera camp. */
export function describe({ inside, abroad, camp }: Displaced, locale: Locale): TableModel {
  return {
    columns: columnsOf(locale, ['when', 'what', 'people'], ['people']),
    rows: [...inside, ...abroad, ...camp].map((r) => ({
      datum: r.datum,
      cells: { when: locale.fmt.date(r.date), what: r.label[locale.lang], people: locale.fmt.number(r.value) },
      status: r.status,
      sources: r.sources,
    })),
  };
}
