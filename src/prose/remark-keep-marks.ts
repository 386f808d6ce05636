import type { Parent, PhrasingContent, Root, Text } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';

const kept = (...children: unknown[]): PhrasingContent =>
  ({
    type: 'mdxJsxTextElement',
    name: 'span',
    attributes: [{ type: 'mdxJsxAttribute', name: 'class', value: 'kept' }],
    children,
  }) as unknown as PhrasingContent;

/**
 * Keeps a note mark on the line of what it follows, and a full stop on the line of the number it ends:
 * `Kati.<Cite …/>` never leaves its mark alone on the next line, nor `<Fact …/>.` its stop.
 */
export function keepMarks() {
  return (tree: Root): void => {
    visit(tree, (node, index, parent) => {
      if (node.type !== 'mdxJsxTextElement' || !parent || index === undefined) return;
      const { children } = parent as Parent;
      if (node.name === 'Fact') {
        const after = children[index + 1];
        const stop = after?.type === 'text' ? /^[\u202f\u00a0]?[.,;:!?)]+/.exec(after.value)?.[0] : undefined;
        if (!stop) return;
        (after as Text).value = (after as Text).value.slice(stop.length);
        children.splice(index, 1, kept(node, { type: 'text', value: stop }));
        return [SKIP, index + 1];
      }
      if (node.name !== 'Cite') return;
      const before = children[index - 1];
      if (before?.type !== 'text') return;
      const word = /\S+$/.exec(before.value)?.[0];
      if (!word) return;
      before.value = before.value.slice(0, -word.length);
      children.splice(index, 1, kept({ type: 'text', value: word }, node));
      return [SKIP, index + 1];
    });
  };
}
