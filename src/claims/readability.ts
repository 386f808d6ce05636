import { type ChapterOutline, countWords } from './outline.ts';
import { sentences } from './rules-words.ts';

/** Syllables of a word by its vowel groups: a silent final e is not counted, nor English -ed, nor French -ent but in -ment. Good to about a tenth. */
export function syllables(word: string, lang: 'en' | 'fr'): number {
  const plain = word
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z]/g, '');
  const spoken = lang === 'fr' ? plain.replace(/(?:es?|(?<!m)ent)$/, '') : plain.replace(/(?<![dt])ed$/, 'd').replace(/(?<!l)e$/, '');
  return Math.max(1, spoken.match(/[aeiouy]+/g)?.length ?? 1);
}

/**
 * Reading ease of a chapter, an alarm and not a goal. English: Flesch-Kincaid grade (Kincaid and others, 1975).
 * French: Kandel and Moles, 1958: 207 - 1.015 words a sentence - 0.736 syllables a hundred words.
 */
export function readability({ blocks, lang }: ChapterOutline): { score: number; mean: number; longest: number } {
  const all = blocks.filter((b) => !b.heading).flatMap((b) => sentences(b.text));
  const lengths = all.map(countWords);
  const words = all.flatMap((s) => s.split(/[\s’'-]+/)).filter((w) => /\p{L}/u.test(w));
  const total = lengths.reduce((a, b) => a + b, 0);
  const mean = total / all.length;
  const perWord = words.reduce((n, w) => n + syllables(w, lang), 0) / words.length;
  const score = lang === 'fr' ? 207 - 1.015 * mean - 73.6 * perWord : 0.39 * mean + 11.8 * perWord - 15.59;
  return { score, mean, longest: Math.max(...lengths) };
}
