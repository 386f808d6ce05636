/**
 * The style sheet of the figures, read at build: a picture that leaves the site takes its looks along as attributes,
 * from the same rules that dress it on the page.
 */
import postcss, { type Rule } from 'postcss';

/** What a selector can be matched against: one element, and the one it stands in. */
export interface Styled {
  tag: string;
  classes: readonly string[];
  /** Presentation attributes it already has. */
  attrs: Readonly<Record<string, string>>;
  parent?: { tag: string; classes: readonly string[] };
}

interface Part {
  test(element: Pick<Styled, 'tag' | 'classes'> & { attrs?: Readonly<Record<string, string>> }): boolean;
  weight: number;
}
interface Matcher {
  target: Part;
  parent: Part | undefined;
  weight: number;
  declarations: readonly (readonly [string, string])[];
}

export interface Sheet {
  /** Custom properties of `:root`, light theme. */
  tokens: ReadonlyMap<string, string>;
  rules: readonly Matcher[];
}

const SIMPLE = /^(?:\.([\w-]+)|\[class\*="([^"]+)"\]|:not\(\[class\*="([^"]+)"\]\)|:not\(\[([\w-]+)\]\)|(\w+))/;

/** One compound selector such as `.r-ring.s-reported` or `.r-bar:not([fill])`. Throws on anything it does not know. */
function compound(text: string, selector: string): Part {
  const tests: Part['test'][] = [];
  let rest = text;
  let weight = 0;
  while (rest) {
    const found = SIMPLE.exec(rest);
    if (!found)
      throw new Error(`styles: "${rest}" of "${selector}" is a kind of selector that src/scene/css.ts does not know; add it there`);
    const [all, name, holds, lacks, without, tag] = found;
    if (name) tests.push((e) => e.classes.includes(name));
    else if (holds) tests.push((e) => e.classes.join(' ').includes(holds));
    else if (lacks) tests.push((e) => !e.classes.join(' ').includes(lacks));
    else if (without) tests.push((e) => e.attrs?.[without] === undefined);
    else tests.push((e) => e.tag === tag);
    weight += tag ? 1 : 10;
    rest = rest.slice(all.length);
  }
  return { test: (e) => tests.every((t) => t(e)), weight };
}

function matchers(rule: Rule, order: number): Matcher[] {
  const declarations = rule.nodes.flatMap((n) => (n.type === 'decl' ? [[n.prop, n.value] as const] : []));
  return rule.selectors.flatMap((selector) => {
    // How marks move is the page's business.
    if (selector.includes('>')) return [];
    const [last = '', before, ...more] = selector.split(/\s+/).reverse();
    if (more.length) throw new Error(`styles: "${selector}" reaches deeper than src/scene/css.ts can follow`);
    const [target, parent] = [compound(last, selector), before ? compound(before, selector) : undefined];
    return [{ target, parent, declarations, weight: (target.weight + (parent?.weight ?? 0)) * 10_000 + order }];
  });
}

/** Reads the tokens of `:root` and every rule outside media queries. */
export function readSheet(tokensCss: string, sceneCss: string): Sheet {
  const tokens = new Map<string, string>();
  postcss.parse(tokensCss).each((node) => {
    if (node.type === 'rule' && node.selector === ':root') for (const n of node.nodes) if (n.type === 'decl') tokens.set(n.prop, n.value);
  });
  const rules: Matcher[] = [];
  postcss.parse(sceneCss).each((node) => {
    if (node.type === 'rule') rules.push(...matchers(node, rules.length));
  });
  return { tokens, rules: rules.sort((a, b) => a.weight - b.weight) };
}

/** Properties that a picture keeps; the others belong to the page. */
const KEPT = /^(?:fill|stroke|stroke-width|stroke-dasharray|stroke-linejoin|stroke-linecap|paint-order|font-family|font-weight)$/;

/** What the sheet says of an element, as attributes with every variable filled in. `tone` is the `--c` it inherits. */
export function attributesOf(
  element: Styled,
  { tokens, rules }: Sheet,
  tone = 'var(--ink)',
): { attrs: Record<string, string>; tone: string } {
  const said = new Map<string, string>();
  for (const { target, parent, declarations } of rules) {
    if (!target.test(element)) continue;
    if (parent && !(element.parent && parent.test(element.parent))) continue;
    for (const [name, value] of declarations) said.set(name, value);
  }
  const own = said.get('--c') ?? tone;
  const fill = (value: string): string =>
    value.replace(/var\((--[\w-]+)(?:,\s*([^)]+\)?))?\)/g, (_all, name: string) => (name === '--c' ? fill(own) : (tokens.get(name) ?? '')));
  const attrs = Object.fromEntries(
    [...said].filter(([name]) => KEPT.test(name)).map(([name, value]) => [name, fill(value).replace(/px$/, '')]),
  );
  return { attrs, tone: own };
}

/** A style sheet without comments, line breaks and needless spaces. Values are left as they are written. */
export function compactCss(css: string): string {
  const sheet = postcss.parse(css);
  sheet.walkComments((comment) => {
    comment.remove();
  });
  sheet.walk((node) => {
    node.raws.before = '';
    if (node.type === 'decl') node.raws.between = ':';
    else if (node.type !== 'comment') node.raws.between = '';
    if ('nodes' in node) Object.assign(node.raws, { after: '', semicolon: false });
    if (node.type === 'rule') node.selector = node.selector.replace(/\s*,\s*/g, ',').replace(/\s+/g, ' ');
    if (node.type === 'decl') node.value = node.value.replace(/\s*,\s+/g, ',').replace(/\s+/g, ' ');
  });
  return sheet.toString().trim();
}
