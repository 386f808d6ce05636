import type { Heading, Paragraph, Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** The permanent id an author writes at the end of a paragraph or heading: ` ^p12`. The space before it is trimmed by whoever takes it off. */
export const ID_MARK = /\^([a-z][a-z0-9-]*)\s*$/;

/** Moves ` ^id` from the end of paragraphs and headings into their `id`, so that each can be cited. */
export function paragraphIds() {
  return (tree: Root): void => {
    visit(tree, ['paragraph', 'heading'], (node) => {
      const block = node as Paragraph | Heading;
      const last = block.children.at(-1);
      if (last?.type !== 'text') return;
      const mark = ID_MARK.exec(last.value);
      if (!mark) return;
      last.value = last.value.slice(0, mark.index).trimEnd();
      block.data = { ...block.data, hProperties: { id: mark[1] } } as never;
    });
  };
}
