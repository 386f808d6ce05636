import { describe, expect, it } from 'vitest';
import type { El } from '../../src/scene/elements.ts';
import { keySteps } from '../../src/scene/key-steps.ts';

/** A drawing of some marks, each a name and a place. */
const drawing = (...marks: string[]): El[] => marks.map((m) => ({ key: m[0] ?? '', tag: 'circle', attrs: { cx: m } }));

describe('the steps worth a picture', () => {
  it('are the last first, then those that show most that is new', () => {
    const steps = [drawing('a1'), drawing('a1', 'b1'), drawing('a1', 'b1', 'c1', 'd1'), drawing('a2', 'b2')];
    expect(keySteps(steps)).toEqual([
      { step: 3, differs: 2 },
      { step: 2, differs: 6 },
      { step: 0, differs: 3 },
      { step: 1, differs: 1 },
    ]);
  });

  it('never hold one drawing twice, and take the earlier of two alike', () => {
    expect(keySteps([drawing('a1'), drawing('a1'), drawing('b1')]).map((k) => k.step)).toEqual([2, 0]);
  });

  it('of a figure of one step, or none, are that one, or none', () => {
    expect(keySteps([drawing('a1')])).toEqual([{ step: 0, differs: 1 }]);
    expect(keySteps([])).toEqual([]);
  });
});
