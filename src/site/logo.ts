/** What a logo may be made of. It is shown as a picture, where browsers run nothing; opened by itself it must be as harmless. */
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import type { Problem } from '../lib/problem.ts';

const ELEMENTS = new Set(
  'svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan lineargradient radialgradient stop clippath mask pattern'.split(
    ' ',
  ),
);

/** Everything in an SVG that could run, or fetch from elsewhere, or that a strict policy would not let through. */
export function logoProblems(svg: string, at: { file: string; line: number }): Problem[] {
  const problems: Problem[] = [];
  const add = (found: string, hint: string): void => {
    problems.push({
      ...at,
      rule: 'logo',
      found,
      allowed: 'an SVG of plain shapes, without script, style or anything from elsewhere',
      hint,
    });
  };
  // What only an XML parser acts upon, and an HTML parser passes over.
  if (/<!ENTITY|<!DOCTYPE[^>]*\[/i.test(svg)) add('a DOCTYPE with entities', 'Take the DOCTYPE out.');
  if (/<\?(?!xml\s)/i.test(svg)) add('a processing instruction', 'Take lines that begin with <? out, but for the first.');
  const tree = fromHtml(svg.replace(/^\s*<\?xml[^>]*\?>/, '').replace(/<!DOCTYPE[^>]*>/i, ''), { fragment: true });
  const [root] = tree.children.filter((n) => n.type === 'element');
  if (root?.tagName !== 'svg' || !root.properties.viewBox) add('no svg element with a viewBox', 'Export the logo as plain SVG.');
  visit(tree, 'element', ({ tagName, properties }) => {
    if (!ELEMENTS.has(tagName.toLowerCase())) add(`<${tagName}>`, 'Export it as plain SVG; turn styles into attributes.');
    for (const [name, value] of Object.entries(properties)) {
      const words = String(value);
      if (/^on/i.test(name)) add(`an attribute ${name} on <${tagName}>`, 'Take the script out.');
      else if (name === 'style') add(`style="${words.slice(0, 40)}"`, 'Turn it into attributes such as fill.');
      else if (/href$/i.test(name) && !words.startsWith('#'))
        add(`${name}="${words.slice(0, 40)}"`, 'Only parts of the logo itself can be used.');
      else if (/url\(\s*['"]?(?!['"]?#)/i.test(words)) add(`${name}="${words.slice(0, 40)}"`, 'Only parts of the logo itself can be used.');
    }
  });
  return problems;
}
