import { csvParse } from 'd3-dsv';
import { characterProblems } from './characters.ts';
import type { Resource } from './content.ts';
import { isPartialDate } from './days.ts';
import { nearest, type Problem } from './problem.ts';

/** CSV whose every row has as many fields as the header; anything else is reported, nothing is guessed. */
export function parseCsv(
  text: string,
  file: string,
  problems: Problem[],
): { rows: Record<string, string>[]; lines: number[]; columns: string[] } {
  const parsed = csvParse(text);
  const header = parsed.columns;
  const records = scan(text);
  records.forEach(({ line, fields, stray }, i) => {
    if (stray)
      problems.push({
        file,
        line,
        rule: 'csv-shape',
        found: 'a double quote where none can stand',
        allowed: 'quotes around a whole field, and "" for one inside it',
        hint: 'A quote was opened and not closed, or stands inside a field without quotes around it.',
      });
    else if (i > 0 && fields !== header.length)
      problems.push({
        file,
        line,
        rule: 'csv-shape',
        found: `${fields} field${fields === 1 ? '' : 's'}`,
        allowed: `${header.length} fields, as in the header`,
        hint: 'A comma inside a field needs the field in double quotes; an empty line is no row.',
      });
  });
  const odd = header.find((name) => !/^[a-z]\w*$/i.test(name));
  if (odd !== undefined)
    problems.push({
      file,
      line: 1,
      rule: 'csv-shape',
      found: `column "${odd}"`,
      allowed: 'letters, digits and _, beginning with a letter',
      hint: 'The first line names the columns.',
    });
  const twice = header.find((name, i) => header.indexOf(name) < i);
  if (twice !== undefined)
    problems.push({
      file,
      line: 1,
      rule: 'csv-shape',
      found: `column "${twice}" again`,
      allowed: 'each column once',
      hint: 'Two columns of one name overwrite each other.',
    });
  const lines = records.slice(1).map(({ line }) => line);
  parsed.forEach((row, i) => {
    for (const value of Object.values(row)) problems.push(...characterProblems(value ?? '', file, lines[i] ?? 0));
  });
  return { rows: parsed.map((row) => ({ ...row })), lines, columns: [...header] };
}

/** The records of a CSV as RFC 4180 has them: the line each begins on, how many fields it has, whether a quote stands where none can. */
function scan(text: string): { line: number; fields: number; stray: boolean }[] {
  const records: { line: number; fields: number; stray: boolean }[] = [];
  let line = 1;
  for (let i = 0; i < text.length; ) {
    const record = { line, fields: 1, stray: false };
    records.push(record);
    let [quoted, begun] = [false, false];
    for (; i < text.length; i++) {
      const c = text[i];
      if (c === '\n' || (c === '\r' && text[i + 1] !== '\n')) line++;
      if (quoted) {
        if (c === '"' && text[i + 1] === '"') i++;
        else if (c === '"') {
          quoted = false;
          const next = text[i + 1];
          if (next !== undefined && !',\r\n'.includes(next)) record.stray = true;
        }
        continue;
      }
      if (c === '\n' || (c === '\r' && text[i + 1] !== '\n')) break;
      if (c === ',') {
        record.fields++;
        begun = false;
        continue;
      }
      if (c === '"' && begun) record.stray = true;
      else if (c === '"') quoted = true;
      begun = true;
    }
    i++;
    if (quoted) record.stray = true;
  }
  return records;
}

/** Digits as the descriptor promises them to whoever reads the file: no sign but a minus, no exponent, no space. */
const NUMBERS = { number: /^-?\d{1,15}(?:\.\d{1,15})?$/, integer: /^-?\d{1,15}$/ } as const;

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
      found: columns.join(', ') || 'no header',
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
      const isNumber = type === 'number' || type === 'integer';
      if (isNumber && !NUMBERS[type].test(value))
        bad(`${name}: "${value}"`, `a ${type}`, 'Digits, a point for decimals, no thousands separator, no unit.');
      else if (isNumber && (Number(value) < (constraints?.minimum ?? -Infinity) || Number(value) > (constraints?.maximum ?? Infinity)))
        bad(
          `${name}: ${value}`,
          `${constraints?.minimum ?? 'anything'} to ${constraints?.maximum ?? 'anything'}`,
          'The descriptor states these limits.',
        );
      if (type === 'date' && !isPartialDate(value))
        bad(`${name}: "${value}"`, 'YYYY, YYYY-MM or YYYY-MM-DD, a day there is', 'Write dates as ISO 8601.');
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
