/** Sources stand once in the edition of one file: figures and notes point to one list at its end. */
import type { Element, Root } from 'hast';
import { select, selectAll } from 'hast-util-select';
import { toHtml } from 'hast-util-to-html';
import { visit } from 'unist-util-visit';
import { hasClass, prune, wordsOf } from './tree.ts';

/** The list, growing: each source as markup, in order of first appearance. */
export class SourceList {
  readonly #numbers = new Map<string, number>();
  readonly #linked = new Set<number>();

  /** The number of a source given as the children of its list item. */
  number(item: Element): number {
    const markup = toHtml(item.children);
    const number = this.#numbers.get(markup) ?? this.#numbers.size + 1;
    this.#numbers.set(markup, number);
    return number;
  }

  /** A link to a source of the list. */
  link(number: number, words: string): Element {
    this.#linked.add(number);
    return { type: 'element', tagName: 'a', properties: { href: `#s${number}` }, children: [{ type: 'text', value: words }] };
  }

  /** The items of the list as markup. Those that only tables name get their id from the script, with the links to them. */
  get html(): string {
    return [...this.#numbers].map(([markup, n]) => `<li${this.#linked.has(n) ? ` id="s${n}"` : ''}>${markup}</li>`).join('');
  }
}

/** Takes the list from under each figure; the numbers in its table become those of the one list. Script makes links of them (story/one-file.ts). */
function fromFigures(tree: Root | Element, sources: SourceList): void {
  for (const foot of selectAll('.fig-foot', tree)) {
    const numbers = new Map(selectAll('.source-list > li', foot).map((li) => [`#${li.properties.id}`, sources.number(li)]));
    prune(foot, (element) => hasClass(element, 'source-list'));
    visit(foot, 'element', (node, index, parent) => {
      const number = numbers.get(String(node.properties.href));
      if (number !== undefined && parent && index !== undefined) parent.children[index] = { type: 'text', value: String(number) };
    });
  }
}

/** The words before the first link or title: who published it. */
function publisherOf(item: Element): string {
  const [first] = item.children;
  const words = first?.type === 'text' ? first.value.replace(/,\s*$/, '').trim() : '';
  if (!words) throw new Error(`a source without a publisher: ${wordsOf(item)}`);
  return words;
}

/** In each note a source is its publisher and number; the list says the rest, and with script the note does too. */
function fromNotes(tree: Root | Element, sources: SourceList): void {
  for (const note of selectAll('.note', tree)) {
    const list = select('ul', note);
    for (const item of list ? selectAll('li', list) : []) {
      const number = sources.number(item);
      item.children = [sources.link(number, publisherOf(item)), { type: 'text', value: ` [${number}]` }];
    }
  }
}

/** Moves every source of a part to the list. */
export function gatherSources(tree: Root | Element, sources: SourceList): void {
  fromFigures(tree, sources);
  fromNotes(tree, sources);
}
