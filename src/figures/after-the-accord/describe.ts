import { eventColumns, eventRows } from '../eventmap.ts';
import type { Locale, TableModel } from '../types.ts';
import type { After } from './data.ts';

/** One row an event, in order of date. */
export function describe({ events }: After, locale: Locale): TableModel {
  return { columns: eventColumns(locale), rows: eventRows(events, locale) };
}
