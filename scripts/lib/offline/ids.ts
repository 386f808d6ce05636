/** Several pages in one document: whose ids are whose. */
import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';

/** Attributes that name ids of the same page, separated by spaces. */
const NAMING = ['popoverTarget', 'ariaLabelledBy', 'ariaDescribedBy', 'ariaControls', 'htmlFor'] as const;

/** Every id in a tree, in order. */
export function idsOf(tree: Root | Element): string[] {
  const ids: string[] = [];
  visit(tree, 'element', ({ properties: { id } }) => {
    if (typeof id === 'string') ids.push(id);
  });
  return ids;
}

/**
 * New names for the ids of parts that come to stand in one document: an id of one part alone keeps its name, one of
 * several is put behind its part's, and so are the numbers of paragraphs, which every chapter counts from 1.
 */
export function renamed(parts: ReadonlyMap<string, readonly string[]>): Map<string, Map<string, string>> {
  const count = new Map<string, number>();
  for (const ids of parts.values()) for (const id of new Set(ids)) count.set(id, (count.get(id) ?? 0) + 1);
  return new Map(
    [...parts].map(([part, ids]) => [
      part,
      new Map(ids.map((id) => [id, (count.get(id) ?? 0) > 1 || /^p\d+$/.test(id) ? `${part}-${id}` : id])),
    ]),
  );
}

/** Gives a part its new ids, and everything in it that names them. Ids that stand elsewhere are left alone. */
export function rename(tree: Root | Element, names: ReadonlyMap<string, string>): void {
  const now = (id: string): string => names.get(id) ?? id;
  visit(tree, 'element', ({ properties }) => {
    if (typeof properties.id === 'string') properties.id = now(properties.id);
    for (const attribute of NAMING) {
      const value = properties[attribute] as string | string[] | undefined;
      if (value !== undefined) properties[attribute as string] = (Array.isArray(value) ? value : value.split(' ')).map(now).join(' ');
    }
    const { href } = properties;
    if (typeof href === 'string' && href.startsWith('#')) properties.href = `#${now(href.slice(1))}`;
  });
}
