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

  it('refuse a figure without steps', () => {
    expect(() => encode([])).toThrow(/at least one step/);
  });
});
