import type { z } from 'astro/zod';
import { type Document, isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import { nearest, type Problem } from './problem.ts';

/** A parsed file that remembers its lines. */
export interface Parsed {
  data: unknown;
  /** Line of a path of keys and indexes inside the file; 0 if it cannot be told. */
  line(path: readonly PropertyKey[]): number;
}

/** YAML and JSON (a subset of it) with line numbers; syntax errors become problems. */
export function parseYaml(text: string, file: string, problems: Problem[]): Parsed {
  const counter = new LineCounter();
  const doc = parseDocument(text, { lineCounter: counter, uniqueKeys: true });
  for (const error of doc.errors) {
    const line = counter.linePos(openQuote(doc, error.pos[0]) ?? error.pos[0]).line;
    problems.push({
      file,
      line,
      rule: 'syntax',
      // The parser's own place is left out: front matter counts from its fence, and an open quote is noticed at the end.
      found: (error.message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '').replace('"quote', '" quote'),
      allowed: 'well-formed YAML or JSON',
      hint: 'Check quotes, colons and indentation on this line.',
    });
  }
  const line = (path: readonly PropertyKey[]): number => {
    let node: unknown = doc.contents;
    let offset = 0;
    for (const key of path) {
      if (isMap(node)) {
        const pair = node.items.find((item) => isScalar(item.key) && item.key.value === key);
        if (!pair) break;
        if (isScalar(pair.key) && pair.key.range) offset = pair.key.range[0];
        node = pair.value;
      } else if (isSeq(node)) {
        node = node.items[Number(key)];
        const range = (node as { range?: [number, number, number] } | undefined)?.range;
        if (range) offset = range[0];
      } else break;
    }
    return counter.linePos(offset).line;
  };
  return { data: doc.errors.length ? undefined : doc.toJS(), line };
}

/** Where the quoted text begins that runs up to an error: a quote left open is noticed only where the file ends. */
function openQuote(doc: Document, at: number): number | undefined {
  let start: number | undefined;
  visit(doc, {
    Scalar(_key, node) {
      if (node.type?.startsWith('QUOTE') && node.range && node.range[0] < at && node.range[1] >= at) start = node.range[0];
    },
  });
  return start;
}

/** Puts a Zod issue into the words of an editor: field, what was found, what is allowed, a hint. */
export function explain(issue: z.core.$ZodIssue, data: unknown): Pick<Problem, 'rule' | 'found' | 'allowed' | 'hint'> {
  const field = issue.path.map(String).join('.') || '(the whole record)';
  const value = issue.path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], data);
  const shown = value === undefined ? 'nothing' : JSON.stringify(value)?.slice(0, 80);
  const found = `${field}: ${shown}`;
  switch (issue.code) {
    case 'unrecognized_keys':
      return {
        rule: 'schema',
        found: `unknown field ${issue.keys.join(', ')} in ${field}`,
        allowed: 'only the fields in src/content.config.ts',
        hint: 'Check the spelling of the field.',
      };
    case 'invalid_value': {
      const allowed = issue.values.map(String);
      const guess = nearest(String(value), allowed);
      return {
        rule: 'schema',
        found,
        allowed: allowed.join(', '),
        hint: guess ? `Did you mean "${guess}"?` : 'Use one of the allowed words.',
      };
    }
    case 'invalid_type':
      return {
        rule: 'schema',
        found,
        allowed: `a ${issue.expected}`,
        hint: value === undefined ? 'The field is required.' : 'Quote text that looks like a number or a date.',
      };
    default:
      return { rule: 'schema', found, allowed: issue.message, hint: 'See the schema in src/content.config.ts.' };
  }
}
