/** The files of one chapter's kit, alone and in an archive with its pictures. Same pages, same bytes. */

import { strToU8, type Zippable, zipSync } from 'fflate';
import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { ChapterOutline } from '../../claims/outline.ts';
import type { Content } from '../../lib/content.ts';
import type { Gate } from '../gate.ts';
import { chapterCard } from '../share.ts';
import { type Built, kitOf } from './article.ts';
import { asHtml, asMarkdown, asText } from './write.ts';

/** Every form of a kit beside the archive. */
export const FORMS = ['html', 'md', 'txt'] as const;
export type Form = (typeof FORMS)[number] | 'zip';

/** Path of a chapter's kit, without base. */
export const kitPath = ({ lang, slug }: Pick<ChapterOutline, 'lang' | 'slug'>, form: Form): string => `kit/${lang}/${slug}.${form}`;

const forms = (tree: Root): Record<(typeof FORMS)[number], string> => ({ html: asHtml(tree), md: asMarkdown(tree), txt: asText(tree) });

/** The same tree with its pictures read from beside it. */
function local(tree: Root, names: ReadonlyMap<string, string>): Root {
  const copy = structuredClone(tree);
  visit(copy, 'element', (node: Element) => {
    const name = node.tagName === 'img' ? names.get(String(node.properties.src)) : undefined;
    if (name) node.properties.src = name;
  });
  return copy;
}

/**
 * The files of a kit by path. `read` gives a file of the output by its path: pictures and card, drawn before.
 * The clock of the archive's entries is the edition's.
 */
export function pack(
  chapter: ChapterOutline,
  content: Content,
  gate: Gate,
  built: Built,
  read: (path: string) => Uint8Array,
): Map<string, Uint8Array> {
  const { tree, figures, credits, checklist } = kitOf(chapter, content, built);
  const names = new Map(figures.map(({ name, picture }) => [built.address(picture), `figures/${name}.png`]));
  const alone = (list: Element): Uint8Array => strToU8(asText({ type: 'root', children: [list] }));
  const inside = forms(local(tree, names));
  // Pictures are packed already: packing them again costs time and saves nothing.
  const stored = (path: string): Zippable[string] => [read(path), { level: 0 }];
  const zip: Zippable = {
    ...Object.fromEntries(FORMS.map((form) => [`${chapter.slug}.${form}`, strToU8(inside[form])])),
    'credits.txt': alone(credits),
    'checklist.txt': alone(checklist),
    'card.jpg': stored(chapterCard(chapter, content, gate).path),
    ...Object.fromEntries(figures.map(({ name, picture }) => [`figures/${name}.png`, stored(picture)])),
  };
  const [year = 0, month = 1, day = 1] = content.site.value.edition.split('-').map(Number);
  const outside = forms(tree);
  return new Map<string, Uint8Array>([
    ...FORMS.map((form) => [kitPath(chapter, form), strToU8(outside[form])] as const),
    // The zip format keeps local time: noon of the day is that day in every time zone.
    [kitPath(chapter, 'zip'), zipSync(zip, { level: 9, mtime: new Date(year, month - 1, day, 12) })],
  ]);
}
