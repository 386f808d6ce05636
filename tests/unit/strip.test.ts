import { describe, expect, it } from 'vitest';
import { daysBetween, moment, strip, yearAxis } from '../../src/scene/strip.ts';

describe('a strip of time', () => {
  it('begins a year or a month on its first day', () => {
    expect(['2026', '2026-04', '2026-04-25'].map((iso) => moment(iso).toISOString().slice(0, 10))).toEqual([
      '2026-01-01',
      '2026-04-01',
      '2026-04-25',
    ]);
    expect(moment('2026').getUTCHours()).toBe(0);
  });

  it('counts whole days, over leap days and backwards', () => {
    expect([daysBetween('2024-02-28', '2024-03-01'), daysBetween('2025', '2026'), daysBetween('2026-04-25', '2026-04-20')]).toEqual([
      2, 365, -5,
    ]);
  });

  it('puts each date in its place between its ends', () => {
    const s = strip('2012-01-01', '2014-01-01', 10, 110, 50);
    expect([s.x('2012'), s.x('2014-01-01'), s.left, s.right, s.y]).toEqual([10, 110, 10, 110, 50]);
    expect(s.x('2013')).toBeCloseTo(10 + (100 * 366) / 731);
  });

  it('has an axis with a tick and a label at each year, labels kept within its ends', () => {
    const s = strip('2012', '2016', 10, 410, 50);
    const marks = yearAxis('axis', s, [2012, 2014, 2016], 13);
    const label = (year: number) => marks.find((m) => m.key === `axis-label-${year}`);
    const tick = (year: number) => marks.find((m) => m.key === `axis-${year}`);
    expect(marks).toHaveLength(7);
    expect(marks[0]).toEqual({
      key: 'axis-base',
      role: 'hair',
      tone: 'soft',
      geometry: { kind: 'line', x1: 10, y1: 50, x2: 410, y2: 50 },
    });
    expect(tick(2016)).toEqual({
      key: 'axis-2016',
      role: 'hair',
      tone: 'soft',
      geometry: { kind: 'line', x1: 410, y1: 50, x2: 410, y2: 54 },
    });
    expect(label(2012)).toEqual({ key: 'axis-label-2012', role: 'note', geometry: { kind: 'text', x: 10, y: 67, text: '2012', size: 13 } });
    expect([2014, 2016].map((year) => label(year)?.geometry)).toMatchObject([
      { anchor: 'middle', text: '2014' },
      { anchor: 'end', text: '2016' },
    ]);
  });

  it('holds a label in its middle as soon as there is room for half of it', () => {
    const anchor = (from: string, to: string, year: number) =>
      yearAxis('a', strip(from, to, 10, 410, 50), [year], 13).find((m) => m.key === `a-label-${year}`)?.geometry;
    expect(anchor('2011', '2031', 2012)).toMatchObject({ anchor: 'middle' });
    expect(anchor('2011', '2031', 2030)).toMatchObject({ anchor: 'middle' });
    expect(anchor('2011-10', '2031', 2012)).not.toHaveProperty('anchor');
    expect(anchor('2011', '2030-04', 2030)).toMatchObject({ anchor: 'end' });
  });
});
