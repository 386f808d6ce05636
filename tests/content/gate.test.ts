/** The licence gate over series that this edition does not shut: whatever reads rows must ask it. */
import { describe, expect, it } from 'vitest';
import { readChapters } from '../../src/claims/outline.ts';
import { figures } from '../../src/figures/registry.ts';
import { type Content, readContent } from '../../src/lib/content.ts';
import { gateOf } from '../../src/site/gate.ts';
import { pictures } from '../../src/site/picture.ts';
import { timeline } from '../../src/site/timeline.ts';
import { usesOf } from '../../src/site/uses.ts';

const whole = readContent('.');
const SHUT = 'attacks';
/** The same content, with a series of events that bars commercial reuse. */
const content: Content = {
  ...whole,
  series: new Map(
    [...whole.series].map(([name, series]) => [
      name,
      name === SHUT ? { ...series, resource: { ...series.resource, commercialUse: false } } : series,
    ]),
  ),
};
const chapters = readChapters('.');
const gate = gateOf(content, { gate: 'commercial' });
const open = gateOf(content, { gate: 'none' });
const idsOf = (g: typeof gate): string[] => timeline(content, usesOf(content, chapters, g), g).flatMap((t) => t.events.map((e) => e.id));

describe('the licence gate', () => {
  it('shuts nothing unless it is asked to', () => {
    expect([...content.series.keys()].every((name) => open.series(name))).toBe(true);
    expect(figures.every((figure) => open.figure(figure) && open.withheld(figure).length === 0)).toBe(true);
    expect(idsOf(open).some((id) => id.startsWith(`${SHUT}.`))).toBe(true);
  });

  it('shuts the series, and each figure that draws any of its rows', () => {
    expect(gate.series(SHUT)).toBe(false);
    for (const figure of figures) {
      const bars = figure.series.some((name) => content.series.get(name)?.resource.commercialUse === false);
      expect(gate.figure(figure), figure.name).toBe(!bars);
      expect(gate.withheld(figure).length > 0, figure.name).toBe(bars);
    }
  });

  it('keeps its rows out of the timeline and of what sources support', () => {
    expect(idsOf(gate).filter((id) => id.startsWith(`${SHUT}.`))).toEqual([]);
    const uses = usesOf(content, chapters, gate);
    expect([...uses.rows.keys()].filter((row) => row.startsWith(`${SHUT}:`))).toEqual([]);
    expect([...uses.sources.values()].flatMap((s) => s.rows).filter((row) => row.startsWith(`${SHUT}:`))).toEqual([]);
  });

  it('draws no picture of it', () => {
    const drawn = new Set([...pictures(content, '.', gate)].map(({ path }) => path('svg').split('/')[2]));
    expect(drawn.has('deliveries')).toBe(false);
    for (const figure of figures) expect(drawn.has(figure.name), figure.name).toBe(gate.figure(figure));
  });
});
