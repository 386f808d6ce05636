/** Reading what the checks ask of one page's tree. */
import { select, selectAll } from 'hast-util-select';

type Tree = Parameters<typeof selectAll>[1] & object;
type Element = ReturnType<typeof selectAll>[number];

/** A picture that says nothing to those who do not see it; `decoration` has an empty `alt`, which is right only there. */
export interface Nameless {
  kind: 'img' | 'decoration' | 'svg';
  /** What it is, as near as its markup says. */
  what: string;
}
/** Addresses of the same page, by language. */
export type Alternates = ReadonlyMap<string, string>;

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
const words = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : text(value).split(/\s+/).filter(Boolean));

/** `meta` elements by name or property. */
export const metaOf = (tree: Tree): ReadonlyMap<string, string> =>
  new Map(
    selectAll('meta', tree)
      .map(({ properties: p }) => [text(p.name) || text(p.property), text(p.content)] as const)
      .filter(([name]) => name)
      .reverse(),
  );

/** The page in each language, without `x-default`. */
export const alternatesOf = (tree: Tree): Alternates =>
  new Map(
    selectAll('link[rel=alternate][hreflang]', tree)
      .map(({ properties: p }) => [text(p.hrefLang), text(p.href)] as const)
      .filter(([lang]) => lang !== 'x-default'),
  );

/** Whether a drawing has a name: a label, a title, or words elsewhere that it points at. */
function named(tree: Tree, { properties: p, children }: Element): boolean {
  if (text(p.ariaLabel)) return true;
  const ids = words(p.ariaLabelledBy);
  if (ids.length) return ids.every((id) => select(`[id="${id}"]`, tree));
  return children.some((c) => c.type === 'element' && c.tagName === 'title' && c.children.length > 0);
}

/** Pictures and drawings of a page, and those of them that are shown to everybody and named to nobody. */
export function namelessOf(tree: Tree): { pictures: number; nameless: Nameless[] } {
  const images = selectAll('img', tree);
  const drawings = selectAll('svg', tree).filter((svg) => text(svg.properties.ariaHidden) !== 'true');
  // What stands inside a picture that has a name, or is hidden as a whole, needs none of its own.
  const covered = new Set(selectAll('[aria-hidden=true] svg, [role=img][aria-label] svg, svg svg, [aria-hidden=true] img', tree));
  return {
    pictures: images.length + drawings.length,
    nameless: [
      ...images
        .filter((img) => !covered.has(img) && !text(img.properties.alt))
        .map(({ properties: p }) => ({ kind: p.alt === '' ? ('decoration' as const) : ('img' as const), what: text(p.src) })),
      ...drawings
        .filter((svg) => !covered.has(svg) && !named(tree, svg))
        .map((svg) => ({ kind: 'svg' as const, what: words(svg.properties.className).join(' ') || 'a drawing' })),
    ],
  };
}
