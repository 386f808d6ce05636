import type { Quantity } from '../i18n/format.ts';
import type { Content, Fact } from '../lib/content.ts';

/** The number a cell of a series holds; `undefined` where the series says nothing. Throws on an unknown series, row or field. */
export function cellValue({ series, row, field }: NonNullable<Fact['cell']>, content: Content): number | undefined {
  const found = content.series.get(series);
  if (!found) throw new Error(`unknown series "${series}"`);
  const record = found.rows.find((r) => r[found.resource.schema.primaryKey] === row);
  if (!record) throw new Error(`series ${series} has no row "${row}"`);
  const cell = record[field];
  if (cell === undefined) throw new Error(`series ${series} has no field "${field}"`);
  return cell === '' ? undefined : Number(cell);
}

/** A fact's number: typed in the ledger, or read from the cell it points at, so that prose and chart agree. */
export function quantityOf(fact: Fact, content: Content): Quantity {
  const value = fact.cell ? cellValue(fact.cell, content) : fact.value;
  return { value, low: fact.low, high: fact.high, qualifier: fact.qualifier };
}
