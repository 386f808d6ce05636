/** A kit's tree as HTML, Markdown and plain text. */
import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { BlockContent, List, PhrasingContent, RootContent } from 'mdast';
import { toMarkdown } from 'mdast-util-to-markdown';
import { textOf } from './tree.ts';

/** HTML with a line a block. Letters outside ASCII are written as references: a fragment cannot say its encoding. */
export const asHtml = (tree: Root): string =>
  `${tree.children.map((child) => toHtml(child)).join('\n')}\n`.replace(/[^\0-\x7f]/gu, (c) => `&#${c.codePointAt(0)};`);

const isBlock = (node: ElementContent): node is Element =>
  node.type === 'element' && ['p', 'h2', 'h3', 'ul', 'ol', 'li', 'blockquote', 'figure'].includes(node.tagName);

function phrasing(node: ElementContent): PhrasingContent[] {
  if (node.type === 'text') return [{ type: 'text', value: node.value }];
  if (node.type !== 'element') return [];
  const children = node.children.flatMap(phrasing);
  if (node.tagName === 'em') return [{ type: 'emphasis', children }];
  if (node.tagName === 'strong') return [{ type: 'strong', children }];
  if (node.tagName === 'a') return [{ type: 'link', url: String(node.properties.href), children }];
  if (node.tagName === 'img') return [{ type: 'image', url: String(node.properties.src), alt: String(node.properties.alt) }];
  throw new Error(`a kit holds no <${node.tagName}> inside a line`);
}

/** Blocks as they stand; runs of words between them become paragraphs. */
function flow(children: readonly ElementContent[]): BlockContent[] {
  const blocks: BlockContent[] = [];
  let run: ElementContent[] = [];
  const close = (): void => {
    if (run.some((c) => textOf(c).trim() || c.type === 'element')) blocks.push({ type: 'paragraph', children: run.flatMap(phrasing) });
    run = [];
  };
  for (const child of children) {
    if (!isBlock(child)) run.push(child);
    else {
      close();
      blocks.push(...block(child));
    }
  }
  close();
  return blocks;
}

function block(node: Element): BlockContent[] {
  const { tagName, children } = node;
  if (tagName === 'h2' || tagName === 'h3')
    return [{ type: 'heading', depth: tagName === 'h2' ? 2 : 3, children: children.flatMap(phrasing) }];
  if (tagName === 'p') return [{ type: 'paragraph', children: children.flatMap(phrasing) }];
  if (tagName === 'blockquote') return [{ type: 'blockquote', children: flow(children) }];
  if (tagName === 'figure')
    return children.map((c) => ({
      type: 'paragraph',
      children: c.type === 'element' && c.tagName === 'figcaption' ? c.children.flatMap(phrasing) : phrasing(c),
    }));
  const items = children.flatMap((c) =>
    c.type === 'element' ? [{ type: 'listItem' as const, spread: false, children: flow(c.children) }] : [],
  );
  const list: List = { type: 'list', ordered: tagName === 'ol', spread: false, children: items };
  return [list];
}

/** Markdown (CommonMark). */
export const asMarkdown = (tree: Root): string =>
  toMarkdown({ type: 'root', children: flow(tree.children as ElementContent[]) as RootContent[] }, { bullet: '-', emphasis: '_' });

/** The words of a line; a link's address follows where the words are not the address. */
function line(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element') return '';
  if (node.tagName === 'img') return `[${String(node.properties.alt)} ${String(node.properties.src)}]`;
  const words = node.children.map(line).join('');
  const href = String(node.properties.href ?? '');
  return node.tagName === 'a' && href !== words ? `${words} <${href}>` : words;
}

function text(node: ElementContent, indent: string): string[] {
  if (!isBlock(node)) return [indent + line(node).trim()];
  const { tagName, children } = node;
  if (tagName === 'h2' || tagName === 'h3') {
    const words = children.map(line).join('');
    return [`${words}\n${(tagName === 'h2' ? '=' : '-').repeat(words.length)}`];
  }
  if (tagName === 'blockquote') return children.flatMap((c) => text(c, `${indent}    `));
  if (tagName === 'figure') return children.map((c) => indent + line(c).trim());
  if (tagName === 'ul' || tagName === 'ol')
    return [
      children
        .flatMap((item, i) => {
          if (item.type !== 'element') return [];
          const name = tagName === 'ol' ? `${i + 1}. ` : '- ';
          const rows = item.children.some(isBlock)
            ? item.children.flatMap((c) => text(c, '').join('\n').split('\n'))
            : [item.children.map(line).join('')];
          return [indent + name + rows.map((row, k) => (k === 0 ? row : indent + ' '.repeat(name.length) + row)).join('\n')];
        })
        .join('\n'),
    ];
  return [indent + children.map(line).join('').trim()];
}

/** Plain text, UTF-8: a block a paragraph, nothing broken inside a line. */
export const asText = (tree: Root): string => `${(tree.children as ElementContent[]).flatMap((c) => text(c, '')).join('\n\n')}\n`;
