/** What nobody would write, and somebody will paste: texts for the fuzzing tests. */
import fc from 'fast-check';

const NUMBERS = [
  'NaN',
  'Infinity',
  '-Infinity',
  '1e308',
  '-1e309',
  '0x1F',
  '1,5',
  '1 000',
  '٣',
  '-0',
  '007',
  '.5',
  '9'.repeat(400),
  ' 12 ',
];
const DATES = ['2023-02-31', '2023-13-01', '0000-00-00', '2023', '14/11/2023', '2023-11-14T00:00', '9999-12-31'];
const MARKUP = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'><svg/onload=alert(1)>",
  '</script><b>',
  ']]>',
  '<!--',
  '&lt;b&gt;',
  '<a href="javascript:alert(1)">x</a>',
  '[x](javascript:alert(1))',
  '[x](data:text/html;base64,PGI+)',
  '![x](http://tracker.example/p.gif)',
  '<javascript:alert(1)>',
  '[x]: javascript:alert(1)',
  '{alert(1)}',
  '{process.exit(1)}',
  'export const x = 1',
  'import x from "node:fs"',
  '<constructor id="x" />',
  '<Fact id="__proto__" />',
  '<Fact id="days" toString="1" />',
  '<style>*{display:none}</style>',
  '<Fact {...x} />',
];
const ADDRESSES = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,<b>',
  'file:///etc/passwd',
  'vbscript:x',
  '//evil.example',
  'https://',
];
const PATHS = [
  '../../../etc/passwd',
  '..',
  '/etc/passwd',
  'C:\\x',
  'a/../../b.csv',
  '%2e%2e/x.csv',
  'a\u0000.csv',
  '__proto__',
  'constructor',
  'toString',
  'valueOf',
];
const LETTERS = [
  '\u202eabc\u202c',
  '\u2066x\u2069',
  '\u0000',
  '\u0007',
  '\u001b[31m',
  '\ufeff',
  '\ue041',
  '\ud800',
  '\ufffe',
  'مرحبا بالعالم',
  'ⵜⵉⴼⵉⵏⴰⵖ',
  '👩‍👩‍👧‍👦🇲🇱',
  'e\u0301\u0323\u0331'.repeat(50),
  '\u200b\u200d',
  '\r\n\r\n',
  '\t',
  '—«» “”',
];
const LONG = [
  'a'.repeat(50_000),
  ' '.repeat(50_000),
  '1'.repeat(50_000),
  '1 '.repeat(20_000),
  'Ab. '.repeat(10_000),
  '^p'.repeat(20_000),
  '> '.repeat(300),
  '*'.repeat(5_000),
  '['.repeat(2_000),
];
const YAML = [
  '&a [*a]',
  '*a',
  '!!js/function x',
  '[[[[',
  '{',
  '"',
  '|',
  '- - - -',
  '? [a]: b',
  '<<: *a',
  '%YAML 9',
  '\t- a',
  '['.repeat(5_000),
];

/** A text that is wrong in some way somebody thought of, or in none. Long ones are rare: they cost time. */
export const nasty: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('', ' ', ...NUMBERS, ...DATES, ...MARKUP, ...ADDRESSES, ...PATHS, ...LETTERS, ...YAML) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.constantFrom(...LONG) },
);

/** Values for a field of a record: texts, numbers no number field expects, and other shapes. */
export const nastyValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 5, arbitrary: nasty },
  { weight: 2, arbitrary: fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, 1e308, -1e308, -0, 0, 2 ** 53, 1.5, -1, null, true) },
  { weight: 1, arbitrary: fc.constantFrom([], {}, [[]], [null], { en: '' }, { en: 1, fr: 2 }, [1, 2, 3, 4]) },
);
