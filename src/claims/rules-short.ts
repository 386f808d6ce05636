import type { Rule } from './problems.ts';
import { readability } from './readability.ts';

/** About 250 words; a page that grows past this is no longer short. */
const LONGEST = 300;
/** Flesch-Kincaid grade at most, Kandel-Moles at least (EDITORIAL: short versions). */
const EASY = { en: 7, fr: 60 } as const;

/** The short version of a chapter is short, easy, and of a chapter that there is. */
const shortVersion: Rule = {
  name: 'short-version',
  check: ({ chapters, shorts }) =>
    shorts.flatMap((short) => {
      const bad = (found: string, allowed: string, hint: string) => [{ file: short.file, line: 1, found, allowed, hint }];
      if (!chapters.some((c) => c.number === short.number && c.lang === short.lang))
        return bad(
          `number ${short.number}`,
          'the number of a chapter in the same language',
          'A short version tells a chapter: write that first.',
        );
      if (short.words > LONGEST) return bad(`${short.words} words`, `at most ${LONGEST}`, 'Leave out what the chapter can say better.');
      const { score } = readability(short);
      const hard = short.lang === 'fr' ? score < EASY.fr : score > EASY.en;
      return hard
        ? bad(
            `${short.lang === 'fr' ? 'Kandel-Moles' : 'Flesch-Kincaid grade'} ${score.toFixed(1)}`,
            short.lang === 'fr' ? `at least ${EASY.fr}` : `at most ${EASY.en}`,
            'Shorter sentences and plainer words.',
          )
        : [];
    }),
};

export const shortRules: readonly Rule[] = [shortVersion];
