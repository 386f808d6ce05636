import { geoContains } from 'd3-geo';
import { describe, expect, it } from 'vitest';
import { basemapSymbols, camera } from '../../src/geo/basemap.ts';
import { at, kilometres } from '../../src/geo/camera.ts';
import { project, regions } from '../../src/geo/projection.ts';
import { readContent } from '../../src/lib/content.ts';
import { daysBetween, strip } from '../../src/scene/strip.ts';

const content = readContent(process.cwd());
const place = (id: string) => {
  const found = content.places.get(id)?.value;
  if (!found) throw new Error(id);
  return found;
};

describe('the base map', () => {
  it('is the map of nine regions it is said to be', () => {
    expect(regions.features.map((f) => f.properties?.name).sort()).toEqual(
      ['Bamako', 'Gao', 'Kayes', 'Kidal', 'Koulikoro', 'Mopti', 'Sikasso', 'Ségou', 'Timbuktu'].sort(),
    );
  });

  it('has Kidal in Kidal, Gao in Gao and Bamako in Bamako', () => {
    for (const [town, region] of [
      ['kidal', 'Kidal'],
      ['gao', 'Gao'],
      ['bamako', 'Bamako'],
      ['timbuktu', 'Timbuktu'],
    ] as const) {
      const shape = regions.features.find((f) => f.properties?.name === region);
      const { lon, lat } = place(town);
      expect(shape && geoContains(shape, [lon, lat]), town).toBe(true);
    }
  });

  it('weighs under 9 kB of markup’s worth of whole numbers, with nothing that is not a number', () => {
    const markup = basemapSymbols();
    expect(markup).not.toMatch(/NaN|undefined/);
    expect(markup.match(/<g id="(map-\w+)"/g)).toEqual(['<g id="map-africa"', '<g id="map-mali"', '<g id="map-border"']);
    expect([...markup.matchAll(/ d="([^"]+)"/g)].every(([, d]) => /^[mlz\d\s-]+$/.test(d ?? ''))).toBe(true);
  });

  it('keeps north up, east right, and a degree of latitude at 111 km within 1 %', () => {
    const [, south] = project(16, -1);
    const [west, north] = project(17, -1);
    const [east] = project(17, 0);
    expect(north).toBeLessThan(south);
    expect(east).toBeGreaterThan(west);
    const view = camera('north', { width: 360, height: 256 });
    expect(Math.abs(((south - north) * view.scale) / kilometres(view, 111.2) - 1)).toBeLessThan(0.01);
  });

  it('brings the towns of a view onto its sheet, less its inset', () => {
    const sheet = { width: 360, height: 256 };
    const view = camera('north', sheet, { left: 40, bottom: 30 });
    for (const id of ['kidal', 'gao', 'timbuktu', 'menaka']) {
      const [x, y] = at(view, place(id));
      expect(x, id).toBeGreaterThan(40);
      expect(x, id).toBeLessThan(360);
      expect(y, id).toBeGreaterThan(0);
      expect(y, id).toBeLessThan(226);
    }
  });
});

describe('time', () => {
  it('counts the days the prose prints', () => {
    expect(daysBetween('2023-11-14', '2026-04-26')).toBe(content.facts.get('kidal-state-days')?.value.value);
    expect(daysBetween('2015-06-20', '2024-01-25')).toBe(content.facts.get('accord-lifetime')?.value.value);
    expect(daysBetween('2025-10-27', '2025-11-09') + 1, 'both days included').toBe(content.facts.get('schools-days')?.value.value);
  });

  it('runs from left to right, a day as wide as any other', () => {
    const s = strip('2012-01-01', '2013-01-01', 10, 376, 0);
    expect(s.x('2012-01-01')).toBe(10);
    expect(s.x('2012-12-31') - s.x('2012-12-30')).toBeCloseTo(1);
  });
});
