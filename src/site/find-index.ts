/** What can be searched in one language. The reader's own browser makes the index: entries weigh half of what an index does. */
import { formats } from '../i18n/format.ts';
import { typeset } from '../i18n/typography.ts';
import type { Lang } from '../scene/types.ts';
import type { Found } from '../story/find-fields.ts';
import { standing } from './citables.ts';
import { chapterTitles } from './links.ts';
import { pathOf, siteContent } from './site.ts';

/** Words of a kind of entry, from the interface strings. */
function kindWord(lang: Lang, key: string): string {
  const word = siteContent().content.ui[lang].value[key];
  if (word === undefined) throw new Error(`unknown interface string "${key}"`);
  return word;
}

/** Every entry of a language, in a fixed order. */
export function entries(lang: Lang): Found[] {
  const { content, chapters } = siteContent();
  const fmt = formats(lang);
  const found: Omit<Found, 'id'>[] = [];
  const set = (words: string): string => typeset(words, lang);
  for (const { number, title } of chapterTitles(lang)) {
    const chapter = chapters.find((c) => c.lang === lang && c.number === number);
    if (!chapter) continue;
    const kind = `${kindWord(lang, 'found-chapter')} ${number} · ${title}`;
    for (const block of chapter.blocks) {
      // Printed numbers stand as N in an outline; a search result does without them.
      const text = set(block.text.replace(/\bN N\b/g, '…'));
      found.push({ kind, title: text, text: '', href: `${lang}/${chapter.slug}/#${block.id}`, more: '' });
    }
  }
  for (const { value: f } of content.facts.values())
    found.push({
      kind: kindWord(lang, 'found-claim'),
      title: set(f.claim[lang]),
      text: `${fmt.dateRange(f.date, f.dateEnd ?? f.date)} · ${standing(f, lang) || kindWord(lang, 'status-established').toLocaleLowerCase(lang)}`,
      href: pathOf('claims', lang, f.id),
      more: f.places.map((p) => content.places.get(p)?.value[`name_${lang}`] ?? '').join(' '),
    });
  for (const { value: g } of content.glossary[lang].values())
    found.push({
      kind: kindWord(lang, 'found-term'),
      title: set(g.term),
      text: set(g.text),
      href: `${pathOf('glossary', lang)}#${g.id}`,
      more: '',
    });
  for (const { value: a } of content.actors.values())
    found.push({
      kind: kindWord(lang, 'found-actor'),
      title: set(a.selfName[lang]),
      text: set(a.gloss[lang]),
      href: `${pathOf('actors', lang)}#${a.id}`,
      more: a.short[lang],
    });
  for (const { value: p } of content.places.values())
    found.push({
      kind: kindWord(lang, 'found-place'),
      title: p[`name_${lang}`],
      text: p.region,
      href: `${pathOf('places', lang)}#${p.id}`,
      more: '',
    });
  for (const { value: s } of content.sources.values())
    found.push({
      kind: kindWord(lang, 'found-source'),
      title: s.title,
      text: s.publisher,
      href: `${pathOf('sources', lang)}#${s.id}`,
      more: s.id,
    });
  return found.map((entry, id) => ({ id, ...entry }));
}
