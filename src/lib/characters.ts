import type { Problem } from './problem.ts';

/**
 * What no text of the site may hold: control characters and half characters, which XML has no way to write, and the
 * marks that turn the direction of reading (U+202A to U+202E, U+2066 to U+2069), which make a page say something else
 * than its source shows; nor characters of private use, which are another sign, or none, in every font. Words of Arabic
 * or Tamasheq need none of them.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what is looked for
const REFUSED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\p{Cs}\p{Co}]/u;

/** A complaint about the first character of a text that may not be published; none where all may. */
export function characterProblems(text: string, file: string, line: number): Problem[] {
  if (text.trim() === '__proto__') {
    const hint = 'JavaScript takes it for a part of itself, and a processor of citations stumbles over it.';
    return [{ file, line, rule: 'character', found: 'the word __proto__ alone', allowed: 'any other words', hint }];
  }
  const found = REFUSED.exec(text)?.[0];
  if (found === undefined) return [];
  const code = (found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return [
    {
      file,
      line,
      rule: 'character',
      found: `the invisible character U+${code}`,
      allowed: 'letters, digits, marks, spaces',
      hint: 'It may have come along when text was pasted: type the words anew.',
    },
  ];
}
