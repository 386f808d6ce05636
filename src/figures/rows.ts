/** What the figures' `data.ts` and `describe.ts` have in common: reading typed cells from rows. */
import { typeset } from '../i18n/typography.ts';
import { isPartialDate } from '../lib/days.ts';
import { ContentError, listAllowed } from '../lib/problem.ts';
import type { Status } from '../scene/types.ts';
import type { FigureInput, Row } from './types.ts';

export const STATUSES: readonly Status[] = ['established', 'reported', 'alleged', 'disputed', 'estimate'];

/** A row with the cells that every series has. */
export interface Base {
  /** `series:row-id`, the name picture and table share. */
  datum: string;
  id: string;
  status: Status;
  sources: readonly string[];
  label: Readonly<Record<'en' | 'fr', string>>;
}

/** Reads the rows of a series; `make` adds what the figure needs. `line` in complaints counts the header. */
export function readRows<T>(input: FigureInput, series: string, make: (row: Row, cell: Cells) => T): (Base & T)[] {
  const rows = input.rows(series);
  if (rows.length === 0) throw fail(series, 0, 'no rows', 'at least one row', 'A figure cannot be drawn from an empty series.');
  return rows.map((row, i) => {
    const cell = cells(row, series, i + 2);
    const id = cell.text('id');
    return {
      datum: `${series}:${id}`,
      id,
      status: cell.oneOf('status', STATUSES),
      sources: cell.text('source').split(';'),
      // Words of a CSV are typed plainly, like all words.
      label: { en: typeset(row.label_en ?? '', 'en'), fr: typeset(row.label_fr ?? '', 'fr') },
      ...make(row, cell),
    };
  });
}

const fail = (series: string, line: number, found: string, allowed: string, hint: string) =>
  new ContentError([{ file: `content/series/${series}.csv`, line, rule: 'figure-row', found, allowed, hint }]);

/** Typed access to one row; each throws a `ContentError` naming file, line, found, allowed and a hint. */
export interface Cells {
  text(field: string): string;
  /** A number; `undefined` where the cell is empty: missing is not zero. */
  number(field: string): number | undefined;
  required(field: string): number;
  /** An ISO date of any precision. */
  date(field: string): string;
  oneOf<const T extends string>(field: string, allowed: readonly T[]): T;
  list(field: string): string[];
}

function cells(row: Row, series: string, line: number): Cells {
  const text = (field: string): string => {
    const value = row[field];
    if (!value)
      throw fail(
        series,
        line,
        `${field}: ${value === undefined ? 'no such column' : 'empty'}`,
        'a value',
        'This figure cannot be drawn without it.',
      );
    return value;
  };
  const number = (field: string): number | undefined => {
    if (!row[field]) return undefined;
    const value = Number(row[field]);
    if (!Number.isFinite(value)) throw fail(series, line, `${field}: "${row[field]}"`, 'a number', 'Digits and a decimal point only.');
    return value;
  };
  return {
    text,
    number,
    required(field) {
      text(field);
      return number(field) as number;
    },
    date(field) {
      const value = text(field);
      if (!isPartialDate(value))
        throw fail(series, line, `${field}: "${value}"`, 'YYYY, YYYY-MM or YYYY-MM-DD, a day there is', 'Write dates as ISO 8601.');
      return value;
    },
    oneOf(field, allowed) {
      const value = text(field);
      const found = allowed.find((a) => a === value);
      if (!found) throw fail(series, line, `${field}: "${value}"`, listAllowed(allowed), 'Use one of the allowed words.');
      return found;
    },
    list: (field) => (row[field] ?? '').split(';').filter(Boolean),
  };
}
