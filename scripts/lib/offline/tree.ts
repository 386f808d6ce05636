/** Small things done to trees of HTML. */
import type { Element, Root } from 'hast';
import { select } from 'hast-util-select';
import { SKIP, visit } from 'unist-util-visit';

/** Takes out every element that is not wanted, with all it holds. */
export function prune(tree: Root | Element, unwanted: (element: Element) => boolean): void {
  visit(tree, 'element', (node, index, parent) => {
    if (!parent || index === undefined || !unwanted(node)) return undefined;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
}

/** The text of a node, as it is read. */
export function wordsOf(tree: Root | Element): string {
  let words = '';
  visit(tree, 'text', ({ value }) => {
    words += value;
  });
  return words;
}

/** The one element that must be there. */
export function must(selector: string, tree: Root | Element): Element {
  const found = select(selector, tree);
  if (!found) throw new Error(`nothing matches ${selector}: the pages changed, and the offline editions must follow`);
  return found;
}

export const hasClass = ({ properties: { className } }: Element, name: string): boolean =>
  Array.isArray(className) && className.includes(name);
