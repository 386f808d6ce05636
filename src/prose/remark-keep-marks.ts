import type { Parent, PhrasingContent, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';

/** Keeps a note mark on the line of the word it follows: `Kati.<Cite …/>` never leaves its number alone on the next line. */
export function keepMarks() {
  return (tree: Root): void => {
    visit(tree, (node, index, parent) => {
      if (node.type !== 'mdxJsxTextElement' || node.name !== 'Cite' || !parent || index === undefined || index === 0) return;
      const before = (parent as Parent).children[index - 1];
      if (before?.type !== 'text') return;
      const word = /\S+$/.exec(before.value)?.[0];
      if (!word) return;
      before.value = before.value.slice(0, -word.length);
      const attributes = [{ type: 'mdxJsxAttribute', name: 'class', value: 'kept' }];
      const kept = {
        type: 'mdxJsxTextElement',
        name: 'span',
        attributes,
        children: [{ type: 'text', value: word }, node],
      } as unknown as PhrasingContent;
      (parent as Parent).children.splice(index, 1, kept);
      return [SKIP, index + 1];
    });
  };
}
