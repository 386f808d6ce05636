import type { z } from 'astro/zod';
import { type Document, isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import { characterProblems } from './characters.ts';
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
  const doc = read(text, counter);
  if (!doc) {
    problems.push({
      file,
      line: 0,
      rule: 'syntax',
      found: 'lists in lists without end',
      allowed: 'records as the other files have them',
      hint: 'Restore the file from version control.',
    });
    return { data: undefined, line: () => 0 };
  }
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
  const lineAt = (node: { range?: readonly number[] | null }): number => counter.linePos(node.range?.[0] ?? 0).line;
  let aliases = 0;
  visit(doc, {
    Scalar(_key, node) {
      if (typeof node.value === 'string') problems.push(...characterProblems(node.value, file, lineAt(node)));
    },
    Alias(_key, node) {
      if (aliases++ > 0) return;
      problems.push({
        file,
        line: lineAt(node),
        rule: 'syntax',
        found: `*${node.source}, a reference to another place of the file`,
        allowed: 'records written out',
        hint: 'Write the words again: references can run in circles.',
      });
    },
  });
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
  return { data: doc.errors.length || aliases ? undefined : doc.toJS(), line };
}

/** Brackets that may stand open at once, in records or in words; the parser's time grows with the square of it. */
const DEEPEST = 100;

/** The document; nothing where it is nested deeper than a parser has patience or stack for. */
function read(text: string, lineCounter: LineCounter): Document | undefined {
  let depth = 0;
  for (const c of text) {
    if (c === '[' || c === '{') depth++;
    else if ((c === ']' || c === '}') && depth > 0) depth--;
    if (depth > DEEPEST) return undefined;
  }
  try {
    return parseDocument(text, { lineCounter, uniqueKeys: true });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
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
        allowed: `${/^[aeiou]/.test(issue.expected) ? 'an' : 'a'} ${issue.expected}`,
        hint: value === undefined ? 'The field is required.' : 'Quote text that looks like a number or a date.',
      };
    default:
      return { rule: 'schema', found, allowed: issue.message, hint: 'See the schema in src/content.config.ts.' };
  }
}
