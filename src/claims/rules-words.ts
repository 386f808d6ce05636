import { countWords } from './outline.ts';
import type { Rule } from './problems.ts';
import { allWords } from './words.ts';

/** Words our own voice does not use of people, groups or towns (EDITORIAL: describe, or attribute). */
const LABELS =
  /(?<!\p{L})(?:terror(?:ist|iste)s?|mercenary|mercenaries|mercenaires?|juntas?|juntes?|regimes?|régimes?|so-called|soi-disant|liberated|libérée?s?|d?jihadis?)(?!\p{L})/iu;
const unquoted = (text: string): string => text.replace(/“[^”]*”|"[^"]*"|«[^»]*»/g, ' ');

const ownVoice: Rule = {
  name: 'own-voice',
  check: ({ content, chapters, pages }) =>
    allWords(content, [...chapters, ...pages])
      .filter((words) => words.ours)
      .flatMap(({ file, line, text }) => {
        const found = LABELS.exec(unquoted(text))?.[0];
        return found
          ? [
              {
                file,
                line,
                found: `"${found}" in our own voice: ${text.slice(0, 70)}`,
                allowed: 'a description, an attribution, or the word inside quotation marks',
                hint: 'Say what they are or did, or who calls them that.',
              },
            ]
          : [];
      }),
};

/** Marks that the build does not turn into French ones: typography code sets spaces and apostrophes, not these. */
const FOREIGN = /["“”„`´‘]/;

const frenchMarks: Rule = {
  name: 'french-marks',
  check: ({ content, chapters, pages }) =>
    allWords(content, [...chapters, ...pages])
      .filter((words) => words.lang === 'fr')
      .flatMap(({ file, line, text }) => {
        const mark = FOREIGN.exec(text);
        return mark
          ? [
              {
                file,
                line,
                found: `${mark[0]} in: ${text.slice(Math.max(0, mark.index - 30), mark.index + 40)}`,
                allowed: "« and » for quotations, ’ or ' for apostrophes",
                hint: 'Plain spaces inside « » will do; the build sets them.',
              },
            ]
          : [];
      }),
};

/** The longest sentence a reader on a phone is asked to hold. */
const LONGEST = 35;

const longSentence: Rule = {
  name: 'long-sentence',
  check: ({ chapters, pages }) =>
    [...chapters, ...pages].flatMap(({ file, heads, blocks }) =>
      [...heads, ...blocks].flatMap(({ line, text }) =>
        sentences(text)
          .filter((s) => countWords(s) > LONGEST)
          .map((s) => ({
            file,
            line,
            found: `${countWords(s)} words: ${s.slice(0, 70)}…`,
            allowed: `at most ${LONGEST} words a sentence`,
            hint: 'Make two sentences of it.',
          })),
      ),
    ),
};

/** Sentences of a paragraph; good enough for prose without abbreviations. */
export const sentences = (text: string): string[] => text.split(/(?<=[.!?…])\s+(?=[«“"\d\p{Lu}])/u).filter((s) => /\p{L}/u.test(s));

export const wordRules: readonly Rule[] = [ownVoice, frenchMarks, longSentence];
