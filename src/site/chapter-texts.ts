/** The texts of the chapters as Astro renders them; for pages alone, since tests have no collections. */
import { type CollectionEntry, getCollection } from 'astro:content';
import type { ChapterOutline } from '../claims/outline.ts';
import type { Lang } from '../scene/types.ts';
import { chapterOf, LANGS } from './site.ts';

type Kind = 'chapters' | 'short';

/** The texts of one kind in the languages on offer, each with the outline of its chapter. Throws for a text of a chapter that is not there. */
export async function chapterTexts<K extends Kind>(kind: K): Promise<{ entry: CollectionEntry<K>; lang: Lang; chapter: ChapterOutline }[]> {
  const entries = await getCollection<K>(kind);
  return entries.flatMap((entry) => {
    const lang: Lang = entry.id.startsWith('fr/') ? 'fr' : 'en';
    if (!LANGS.includes(lang)) return [];
    const chapter = chapterOf(lang, entry.data.number);
    if (!chapter) throw new Error(`content/${kind}/${entry.id}.mdx tells a chapter ${entry.data.number} that is not there`);
    return [{ entry, lang, chapter }];
  });
}
