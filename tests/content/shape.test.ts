import { describe, expect, it } from 'vitest';
import { auditContent } from '../../src/claims/audit.ts';
import { readChapters } from '../../src/claims/outline.ts';
import { sourceSchema } from '../../src/content.config.ts';
import { figures } from '../../src/figures/registry.ts';
import { readContent } from '../../src/lib/content.ts';
import { printProblem } from '../../src/lib/problem.ts';
import { type Edits, problemsOf } from './broken.ts';

const cases: Record<string, { edits: Edits; where: string; found: string; allowed: string; hint: string }> = {
  'a field that does not exist': {
    edits: { 'facts/a.yaml': ['  places: [kidal]', '  plases: [kidal]'] },
    where: 'facts/a.yaml:1',
    found: 'plases',
    allowed: 'only the fields',
    hint: 'spelling',
  },
  'a word that is not allowed': {
    edits: { 'facts/a.yaml': ['status: established', 'status: establised'] },
    where: 'facts/a.yaml:9',
    found: '"establised"',
    allowed: 'established, reported',
    hint: 'Did you mean "established"?',
  },
  'a required field left out': {
    edits: { 'sources/a.json': ['    "title": "A report",\n', ''] },
    where: 'sources/a.json:2',
    found: 'title: nothing',
    allowed: 'a string',
    hint: 'required',
  },
  'YAML that does not parse': {
    edits: { 'actors.yaml': ['short: { en: The state', 'short: { en: "The state'] },
    where: 'actors.yaml:3',
    found: '',
    allowed: 'well-formed',
    hint: 'quotes',
  },
  'a quote left open': {
    edits: { 'facts/a.yaml': ['status: reported', 'status: "reported'] },
    where: 'facts/a.yaml:19',
    found: 'Missing closing " quote',
    allowed: 'well-formed',
    hint: 'quotes',
  },
  'a colon in unquoted words': {
    edits: { 'facts/a.yaml': ['en: 20 were done.', 'en: Done: 20.'] },
    where: 'facts/a.yaml:15',
    found: 'Nested mappings',
    allowed: 'well-formed',
    hint: 'colons',
  },
  'a chapter head that does not parse': {
    edits: { 'chapters/en/01-c.mdx': ['title: A title', 'title: "A title'] },
    where: 'chapters/en/01-c.mdx:4',
    found: 'Missing closing " quote',
    allowed: 'well-formed',
    hint: 'quotes',
  },
  'a mark that turns the direction of reading': {
    edits: { 'facts/a.yaml': ['en: 20 were done.', 'en: "20 were \\u202Edone."'] },
    where: 'facts/a.yaml:15',
    found: 'U+202E',
    allowed: 'letters',
    hint: 'pasted',
  },
  'a control character in prose': {
    edits: { 'chapters/en/01-c.mdx': ['They say so.', 'They say\u0007 so.'] },
    where: 'chapters/en/01-c.mdx:28',
    found: 'U+0007',
    allowed: 'letters',
    hint: 'pasted',
  },
  'a character of private use': {
    edits: { 'chapters/en/01-c.mdx': ['They say so.', 'They say\ue041 so.'] },
    where: 'chapters/en/01-c.mdx:28',
    found: 'U+E041',
    allowed: 'letters',
    hint: 'pasted',
  },
  'a record that refers to another': {
    edits: { 'facts/a.yaml': ['en: 20 were done.', 'en: *other'] },
    where: 'facts/a.yaml:15',
    found: 'other',
    allowed: '',
    hint: '',
  },
  'a day that no calendar has': {
    edits: { 'facts/a.yaml': ["date: '2015-06-20'", "date: '2015-06-31'"] },
    where: 'facts/a.yaml:2',
    found: '2015-06-31',
    allowed: 'a day there is',
    hint: 'schema',
  },
  'a source whose address is a script': {
    edits: { 'sources/a.json': ['https://example.org/report', 'javascript:alert(1)'] },
    where: 'sources/a.json:8',
    found: 'javascript:alert(1)',
    allowed: 'https://',
    hint: 'schema',
  },
  'a series outside its folder': {
    edits: { 'series/datapackage.json': ['"path": "counts.csv"', '"path": "../facts/counts.csv"'] },
    where: 'series/datapackage.json:8',
    found: '../facts/counts.csv',
    allowed: 'the name of a CSV file',
    hint: 'schema',
  },
  'a quote in the middle of a cell': {
    edits: { 'series/counts.csv': ['done,20,reported', 'do"ne,20,reported'] },
    where: 'series/counts.csv:2',
    found: 'double quote',
    allowed: 'around a whole field',
    hint: 'opened and not closed',
  },
  'an empty line among rows': {
    edits: { 'series/counts.csv': ['report\nleft', 'report\n\nleft'] },
    where: 'series/counts.csv:3',
    found: '1 field',
    allowed: '5 fields',
    hint: 'an empty line is no row',
  },
  'a column whose name JavaScript would swallow': {
    edits: { 'series/counts.csv': ['id,value,status,place,source', 'id,__proto__,status,place,source'] },
    where: 'series/counts.csv:1',
    found: 'column "__proto__"',
    allowed: 'beginning with a letter',
    hint: 'names the columns',
  },
  'a column named twice': {
    edits: { 'series/counts.csv': ['id,value,status,place,source', 'id,value,value,place,source'] },
    where: 'series/counts.csv:1',
    found: 'column "value" again',
    allowed: 'each column once',
    hint: 'overwrite',
  },
  'a number with an exponent': {
    edits: { 'series/counts.csv': ['done,20,', 'done,1e308,'] },
    where: 'series/counts.csv:2',
    found: '1e308',
    allowed: 'a number',
    hint: 'Digits',
  },
  'a place without a latitude': {
    edits: { 'places.csv': ['18.44', ''] },
    where: 'places.csv:2',
    found: 'lat',
    allowed: 'a number of degrees',
    hint: 'schema',
  },
  'a file that is not there': {
    edits: { 'ui/fr.yaml': null },
    where: 'ui/fr.yaml',
    found: 'no such file',
    allowed: 'yaml file',
    hint: 'Restore',
  },
  'an id used twice': {
    edits: { 'facts/a.yaml': ['id: share', 'id: days'] },
    where: 'facts/a.yaml:12',
    found: 'id "days" again',
    allowed: 'once',
    hint: 'facts/a.yaml:1',
  },
  'a csv row with a field too many': {
    edits: { 'series/counts.csv': ['done,20,', 'done,20,a,'] },
    where: 'series/counts.csv:2',
    found: '6 fields',
    allowed: '5 fields',
    hint: 'double quotes',
  },
  'a csv number that is none': {
    edits: { 'series/counts.csv': ['done,20', 'done,twenty'] },
    where: 'series/counts.csv:2',
    found: 'value: "twenty"',
    allowed: 'a number',
    hint: 'Digits',
  },
  'a csv header that its descriptor does not know': {
    edits: { 'series/counts.csv': ['id,value', 'id,valeur'] },
    where: 'series/counts.csv:1',
    found: 'valeur',
    allowed: 'id, value, status',
    hint: 'same order',
  },
  'a data file that is not there': {
    edits: { 'series/counts.csv': null },
    where: 'series/datapackage.json',
    found: 'counts.csv',
    allowed: 'a CSV file',
    hint: 'cannot be built',
  },
  'a csv row id twice': {
    edits: { 'series/counts.csv': ['left,', 'done,'] },
    where: 'series/counts.csv:3',
    found: '"done" again',
    allowed: 'once',
    hint: 'of its own',
  },
  'MDX that is not closed': {
    edits: { 'chapters/en/01-c.mdx': ['</Scene>', ''] },
    where: 'chapters/en/01-c.mdx:17',
    found: 'Scene',
    allowed: 'well-formed MDX',
    hint: 'closed',
  },
  'a chapter head without its question': {
    edits: { 'chapters/fr/01-c.mdx': ['question: A question?\n', ''] },
    where: 'chapters/fr/01-c.mdx:2',
    found: 'question: nothing',
    allowed: 'a string',
    hint: 'required',
  },
  'a place without a number for its latitude': {
    edits: { 'places.csv': ['18.44', 'north'] },
    where: 'places.csv:2',
    found: 'lat',
    allowed: 'number',
    hint: '',
  },
};

