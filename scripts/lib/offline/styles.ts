/** Style sheets of the offline editions: no file beside them, and nothing in them that the pages do not use. */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import postcss, { type ChildNode } from 'postcss';

const FACE = /@font-face\s*{[^}]*}/g;
const FONT = /url\(["']?([^"')]+\.woff2)["']?\)/;

/** A built style sheet with its fonts written into it: browsers refuse fonts from `file://`. `astro`: the folder of built assets. */
export function withFonts(css: string, astro: string): string {
  return css.replace(FACE, (face) => {
    const address = FONT.exec(face)?.[1];
    if (address === undefined) throw new Error(`a font without a file: ${face}`);
    const bytes = readFileSync(join(astro, basename(address)));
    // What is at hand is never late: no need to do without.
    return face
      .replace(FONT, `url(data:font/woff2;base64,${bytes.toString('base64')})`)
      .replace(/font-display:\s*optional/, 'font-display:block');
  });
}

/**
 * The rules that a page can meet: those whose classes stand in its class attributes, or anywhere in its `code` (script
 * and data). What its prose says names no class. Fonts are left to the system.
 */
export function usedBy(markup: string, code: string, css: string): string {
  const words = (text: string): string[] => text.match(/[\w-]+/g) ?? [];
  const inMarkup = [...markup.matchAll(/\sclass=(?:"([^"]*)"|([^\s">]+))/g)].flatMap((m) => words(m[1] ?? m[2] ?? ''));
  const classes = new Set([...inMarkup, ...words(code)]);
  const meets = (selector: string): boolean =>
    [...selector.replace(/:not\([^)]*\)/g, '').matchAll(/\.(-?[a-z_][\w-]*)/gi)].every(([, name = '']) => classes.has(name));
  const root = postcss.parse(css.replace(FACE, ''));
  root.walkRules((rule) => {
    if (rule.parent?.type === 'atrule' && 'name' in rule.parent && rule.parent.name === 'keyframes') return;
    const kept = rule.selectors.filter(meets);
    if (kept.length === 0) rule.remove();
    else if (kept.length < rule.selectors.length) rule.selectors = kept;
  });
  const empty = (node: ChildNode): boolean => node.type === 'atrule' && node.nodes?.length === 0;
  root.walkAtRules((rule) => {
    if (empty(rule)) rule.remove();
  });
  return root.toString();
}
