import type { PhrasingContent, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';

/** What stands in a line as a block of its own, or ends in one: browsers break lines before and after it, whatever is there. */
const BLOCKS = ['Fact', 'Cite', 'Term'];

const isBlock = (node: PhrasingContent): boolean => node.type === 'mdxJsxTextElement' && BLOCKS.includes(node.name ?? '');

const kept = (children: PhrasingContent[]): PhrasingContent => ({
  type: 'mdxJsxTextElement',
  name: 'span',
  attributes: [{ type: 'mdxJsxAttribute', name: 'class', value: 'kept' }],
  children,
});

/** The same words, with every block and what touches it without a space in a span of its own. */
function keptTogether(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const line: PhrasingContent[] = [];
  let run: PhrasingContent[] = [];
  const put = (node: PhrasingContent): void => {
    const last = line.at(-1);
    if (last?.type === 'text' && node.type === 'text') last.value += node.value;
    else line.push(node);
  };
  const end = (): void => {
    if (run.length > 1 && run.some(isBlock)) put(kept(run));
    else run.forEach(put);
    run = [];
  };
  for (const node of nodes) {
    if (isBlock(node)) run.push(node);
    else if (node.type !== 'text') {
      end();
      put(node);
    } else
      for (const [value] of node.value.matchAll(/[ \t\n]+|[^ \t\n]+/g)) {
        if (!/^[ \t\n]/.test(value)) run.push({ type: 'text', value });
        else {
          end();
          put({ type: 'text', value });
        }
      }
  }
  end();
  return line;
}

/**
 * Keeps on one line what is written as one: a note mark with the word it follows (`Kati.<Cite …/>`), a full stop with the
 * number or term it ends (`<Fact …/>.`), an elided article with its word (`l’<Term …>`).
 */
export function keepMarks() {
  return (tree: Root): void => {
    visit(tree, (node) => {
      if (node.type === 'mdxJsxTextElement' && node.name === 'span') return SKIP;
      if ('children' in node && node.children.some((child) => isBlock(child as PhrasingContent)))
        node.children = keptTogether(node.children as PhrasingContent[]) as typeof node.children;
      return undefined;
    });
  };
}
