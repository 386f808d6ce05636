/** The whole of the print edition as files of an e-book: one a part, links leading from file to file. */
import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { toXast } from 'hast-util-to-xast';
import { toString as wordsOf } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { toXml } from 'xast-util-to-xml';
import type { Lang } from '../../src/scene/types.ts';

type Root = ReturnType<typeof fromHtml>;
type Element = Extract<Root['children'][number], { type: 'element' }>;

export interface Anchor {
  /** File and anchor, for the table of contents. */
  href: string;
  words: string;
}

/** A part of the book. */
export interface Part extends Anchor {
  /** Name of its file without extension; the id of the part on the print page. */
  name: string;
  xhtml: string;
  sections: Anchor[];
  figures: Anchor[];
  /** Steps whose drawings it shows. */
  steps: string[];
}

/** What a part is, in the words of the EPUB structural vocabulary. */
const TYPES: Readonly<Record<string, string>> = { title: 'titlepage', notes: 'endnotes', sources: 'bibliography', colophon: 'colophon' };

const classes = ({ properties }: Element): string[] => (Array.isArray(properties.className) ? properties.className.map(String) : []);

/** What the vocabulary calls an element, if anything. */
function typeOf(element: Element, part: string): string | undefined {
  if (element.properties.dataPart) return TYPES[part] ?? (part.startsWith('chapter-') ? 'chapter' : undefined);
  if (classes(element).includes('noteref')) return 'noteref';
  if (part === 'notes' && element.tagName === 'li') return 'endnote';
  if (part !== 'glossary') return undefined;
  return { dl: 'glossary', dt: 'glossterm', dd: 'glossdef' }[element.tagName];
}

/** The picture of a step as an image file; its alternative is the drawing's own name. */
function pictureOf(step: Element): void {
  const svg = select('svg', step);
  const frame = select('.p-picture', step);
  if (!svg || !frame) throw new Error(`e-book: step ${step.properties.id} has no picture`);
  const alt = String(svg.properties.ariaLabel ?? '');
  if (!alt) throw new Error(`e-book: the picture of step ${step.properties.id} has no name`);
  frame.children = [{ type: 'element', tagName: 'img', properties: { src: `img/${step.properties.id}.svg`, alt }, children: [] }];
}

const file = (lang: Lang, title: string, body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${lang}" xml:lang="${lang}">\n<head><title>${title}</title><link rel="stylesheet" type="text/css" href="book.css"/></head>\n<body>${body}</body>\n</html>\n`;

/** A file of the book around markup that is XML already; `title` is plain text. */
export const xhtmlFile = (lang: Lang, title: string, body: string): string => file(lang, toXml({ type: 'text', value: title }), body);

/**
 * Parts in the order of the page `html`, built under `base`; links to other pages of the site become full addresses
 * under `site`. The page's own contents are left out: a book has them as navigation. Throws on a link to nowhere.
 */
export function partsOf(html: string, lang: Lang, base: string, site: string): Part[] {
  const root = fromHtml(html);
  const nameOf = (part: Element): string => String(part.properties.dataPart);
  const elements = (selectAll('[data-part]', root) as Element[]).filter((part) => nameOf(part) !== 'contents');
  const homes = new Map(
    elements.flatMap((part) => [part, ...selectAll('[id]', part)].map((e) => [String(e.properties.id), nameOf(part)] as const)),
  );
  const linked = (href: string, part: string): string => {
    if (href.startsWith('#')) {
      const home = homes.get(href.slice(1));
      if (!home) throw new Error(`e-book: ${part} links to ${href}, which is not in the book`);
      return home === part ? href : `${home}.xhtml${href}`;
    }
    return href.startsWith(base) ? new URL(href, site).href : href;
  };
  return elements.map((part) => {
    const name = nameOf(part);
    // A step whose figure may not be shown has words alone.
    const steps = (selectAll('.p-step', part) as Element[]).filter((step) => select('svg', step));
    for (const step of steps) pictureOf(step);
    visit(part, 'element', (element: Element, index, parent) => {
      const { properties } = element;
      // Room to scroll a wide table in is the site's; a book's pages are the reader's.
      if (classes(element).includes('table-scroll') && parent && index !== undefined) {
        parent.children.splice(index, 1, ...element.children);
        return [SKIP, index];
      }
      const type = typeOf(element, name);
      if (type) properties['epub:type'] = type;
      if (properties.lang) properties.xmlLang = properties.lang;
      if (typeof properties.href === 'string') properties.href = linked(properties.href, name);
      return undefined;
    });
    const anchor = (element: Element, id = element.properties.id): Anchor => ({ href: `${name}.xhtml#${id}`, words: wordsOf(element) });
    const title = wordsOf(select('h1', part));
    return {
      name,
      href: `${name}.xhtml`,
      words: title,
      xhtml: xhtmlFile(lang, title, toXml(toXast(part))),
      sections: (selectAll('.prose > h2', part) as Element[]).map((h) => anchor(h)),
      figures: (selectAll('.p-scene > h3', part) as Element[]).map((h) => anchor(h)),
      steps: steps.map((s) => String(s.properties.id)),
    };
  });
}
