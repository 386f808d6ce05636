import { describe, expect, it } from 'vitest';
import { element, elements } from '../../src/scene/elements.ts';
import type { Geometry, Mark } from '../../src/scene/types.ts';

const dot: Geometry = { kind: 'circle', cx: 1, cy: 2, r: 3 };
const of = (rest: Partial<Mark> = {}) => element({ key: 'k', role: 'dot', geometry: dot, ...rest });

describe('the element of a mark', () => {
  it('stands where the mark does, whatever its shape', () => {
    const attrs = (geometry: Geometry) => {
      const { class: _class, ...others } = of({ role: 'outline', geometry }).attrs;
      return others;
    };
    expect(attrs(dot)).toEqual({ cx: '1', cy: '2', r: '3' });
    expect(attrs({ kind: 'rect', x: 1, y: 2, width: 3, height: 4 })).toEqual({ x: '1', y: '2', width: '3', height: '4' });
    expect(attrs({ kind: 'rect', x: 1, y: 2, width: 3, height: 4, rx: 2 })).toMatchObject({ rx: '2' });
    expect(attrs({ kind: 'line', x1: 1, y1: 2, x2: 3, y2: 4 })).toEqual({ x1: '1', y1: '2', x2: '3', y2: '4' });
    expect(attrs({ kind: 'path', d: 'M0 0' })).toEqual({ d: 'M0 0' });
    expect(attrs({ kind: 'path', d: 'M0 0', x: 0 })).toEqual({ d: 'M0 0', transform: 'translate(0 0)' });
    expect(attrs({ kind: 'path', d: 'M0 0', x: 4, y: 5, scale: 2 })).toEqual({ d: 'M0 0', transform: 'translate(4 5) scale(2)' });
    expect(attrs({ kind: 'use', href: 'map', x: 4, y: 5, scale: 1 })).toEqual({ href: '#map', transform: 'translate(4 5)' });
    expect(attrs({ kind: 'use', href: 'map', x: 4, y: 5, scale: 0.5 })).toEqual({ href: '#map', transform: 'translate(4 5) scale(0.5)' });
  });

  it('of words holds them, and only such an element holds any', () => {
    const words = of({ role: 'label', geometry: { kind: 'text', x: 1, y: 2, text: 'Gao', size: 13, anchor: 'end' } });
    expect(words).toEqual({
      key: 'k',
      tag: 'text',
      attrs: { class: 'r-label', x: '1', y: '2', 'font-size': '13', 'text-anchor': 'end' },
      text: 'Gao',
    });
    const free = of({ geometry: { kind: 'text', x: 1, y: 2, text: 'Gao', size: 13 } });
    expect('text-anchor' in free.attrs).toBe(false);
    expect('text' in of()).toBe(false);
  });

  it('says by its classes what it is for, whose it is, how sure it is, and whether it has a halo', () => {
    expect(of().attrs.class).toBe('r-dot');
    expect(of({ tone: 'un', status: 'alleged', halo: true }).attrs.class).toBe('r-dot t-un s-alleged halo');
    expect(of({ tone: 'un', status: 'established', halo: false }).attrs.class).toBe('r-dot t-un');
  });

  it('is filled with a pattern where it is a filled mark of less than an established claim', () => {
    for (const role of ['area', 'bar', 'dot'] as const) {
      expect(of({ role, tone: 'un', status: 'alleged' }).attrs.fill, role).toBe('url(#p-un-alleged)');
      expect(of({ role, status: 'estimate' }).attrs.fill, role).toBe('url(#p-ink-estimate)');
      expect('fill' in of({ role, tone: 'un', status: 'established' }).attrs, role).toBe(false);
      expect('fill' in of({ role, tone: 'un' }).attrs, role).toBe(false);
    }
    for (const role of ['outline', 'ring', 'route', 'label'] as const)
      expect('fill' in of({ role, tone: 'un', status: 'alleged' }).attrs, role).toBe(false);
  });

  it('is hatched where there is no figure, whatever its status', () => {
    expect([of({ role: 'gap' }).attrs.fill, of({ role: 'gap', status: 'alleged' }).attrs.fill]).toEqual(['url(#p-gap)', 'url(#p-gap)']);
  });

  it('is dimmed and drawn in a weight only where that is asked for', () => {
    expect(of({ opacity: 0.4, weight: 2 }).attrs).toMatchObject({ opacity: '0.4', 'stroke-width': '2' });
    expect(of({ opacity: 0, weight: 0 }).attrs).toMatchObject({ opacity: '0', 'stroke-width': '0' });
    expect(Object.keys(of({ opacity: 1 }).attrs)).toEqual(['class', 'cx', 'cy', 'r']);
    expect(Object.keys(of().attrs)).toEqual(['class', 'cx', 'cy', 'r']);
  });
});

describe('the elements of a scene', () => {
  const scene = (...keys: string[]) => ({ width: 9, height: 9, marks: keys.map((key): Mark => ({ key, role: 'dot', geometry: dot })) });
  it('come in drawing order', () => {
    expect(elements(scene('b', 'a', 'c')).map((el) => el.key)).toEqual(['b', 'a', 'c']);
  });
  it('have each a name of their own', () => {
    expect(() => elements(scene('a', 'b', 'a'))).toThrow('two marks share the key "a"');
  });
});
