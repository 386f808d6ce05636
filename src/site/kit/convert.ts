/**
 * A built chapter made plain: what the page does with components stands here in paragraphs, quotations and lists. What
 * this file does not know stops the build, so that nothing of a chapter is lost on its way.
 */
import type { Element, ElementContent } from 'hast';
import { select, selectAll } from 'hast-util-select';
import { el, link, type Tag, textOf } from './tree.ts';

/** What conversion needs to know of the page it comes from. */
export interface Source {
  /** Full address of the page: links are resolved against it. */
  page: string;
  /** The number of a fact's note in the kit. */
  note(fact: string): number;
  /** The figure that stands in a scene, as a kit shows it. */
  figure(name: string, scene: Element): Element;
}

const classes = (node: Element): readonly string[] =>
  Array.isArray(node.properties.className) ? node.properties.className.map(String) : [];
const has = (node: Element, name: string): boolean => classes(node).includes(name);

/** Words for screen readers that only explain a control, the controls themselves, and what moves the figures. */
const isFurniture = (node: Element): boolean =>
  ['script', 'style', 'svg', 'template'].includes(node.tagName) ||
  ['vh', 'mark-link', 'fig-foot'].some((name) => has(node, name)) ||
  (node.tagName === 'button' && !has(node, 'mark') && !has(node, 'term'));

const KEPT: Readonly<Record<string, Tag>> = {
  p: 'p',
  h2: 'h2',
  h3: 'h3',
  em: 'em',
  i: 'em',
  cite: 'em',
  strong: 'strong',
  b: 'strong',
  ul: 'ul',
  ol: 'ol',
  li: 'li',
  blockquote: 'blockquote',
};
/** Tags whose words stand without them. */
const OPENED = ['span', 'div', 'sup', 'time', 'abbr', 'q', 'article', 'section', 'small'];

/** The mark of a note: the number itself in the text, then `[n]`. */
function mark(node: Element, from: Source): ElementContent[] {
  const fact = String(node.properties.popoverTarget ?? node.properties.popovertarget ?? '').replace(/^n-/, '');
  const words = node.children.filter((c) => !(c.type === 'element' && (c.tagName === 'sup' || has(c, 'vh'))));
  return [...words.flatMap((c) => plain(c, from)), { type: 'text', value: `[${from.note(fact)}]` }];
}

/** A box of the page: its heading, and its words set off. */
function box(node: Element, from: Source): ElementContent[] {
  const inner = (part: Element): ElementContent[] => part.children.flatMap((c) => plain(c, from));
  if (has(node, 'content-note'))
    return [el('blockquote', inner({ ...node, children: node.children.filter((c) => !(c.type === 'element' && c.tagName === 'a')) }))];
  const title = select('.box-title', node);
  if (!title) throw new Error('a box of the chapter has no title');
  const heading = el('h3', [textOf(title)]);
  const rest = { ...node, children: node.children.filter((c) => c !== title) };
  if (!has(node, 'both-sides')) return [heading, el('blockquote', inner(rest))];
  return [
    heading,
    ...selectAll('.side', node).map((side) => {
      const who = select('.side-who', side);
      if (!who) throw new Error('a side of the chapter has no name');
      return el('blockquote', [
        el('p', [el('strong', [textOf(who)])]),
        ...inner({ ...side, children: side.children.filter((c) => c !== who) }),
      ]);
    }),
  ];
}

/** Drops what is only white space between blocks. */
const dense = (children: ElementContent[]): ElementContent[] => children.filter((c) => c.type !== 'text' || /\S/.test(c.value));

/** No white space at the edges of a block: Markdown would have to spell it out. */
function trimmed(children: ElementContent[]): ElementContent[] {
  const at = (index: number, cut: (text: string) => string): void => {
    const node = children.at(index);
    if (node?.type === 'text') node.value = cut(node.value);
  };
  at(0, (text) => text.replace(/^ +/, ''));
  at(-1, (text) => text.replace(/ +$/, ''));
  return children.filter((c) => c.type !== 'text' || c.value !== '');
}

/** One node of the page as nodes of a kit. Throws on a tag it does not know. */
export function plain(node: ElementContent, from: Source): ElementContent[] {
  if (node.type === 'text') return [{ type: 'text', value: node.value.replace(/[ \t\r\n]+/g, ' ') }];
  if (node.type !== 'element' || isFurniture(node)) return [];
  const inside = (): ElementContent[] => node.children.flatMap((c) => plain(c, from));
  if (has(node, 'mark')) return mark(node, from);
  if (has(node, 'term')) return inside();
  if (node.tagName === 'a') return [link(new URL(String(node.properties.href), from.page).href, ...inside())];
  if (node.tagName === 'aside') return box(node, from);
  if (node.properties.dataScene !== undefined)
    return [
      from.figure(String(node.properties.dataScene), node),
      ...selectAll('.steps > *', node).flatMap((step) => dense(plain(step, from))),
    ];
  const tag = KEPT[node.tagName];
  if (tag) {
    const children = ['ul', 'ol', 'blockquote'].includes(tag) ? dense(inside()) : trimmed(inside());
    return children.length > 0 ? [el(tag, children)] : [];
  }
  if (OPENED.includes(node.tagName)) return inside();
  throw new Error(
    `the republishing kit does not know what to do with <${node.tagName} class="${classes(node).join(' ')}">; see src/site/kit/convert.ts`,
  );
}

/** The blocks inside an element, without the white space between them. */
export const blocksOf = (node: Element, from: Source): ElementContent[] => dense(node.children.flatMap((c) => plain(c, from)));
