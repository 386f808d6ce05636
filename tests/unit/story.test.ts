import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { initial, type Outline, reduce } from '../../src/story/controller.ts';
import { type SceneBox, sceneAt, stepAt } from '../../src/story/geometry.ts';

const outline: Outline = [
  { scene: 'one', steps: ['a', 'b', 'c'] },
  { scene: 'two', steps: ['d', 'e'] },
];
/** The page scrolled by `y`: two scenes of 1,000 px with a step every 300 px. */
const boxes = (y: number): SceneBox[] => [
  { top: 100 - y, bottom: 1100 - y, steps: [200, 500, 800].map((t) => t - y) },
  { top: 1300 - y, bottom: 2300 - y, steps: [1400, 1700].map((t) => t - y) },
];
const at = (y: number, state = initial(outline, 'scroll')) => reduce(outline, state, { type: 'measure', boxes: boxes(y), line: 400 });

describe('the step being read', () => {
  it('is the last one whose top has passed the line, and the first before any has', () => {
    expect([stepAt([10, 20, 30], 0), stepAt([10, 20, 30], 25), stepAt([10, 20, 30], 99)]).toEqual([0, 1, 2]);
  });

  it('counts a top that rounding at 90 or 110 % zoom leaves half a pixel short', () => {
    expect(stepAt([0, 400.4], 400)).toBe(1);
  });

  it('belongs to no scene between scenes', () => {
    expect(sceneAt(boxes(0), 50)).toBe(-1);
    expect(sceneAt(boxes(0), 400)).toBe(0);
    expect(sceneAt(boxes(800), 400)).toBe(-1);
    expect(sceneAt(boxes(1000), 400)).toBe(1);
  });
});

describe('the story', () => {
  it('shows the same steps at one place, whatever was scrolled through before', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2400 }), { maxLength: 12 }), fc.integer({ min: 0, max: 2400 }), (path, end) => {
        let state = initial(outline, 'scroll');
        for (const y of path) state = at(y, state).state;
        expect(at(end, state).state).toEqual(at(end).state);
      }),
    );
  });

  it('jumped over, ends on the last step of what is above and the first of what is below', () => {
    expect(at(1000).state.shown).toEqual([2, 0]);
    expect(at(2200).state.shown).toEqual([2, 1]);
    expect(at(0).state.shown).toEqual([0, 0]);
  });

  it('tells a step once, when it is entered', () => {
    const first = at(200);
    expect(first.entered).toEqual({ scene: 0, step: 1 });
    expect(at(210, first.state).entered).toBeUndefined();
  });

  it('turns no page by scrolling in the two modes without it', () => {
    for (const mode of ['step', 'text'] as const) {
      const { state } = reduce(outline, initial(outline, 'scroll'), { type: 'mode', mode });
      expect(at(600, state).state.shown).toEqual(state.shown);
    }
  });

  it('keeps a step asked for within its figure', () => {
    const state = initial(outline, 'step');
    expect(reduce(outline, state, { type: 'go', scene: 1, step: 9 }).state.shown[1]).toBe(1);
    expect(reduce(outline, state, { type: 'go', scene: 1, step: -3 }).state.shown[1]).toBe(0);
  });

  it('shows every figure finished in plain text', () => {
    expect(reduce(outline, at(0).state, { type: 'mode', mode: 'text' }).state.shown).toEqual([2, 1]);
  });
});
