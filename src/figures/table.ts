import type { Locale, TableModel } from './types.ts';

/** The columns of a figure's table, headed by its own words; `numeric` ones are set flush right. */
export const columnsOf = (locale: Locale, keys: readonly string[], numeric: readonly string[] = []): TableModel['columns'] =>
  keys.map((key) => ({ key, label: locale.text.table.columns[key] ?? key, ...(numeric.includes(key) && { numeric: true }) }));
