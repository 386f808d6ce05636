import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { initial, MODES, type Outline, reduce } from '../../src/story/controller.ts';
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
    expect([stepAt([0, 400.4], 400), stepAt([0, 400.5], 400), stepAt([0, 400.6], 400)]).toEqual([1, 1, 0]);
  });

  it('belongs to the scene that begins or ends half a pixel beside the line, as its step does', () => {
    const scene = (top: number, bottom: number): number => sceneAt([{ top, bottom, steps: [] }], 400);
    expect([scene(400.4, 900), scene(400.5, 900), scene(400.6, 900)]).toEqual([0, 0, -1]);
    expect([scene(0, 400.4), scene(0, 400.5), scene(0, 400.6)]).toEqual([-1, -1, 0]);
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
      const { state } = reduce(outline, initial(outline, 'scroll'), { type: 'mode', mode, read: [0, 0] });
      expect(at(600, state).state.shown).toEqual(state.shown);
    }
  });

  it('keeps a step asked for within its figure', () => {
    const state = initial(outline, 'step');
    expect(reduce(outline, state, { type: 'go', scene: 1, step: 9 }).state.shown[1]).toBe(1);
    expect(reduce(outline, state, { type: 'go', scene: 1, step: -3 }).state.shown[1]).toBe(0);
  });

  it('shows every figure finished in plain text', () => {
    expect(reduce(outline, at(0).state, { type: 'mode', mode: 'text', read: [0, 0] }).state.shown).toEqual([2, 1]);
  });

  it('leaves plain text at the words being read, whatever the finished figures show', () => {
    const { state } = reduce(outline, at(200).state, { type: 'mode', mode: 'text', read: [1, 0] });
    expect(state.shown).toEqual([2, 1]);
    for (const mode of ['step', 'scroll'] as const)
      expect(reduce(outline, state, { type: 'mode', mode, read: [1, 0] }).state).toEqual({ mode, shown: [1, 0], reading: state.reading });
  });

  it('is read in three ways, and begins with every figure finished and no scene read', () => {
    expect(MODES).toEqual(['scroll', 'step', 'text']);
    expect(initial(outline, 'step')).toEqual({ mode: 'step', shown: [2, 1], reading: -1 });
  });

  it('asks the page to draw only the figures whose step is another now', () => {
    const first = at(200);
    expect(first.redraw).toEqual([0, 1]);
    expect(at(210, first.state).redraw).toEqual([]);
    expect(at(500, first.state).redraw).toEqual([0]);
  });

  it('tells each step that scrolling enters, also within one scene, and none between scenes', () => {
    const first = at(0);
    expect(first.entered).toEqual({ scene: 0, step: 0 });
    expect(at(500, first.state).entered).toEqual({ scene: 0, step: 2 });
    expect(at(800, first.state)).toMatchObject({ state: { reading: -1 }, entered: undefined });
    // Back from between the scenes, the step is the same and the scene is entered again.
    const between = at(800, at(500, first.state).state);
    expect(at(500, between.state)).toMatchObject({ redraw: [], entered: { scene: 0, step: 2 } });
  });

  it('tells nothing of what is scrolled past in the two modes without scrolling', () => {
    for (const mode of ['step', 'text'] as const) {
      const { state, entered } = at(600, initial(outline, mode));
      expect([state.reading, entered]).toEqual([0, undefined]);
    }
  });

  it('turns one figure by hand and leaves the others, in every mode', () => {
    for (const mode of MODES)
      expect(reduce(outline, initial(outline, mode), { type: 'go', scene: 1, step: 0 })).toEqual({
        state: { mode, shown: [2, 0], reading: 1 },
        redraw: [1],
        entered: { scene: 1, step: 0 },
      });
  });

  it('tells nothing when the reader asks for the step that is shown', () => {
    const { state } = reduce(outline, initial(outline, 'step'), { type: 'go', scene: 0, step: 1 });
    expect(reduce(outline, state, { type: 'go', scene: 0, step: 1 })).toEqual({ state, redraw: [], entered: undefined });
  });

  it('takes an address of a scene that is not on the page, and changes no figure', () => {
    expect(reduce(outline, initial(outline, 'step'), { type: 'go', scene: 7, step: 1 }).redraw).toEqual([]);
  });

  it('begins step by step where the reader is, and tells no step for a mode alone', () => {
    const { state } = at(200);
    expect(reduce(outline, state, { type: 'mode', mode: 'step', read: [0, 0] })).toEqual({
      state: { ...state, mode: 'step' },
      redraw: [],
      entered: undefined,
    });
    expect(reduce(outline, state, { type: 'mode', mode: 'text', read: [0, 0] })).toMatchObject({ redraw: [0, 1], entered: undefined });
  });
});
