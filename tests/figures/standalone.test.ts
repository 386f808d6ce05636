import { readFileSync } from 'node:fs';
import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { rasterise } from '../../scripts/lib/raster.ts';
import { figures } from '../../src/figures/registry.ts';
import { readContent } from '../../src/lib/content.ts';
import { attributesOf, readSheet } from '../../src/scene/css.ts';
import { sizeOf } from '../../src/scene/standalone.ts';
import { FRAMES, type FrameId } from '../../src/scene/types.ts';
import { gateOf } from '../../src/site/gate.ts';
import { pictures } from '../../src/site/picture.ts';

const content = readContent('.');
const css = (name: string): string => readFileSync(`src/styles/${name}.css`, 'utf8');
const sheet = readSheet(css('tokens'), css('scene'));
const all = new Map([...pictures(content, '.', gateOf(content, { gate: 'none' }))].map(({ path, svg }) => [path('svg'), svg]));

describe.each(figures.map((f) => [f.name, f] as const))('the pictures of %s', (name, figure) => {
  const own = [...all].filter(([path]) => path.split('/')[2] === name);

  it('are one a step, frame and language', () => {
    expect(own.length).toBe(figure.steps.length * 4);
  });

  it('stand on their own: no class, style, variable, or reference to what is not in the file', () => {
    for (const [path, svg] of own) {
      expect(/\sclass=|\sstyle=|<style|var\(|undefined|NaN/.exec(svg)?.[0], path).toBeUndefined();
      const ids = new Set([...svg.matchAll(/\sid="([^"]+)"/g)].map((m) => m[1]));
      for (const [, id] of svg.matchAll(/url\(#([^)]+)\)|href="#([^"]+)"/g)) expect(ids.has(id), `${path}: ${id}`).toBe(true);
    }
  });

  it('are well formed, named and described in their language, with licence and date', () => {
    const { DOMParser } = new Window();
    for (const [path, svg] of own) {
      const lang = path.split('/')[1] as 'en' | 'fr';
      const root = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
      expect(root.tagName.toLowerCase(), path).toBe('svg');
      const plain = (text = ''): string => text.replace(/\s+/g, ' ');
      expect(plain(root.querySelector('title')?.textContent ?? '')).toBe(plain(content.figures[lang].get(name)?.value.title));
      // Wrapped lines are elements of their own.
      const said = plain([...root.querySelectorAll('text')].map((t) => t.textContent).join(' '));
      expect((root.querySelector('desc')?.textContent ?? '').length).toBeGreaterThan(10);
      expect(said, path).toContain('CC BY 4.0');
      expect(said, path).toContain(figure.asOf.slice(0, 4));
      expect(said, path).toMatch(/Data as of|Données au/);
    }
  });
});

describe('the style sheet as attributes', () => {
  it('gives a mark what the page would: tone, role, status', () => {
    const of = (classes: string[], attrs = {}) => attributesOf({ tag: 'circle', classes, attrs }, sheet).attrs;
    expect(of(['r-bar', 't-russia']).fill).toBe('#bc3d4a');
    expect(of(['r-bar', 't-russia'], { fill: 'url(#p-russia-alleged)' }).fill).toBeUndefined();
    expect(of(['r-ring', 't-azawad', 's-alleged'])).toMatchObject({ stroke: '#b0720f', 'stroke-dasharray': '1.5 1.5', fill: '#faf6ee' });
    expect(of(['r-hair'])).toMatchObject({ stroke: '#d9cfbc' });
    expect(of(['r-note', 't-un']).fill).toBe('#2382b8');
    expect(of(['r-note']).fill).toBe('#57536b');
  });
});

describe('a picture in pixels', () => {
  it('has twice the size of the drawing, is not blank, and comes out the same twice', async () => {
    for (const frame of Object.keys(FRAMES) as FrameId[]) {
      const svg = all.get(`figures/fr/control/control-2023-11-${frame}.svg`) ?? '';
      const png = Buffer.from(await rasterise(svg, 2));
      const { width, height } = sizeOf(frame, FRAMES[frame]);
      // The size stands in the header chunk of a PNG.
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2 * width, 2 * height]);
      const blank = await rasterise(
        `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%"/></svg>`,
        2,
      );
      expect(png.length).toBeGreaterThan(8 * blank.length);
      expect(Buffer.from(await rasterise(svg, 2)).equals(png)).toBe(true);
    }
  }, 60_000);
});
