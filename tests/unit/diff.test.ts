import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, encode } from '../../src/scene/diff.ts';
import type { El } from '../../src/scene/elements.ts';

const el = fc.record({
  key: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  tag: fc.constantFrom('circle', 'text'),
  attrs: fc.dictionary(fc.constantFrom('x', 'r', 'class', 'opacity'), fc.stringMatching(/^[0-9a-z.]{1,4}$/)),
  text: fc.string({ maxLength: 4 }),
});
/** A step: marks with distinct keys, texts only on text marks. */
const step = fc
  .uniqueArray(el, { selector: (e) => e.key, maxLength: 6 })
  .map((list) => list.map(({ text, ...rest }): El => (rest.tag === 'text' ? { ...rest, text } : rest)));
const steps = fc.array(step, { minLength: 1, maxLength: 6 });

const plain = (list: readonly El[]) => list.map(({ tag, attrs, text }) => ({ tag, attrs, text }));

describe('differences between steps', () => {
  it('give back every step exactly: marks, attributes, words and drawing order', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const data = JSON.parse(JSON.stringify(encode(all)));
        const last = all.at(-1) ?? [];
        const back = decode(plain(last), data).map((marks) => marks.map(({ tag, attrs, text }) => ({ tag, attrs, text })));
        expect(back).toEqual(all.map(plain));
      }),
      { numRuns: 400 },
    );
  });

  it('name the same mark by the same number in every step', () => {
    const mark = (key: string, x: string): El => ({ key, tag: 'circle', attrs: { x } });
    const all = [[mark('a', '1')], [mark('b', '1'), mark('a', '2')], [mark('b', '3')]];
    const decoded = decode(plain(all[2] ?? []), encode(all));
    const [first, second, third] = decoded;
    expect(first?.[0]?.id).toBe(second?.[1]?.id);
    expect(second?.[0]?.id).toBe(third?.[0]?.id);
  });

  it('cost nothing where nothing changes', () => {
    const same: El[] = [{ key: 'a', tag: 'circle', attrs: { x: '1' } }];
    expect(encode([same, same]).back).toEqual([{}]);
  });

  it('carry what changes and nothing else', () => {
    const dot = (key: string, x: string): El => ({ key, tag: 'circle', attrs: { x } });
    const word = (text: string, x = '1'): El => ({ key: 't', tag: 'text', attrs: { x }, text });
    expect(encode([[dot('a', '1')], [dot('a', '2')]])).toEqual({ n: 1, back: [{ u: [[0, { x: '1' }]] }] });
    expect(encode([[word('one')], [word('two')]]).back).toEqual([{ u: [[0, {}, 'one']] }]);
    expect(encode([[word('one')], [word('one', '2')]]).back).toEqual([{ u: [[0, { x: '1' }]] }]);
    expect(encode([[{ key: 'a', tag: 'circle', attrs: { r: '1' } }], [dot('a', '2')]]).back).toEqual([{ u: [[0, { r: '1', x: null }]] }]);
    expect(encode([[], [dot('a', '1'), word('one')]])).toEqual({ n: 2, back: [{ r: [0, 1] }] });
    expect(encode([[dot('a', '1'), word('one')], []])).toEqual({
      n: 0,
      back: [
        {
          n: [
            [0, 1, 'circle', { x: '1' }],
            [1, -1, 'text', { x: '1' }, 'one'],
          ],
        },
      ],
    });
  });

  it('name the drawing order only where marks that stay swap places', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((key): El => ({ key, tag: 'circle', attrs: {} })) as [El, El, El];
    expect(
      encode([
        [b, a],
        [a, b],
      ]).back,
    ).toEqual([{ o: [1, 0] }]);
    expect(
      encode([
        [a, c, b],
        [a, b],
      ]).back,
    ).toEqual([{ n: [[2, 1, 'circle', {}]] }]);
    expect(
      encode([
        [a, b],
        [a, c, b],
      ]).back,
    ).toEqual([{ r: [1] }]);
  });

  it('take a mark that changes its tag for another mark', () => {
    const [first, second]: El[][] = [[{ key: 'a', tag: 'circle', attrs: {} }], [{ key: 'a', tag: 'rect', attrs: {} }]];
    expect(encode([first ?? [], second ?? []]).back).toEqual([{ r: [0], n: [[1, -1, 'circle', {}]] }]);
  });

  it('refuse a figure without steps', () => {
    expect(() => encode([])).toThrow(/at least one step/);
  });
});
