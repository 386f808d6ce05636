import { describe, expect, it } from 'vitest';
import { circle, text } from '../../src/scene/marks.ts';
import { bareMarkup, escapeXml, marksMarkup, patterns, svgMarkup, UNSTYLED } from '../../src/scene/svg.ts';
import type { Scene } from '../../src/scene/types.ts';

const scene: Scene = {
  width: 360,
  height: 256,
  marks: [circle('a', 'dot', 1, 2, 3, { tone: 'un', status: 'alleged' }), text('t', 'label', 5, 6, 'Gao & "Ménaka"', 13)],
};
const dot = '<circle class="r-dot t-un s-alleged" cx="1" cy="2" r="3" fill="url(#p-un-alleged)"/>';
const word = '<text class="r-label" x="5" y="6" font-size="13">Gao &amp; &quot;Ménaka&quot;</text>';
const ids = (markup: string) => [...markup.matchAll(/<pattern id="([^"]+)"/g)].map((m) => m[1]);

describe('markup', () => {
  it('escapes every sign that XML reads as its own, each time', () => {
    expect(escapeXml('<a> & "b" <a> & "b"')).toBe('&lt;a&gt; &amp; &quot;b&quot; &lt;a&gt; &amp; &quot;b&quot;');
    expect(escapeXml('&lt;')).toBe('&amp;lt;');
  });

  it('is one element a mark, in drawing order', () => {
    expect(marksMarkup(scene)).toBe(dot + word);
    const quoted = { key: 'p', role: 'outline', geometry: { kind: 'path', d: '"' } } as const;
    expect(marksMarkup({ ...scene, marks: [quoted] })).toBe('<path class="r-outline" d="&quot;"/>');
  });

  it('of a whole drawing has a size, a name, and lines where the style sheet did not arrive', () => {
    expect(svgMarkup(scene, { label: 'Who holds "Gao"' })).toBe(
      `<svg class="scene" viewBox="0 0 360 256" width="360" height="256" role="img" aria-label="Who holds &quot;Gao&quot;"><g fill="none" stroke="currentColor" stroke-width=".6">${dot}${word}</g></svg>`,
    );
    expect(UNSTYLED).toContain('fill="none"');
    expect(svgMarkup(scene, { label: 'x', className: 'small' })).toMatch(/^<svg class="scene small" /);
  });

  it('of a drawing to look at before reading has no word in it but its name', () => {
    const bare = bareMarkup(scene, { label: 'A map', className: 'bare' });
    expect(bare).toContain(dot);
    expect(bare).not.toContain('<text');
    expect(bare).toMatch(/^<svg class="scene bare" .* aria-label="A map">/);
  });
});

describe('patterns', () => {
  it('are there for every tone a claim can wear and every status short of established, and for gaps', () => {
    const tones = ['state', 'russia', 'azawad', 'jnim', 'is', 'un', 'france', 'algeria', 'civilians', 'ink', 'accent', 'soft'];
    const statuses = ['reported', 'alleged', 'disputed', 'estimate'];
    expect(ids(patterns()).sort()).toEqual(['p-gap', ...tones.flatMap((t) => statuses.map((s) => `p-${t}-${s}`))].sort());
  });

  it('wear the tone they are named for on paper, and each status has a drawing of its own', () => {
    const drawn = [
      ...patterns().matchAll(/<pattern id="p-un-\w+" class="([^"]+)" width="6" height="6" patternUnits="userSpaceOnUse">(.*?)<\/pattern>/g),
    ];
    expect(drawn.map((m) => m[1])).toEqual(['p t-un', 'p t-un', 'p t-un', 'p t-un']);
    const bodies = drawn.map((m) => m[2] ?? '');
    for (const body of bodies)
      expect(body).toMatch(
        /^<path class="bg" d="M0 0H6V6H0z"\/>(<(path d="M[^"]+" stroke-width|circle cx="\d" cy="\d" r)="[\d.]+"[^>]*\/>)+$/,
      );
    expect(new Set(bodies).size).toBe(4);
    expect(patterns('url(#p-gap)')).toMatch(/^<pattern id="p-gap" class="p t-rule" [^>]+><path d="M[^"]+" stroke-width="1"\/><\/pattern>$/);
  });

  it('are no more than a drawing refers to', () => {
    expect(ids(patterns(marksMarkup(scene)))).toEqual(['p-un-alleged']);
    expect(ids(patterns('fill="url(#p-gap)" fill="url(#p-ink-reported)"'))).toEqual(['p-gap', 'p-ink-reported']);
    expect(patterns('')).toBe('');
    expect(patterns().replace(/<[^>]*>/g, '')).toBe('');
  });
});
