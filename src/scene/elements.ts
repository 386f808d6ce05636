import type { Mark, Scene } from './types.ts';

/**
 * A mark as it stands in the document: the common currency of the markup, of the differences between
 * steps, and of the player. `attrs` keeps the order in which the markup prints them.
 */
export interface El {
  key: string;
  tag: string;
  attrs: Readonly<Record<string, string>>;
  text?: string;
}

/** Roles whose inside is filled with their tone, so that a status shows as a pattern. */
const FILLED: ReadonlySet<string> = new Set(['area', 'bar', 'dot']);

const at = (x: number, y: number, scale: number): string => `translate(${x} ${y})${scale === 1 ? '' : ` scale(${scale})`}`;

function geometryAttrs({ geometry: g }: Mark): Record<string, string> {
  switch (g.kind) {
    case 'path':
      return { ...(g.x !== undefined && { transform: at(g.x, g.y ?? 0, g.scale ?? 1) }), d: g.d };
    case 'circle':
      return { cx: `${g.cx}`, cy: `${g.cy}`, r: `${g.r}` };
    case 'rect':
      return { x: `${g.x}`, y: `${g.y}`, width: `${g.width}`, height: `${g.height}`, ...(g.rx && { rx: `${g.rx}` }) };
    case 'line':
      return { x1: `${g.x1}`, y1: `${g.y1}`, x2: `${g.x2}`, y2: `${g.y2}` };
    case 'text':
      return { x: `${g.x}`, y: `${g.y}`, 'font-size': `${g.size}`, ...(g.anchor && { 'text-anchor': g.anchor }) };
    case 'use':
      return { href: `#${g.href}`, transform: at(g.x, g.y, g.scale) };
  }
}

/** The element of one mark. Styles come from classes and presentation attributes, never from `style`. */
export function element(mark: Mark): El {
  const { key, role, tone, status, opacity, halo, weight, geometry } = mark;
  const classes = [`r-${role}`, tone && `t-${tone}`, status && status !== 'established' && `s-${status}`, halo && 'halo'];
  const attrs: Record<string, string> = { class: classes.filter(Boolean).join(' '), ...geometryAttrs(mark) };
  if (role === 'gap') attrs.fill = 'url(#p-gap)';
  else if (FILLED.has(role) && status && status !== 'established') attrs.fill = `url(#p-${tone ?? 'ink'}-${status})`;
  if (weight !== undefined) attrs['stroke-width'] = `${weight}`;
  if (opacity !== undefined && opacity !== 1) attrs.opacity = `${opacity}`;
  return { key, tag: geometry.kind, attrs, ...(geometry.kind === 'text' && { text: geometry.text }) };
}

/** A scene as elements, in drawing order. Two marks with one key are an error of the figure. */
export function elements(scene: Scene): El[] {
  const seen = new Set<string>();
  for (const { key } of scene.marks) {
    if (seen.has(key)) throw new Error(`two marks share the key "${key}"`);
    seen.add(key);
  }
  return scene.marks.map(element);
}
