/** Elements of a kit: plain HTML that any newsroom's system keeps as it is. */
import type { Element, ElementContent, Properties } from 'hast';

/** All a kit is made of. */
export const TAGS = ['p', 'h2', 'h3', 'a', 'em', 'strong', 'ul', 'ol', 'li', 'blockquote', 'figure', 'img', 'figcaption'] as const;
export type Tag = (typeof TAGS)[number];
/** What those carry: a link its address, a picture its own. */
export const ATTRIBUTES = { a: ['href'], img: ['src', 'alt', 'width', 'height'] } as const;

type Child = ElementContent | string;

export const el = (tagName: Tag, children: readonly Child[], properties: Properties = {}): Element => ({
  type: 'element',
  tagName,
  properties,
  children: children.map((child) => (typeof child === 'string' ? { type: 'text', value: child } : child)),
});

export const link = (href: string, ...children: readonly Child[]): Element => el('a', children, { href });

/** The words of a node, as they stand. */
export const textOf = (node: ElementContent | { children: readonly ElementContent[] }): string => {
  if ('children' in node) return node.children.map(textOf).join('');
  return node.type === 'text' ? node.value : '';
};