describe('content of the wrong shape', () => {
  it.each(Object.entries(cases))('stops at %s, and says where, what and how', (_name, { edits, where, found, allowed, hint }) => {
    const [problem] = problemsOf(edits);
    const printed = problem ? printProblem(problem) : 'nothing';
    expect(printed.split('  [')[0]).toBe(`content/${where}`);
    expect(printed.match(/found: .*/)?.[0]).toContain(found);
    expect(printed.match(/allowed: .*/)?.[0]).toContain(allowed);
    expect(printed.match(/hint: .*/)?.[0]).toContain(hint);
  });
});

describe('the site’s own content', () => {
  it('has a word in both languages for every kind of source that an editor may enter', () => {
    const { ui } = readContent(process.cwd());
    for (const type of sourceSchema.shape.type.options)
      for (const lang of ['en', 'fr'] as const) expect(ui[lang].value[`type-${type}`], `type-${type} in ${lang}`).toBeTruthy();
  });

  it('keeps every rule', () => {
    const root = process.cwd();
    expect(auditContent(readContent(root), readChapters(root), figures).map(printProblem)).toEqual([]);
  });

  it('tells each chapter in 1,400 to 2,200 words, in 28 steps or more, in both languages', () => {
    for (const chapter of readChapters(process.cwd())) {
      expect(chapter.words, chapter.file).toBeGreaterThanOrEqual(1400);
      expect(chapter.words, chapter.file).toBeLessThanOrEqual(2200);
      expect(chapter.scenes.flatMap((s) => s.steps).length).toBeGreaterThanOrEqual(28);
      expect(chapter.boxes).toEqual({ BothSides: 1, Unknown: 1 });
    }
  });
});
