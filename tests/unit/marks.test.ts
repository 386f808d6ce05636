import { describe, expect, it } from 'vitest';
import { circle, estimateWidth, line, lines, path, rect, round, text, wrap } from '../../src/scene/marks.ts';

describe('marks', () => {
  it('stand at a tenth of a frame unit, no finer', () => {
    expect([round(1.04), round(1.06), round(-1.06), round(3)]).toEqual([1, 1.1, -1.1, 3]);
    expect(circle('a', 'dot', 1.04, 2.06, 3.14).geometry).toEqual({ kind: 'circle', cx: 1, cy: 2.1, r: 3.1 });
    expect(rect('a', 'bar', 1.04, 2.06, 3.14, 4.16).geometry).toEqual({ kind: 'rect', x: 1, y: 2.1, width: 3.1, height: 4.2 });
    expect(line('a', 'hair', 1.04, 2.06, 3.14, 4.16).geometry).toEqual({ kind: 'line', x1: 1, y1: 2.1, x2: 3.1, y2: 4.2 });
    expect(text('a', 'label', 1.04, 2.06, 'Gao', 12.5).geometry).toEqual({ kind: 'text', x: 1, y: 2.1, text: 'Gao', size: 12.5 });
    expect(path('a', 'area', 'M0.123 0').geometry).toEqual({ kind: 'path', d: 'M0.123 0' });
  });

  it('carry their key, their role and what else is said of them, and nothing more', () => {
    const rest = { tone: 'un', datum: 'fact' } as const;
    expect(path('a', 'area', 'M0 0', rest)).toEqual({ key: 'a', role: 'area', geometry: { kind: 'path', d: 'M0 0' }, ...rest });
    expect(Object.keys(circle('a', 'ring', 1, 1, 1))).toEqual(['key', 'role', 'geometry']);
    expect(circle('a', 'ring', 1, 1, 1, rest)).toMatchObject({ role: 'ring', ...rest });
    expect(rect('a', 'bar', 1, 1, 1, 1, rest)).toMatchObject({ role: 'bar', ...rest });
    expect(line('a', 'hair', 1, 1, 1, 1, rest)).toMatchObject({ role: 'hair', ...rest });
  });

  it('have no negative size, and may have none at all', () => {
    expect(() => rect('b', 'bar', 0, 0, -1, 5)).toThrow(new RangeError('mark b: a rectangle of -1 by 5'));
    expect(() => rect('b', 'bar', 0, 0, 5, -1)).toThrow(/mark b/);
    expect(rect('b', 'bar', 0, 0, 0, 0).geometry).toMatchObject({ width: 0, height: 0 });
  });

  it('say where words are held, unless at their start', () => {
    const held = (anchor?: 'start' | 'middle' | 'end') => text('t', 'note', 0, 0, 'Gao', 13, { ...(anchor && { anchor }), tone: 'soft' });
    expect([held('end').geometry, held('middle').geometry]).toMatchObject([{ anchor: 'end' }, { anchor: 'middle' }]);
    expect([held('start').geometry, held().geometry].map((g) => 'anchor' in g)).toEqual([false, false]);
    expect(held('end')).toMatchObject({ role: 'note', tone: 'soft' });
    expect('anchor' in held('end')).toBe(false);
  });

  it('set several lines of words one under the other', () => {
    const rows = lines('note', 'note', 10, 20, ['one', 'two', 'three'], 13, 16, { tone: 'soft', anchor: 'end' });
    expect(rows.map((m) => m.key)).toEqual(['note-0', 'note-1', 'note-2']);
    expect(rows.map((m) => m.geometry)).toEqual(
      ['one', 'two', 'three'].map((words, i) => ({ kind: 'text', x: 10, y: 20 + 16 * i, text: words, size: 13, anchor: 'end' })),
    );
    expect(rows.every((m) => m.tone === 'soft' && m.role === 'note')).toBe(true);
  });
});

describe('the width of words', () => {
  it('grows with their number and their size', () => {
    expect(estimateWidth('', 10)).toBe(0);
    expect(estimateWidth('bo', 10)).toBeCloseTo(2 * estimateWidth('b', 10));
    expect(estimateWidth('bo', 20)).toBeCloseTo(2 * estimateWidth('bo', 10));
  });
  it('is less for narrow letters, more for capitals and wide ones, whatever the face', () => {
    for (const face of ['sans', 'serif'] as const) {
      const plain = estimateWidth('b', 10, face);
      for (const c of "ilj.,:;'’|!\u202f\u00a0 ") expect(estimateWidth(c, 10, face), c).toBeLessThan(plain);
      for (const c of 'AQZÀÉÞMmw—%') expect(estimateWidth(c, 10, face), c).toBeGreaterThan(plain);
      for (const c of 'aznéø5?') expect(estimateWidth(c, 10, face), c).toBe(plain);
    }
  });
  it('is less in the serif face, and sans is what is meant where none is named', () => {
    expect(estimateWidth('bo', 10, 'serif')).toBeLessThan(estimateWidth('bo', 10, 'sans'));
    expect(estimateWidth('bo', 10)).toBe(estimateWidth('bo', 10, 'sans'));
  });
});

describe('rows of words', () => {
  it('are as long as fits, and hold every word once', () => {
    const words = 'the river runs north to the desert and turns';
    const rows = wrap(words, 100, 10);
    expect(rows.join(' ')).toBe(words);
    expect(rows.length).toBeGreaterThan(1);
    for (const [i, row] of rows.entries()) {
      expect(estimateWidth(row, 10)).toBeLessThanOrEqual(100);
      const next = rows[i + 1]?.split(' ')[0];
      if (next) expect(estimateWidth(`${row} ${next}`, 10)).toBeGreaterThan(100);
    }
  });
  it('may fill their width exactly', () => {
    expect(wrap('bo bo', estimateWidth('bo bo', 10), 10)).toEqual(['bo bo']);
  });
  it('are fewer in a narrower face', () => {
    const width = estimateWidth('bonobo bonobo', 10, 'serif');
    expect([wrap('bonobo bonobo', width, 10, 'serif').length, wrap('bonobo bonobo', width, 10).length]).toEqual([1, 2]);
  });
  it('never break a word, and are none where there is none', () => {
    expect(wrap('Ouagadougou', 5, 10)).toEqual(['Ouagadougou']);
    expect(wrap('a Ouagadougou b', 5, 10)).toEqual(['a', 'Ouagadougou', 'b']);
    expect(wrap('', 100, 10)).toEqual([]);
  });
});
