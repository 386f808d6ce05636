import { estimateWidth } from '../../src/scene/marks.ts';
import type { Mark } from '../../src/scene/types.ts';

/** Points a path passes through: the end of each absolute command, control points included. */
function pathPoints(d: string): [number, number][] {
  const out: [number, number][] = [];
  for (const [, command = '', body = ''] of d.matchAll(/([MLCQTSA])([^A-Za-z]*)/g)) {
    const n = [...body.matchAll(/-?\d*\.?\d+(?:e-?\d+)?/g)].map(Number);
    const pair = command === 'A' ? 7 : 2;
    for (let i = pair - 2; i < n.length - 1; i += pair) out.push([n[i] as number, n[i + 1] as number]);
  }
  return out;
}

/** The box of a mark in frame units; words by estimate. The base map may run past the sheet. */
export function boundsOf({ role, geometry: g }: Mark): [number, number, number, number] | undefined {
  switch (g.kind) {
    case 'use':
      return undefined;
    case 'circle':
      return [g.cx - g.r, g.cy - g.r, g.cx + g.r, g.cy + g.r];
    case 'rect':
      return [g.x, g.y, g.x + g.width, g.y + g.height];
    case 'line':
      return [Math.min(g.x1, g.x2), Math.min(g.y1, g.y2), Math.max(g.x1, g.x2), Math.max(g.y1, g.y2)];
    case 'path': {
      const points = pathPoints(g.d).map(([x, y]) => [x * (g.scale ?? 1) + (g.x ?? 0), y * (g.scale ?? 1) + (g.y ?? 0)] as const);
      const xs = points.map(([x]) => x);
      const ys = points.map(([, y]) => y);
      return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
    }
    case 'text': {
      const width = estimateWidth(g.text, g.size, role === 'head' ? 'serif' : 'sans');
      const left = g.anchor === 'end' ? g.x - width : g.anchor === 'middle' ? g.x - width / 2 : g.x;
      return [left, g.y - g.size * 0.8, left + width, g.y + g.size * 0.2];
    }
  }
}
