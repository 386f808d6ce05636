import { csvParse } from 'd3-dsv';
import type { Resource } from './content.ts';
import { nearest, type Problem } from './problem.ts';

/** CSV whose every row has as many fields as the header; anything else is reported, nothing is guessed. */
export function parseCsv(
  text: string,
  file: string,
  problems: Problem[],
): { rows: Record<string, string>[]; lines: number[]; columns: string[] } {
  const lines = csvLines(text);
  const parsed = csvParse(text);
  const header = parsed.columns;
  const counted = csvCounts(text);
  counted.forEach((n, i) => {
    if (i > 0 && n !== header.length) {
      problems.push({
        file,
        line: lines[i] ?? 0,
        rule: 'csv-shape',
        found: `${n} fields`,
        allowed: `${header.length} fields, as in the header`,
        hint: 'A comma inside a field needs the field in double quotes.',
      });
    }
  });
  return { rows: parsed.map((row) => ({ ...row })), lines: lines.slice(1), columns: [...header] };
}

/** The line each CSV record begins on; quoted fields may hold line breaks. */
function csvLines(text: string): number[] {
  const starts: number[] = [];
  let quoted = false;
  let line = 1;
  let fresh = true;
  for (const c of text) {
    if (fresh && c !== '\n') {
      starts.push(line);
      fresh = false;
    }
    if (c === '"') quoted = !quoted;
    if (c === '\n') {
      line++;
      if (!quoted) fresh = true;
    }
  }
  return starts;
}

/** How many fields each CSV record has. */
function csvCounts(text: string): number[] {
  const counts: number[] = [];
  let quoted = false;
  let n = 1;
  let empty = true;
  for (const c of text) {
    if (c === '"') quoted = !quoted;
    else if (c === ',' && !quoted) n++;
    if (c === '\n' && !quoted) {
      if (!empty) counts.push(n);
      n = 1;
      empty = true;
    } else if (c !== '\r') empty = false;
  }
  if (!empty) counts.push(n);
  return counts;
}

/** Holds the rows of a series to the fields its descriptor declares. */
export function checkSeries(
  resource: Resource,
  file: string,
  rows: readonly Record<string, string>[],
  lines: readonly number[],
  columns: readonly string[],
  problems: Problem[],
): void {
  const declared = resource.schema.fields.map((f) => f.name);
  if (columns.join() !== declared.join()) {
    problems.push({
      file,
      line: 1,
      rule: 'csv-header',
      found: columns.join(', '),
      allowed: declared.join(', '),
      hint: 'Header and datapackage.json must name the same fields in the same order.',
    });
    return;
  }
  const seen = new Set<string>();
  rows.forEach((row, i) => {
    const line = lines[i] ?? 0;
    const bad = (found: string, allowed: string, hint: string) => problems.push({ file, line, rule: 'csv-value', found, allowed, hint });
    for (const { name, type, constraints } of resource.schema.fields) {
      const value = row[name] ?? '';
      if (value === '') {
        if (constraints?.required) bad(`${name}: empty`, 'a value', 'Empty means "no figure"; this field may not be empty.');
        continue;
      }
      if ((type === 'number' && !Number.isFinite(Number(value))) || (type === 'integer' && !/^-?\d+$/.test(value)))
        bad(`${name}: "${value}"`, `a ${type}`, 'Digits, a point for decimals, no thousands separator, no unit.');
      if (type === 'date' && !/^\d{4}(-\d\d(-\d\d)?)?$/.test(value))
        bad(`${name}: "${value}"`, 'YYYY, YYYY-MM or YYYY-MM-DD', 'Write dates as ISO 8601.');
      if (constraints?.enum && !constraints.enum.includes(value))
        bad(
          `${name}: "${value}"`,
          constraints.enum.join(', '),
          nearest(value, constraints.enum) ? `Did you mean "${nearest(value, constraints.enum)}"?` : 'Use one of the allowed words.',
        );
    }
    const key = row[resource.schema.primaryKey] ?? '';
    if (seen.has(key)) bad(`${resource.schema.primaryKey}: "${key}" again`, 'each row once', 'Give the row an id of its own.');
    seen.add(key);
  });
}
