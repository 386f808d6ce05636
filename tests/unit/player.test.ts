// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { encode } from '../../src/scene/diff.ts';
import { elements } from '../../src/scene/elements.ts';
import { circle, rect, text } from '../../src/scene/marks.ts';
import { createPlayer } from '../../src/scene/player.ts';
import { marksMarkup } from '../../src/scene/svg.ts';
import type { Scene } from '../../src/scene/types.ts';

/** d3-timer binds the browser's clock when it loads; a clock of our own can be turned by hand. */
const clock = vi.hoisted(() => ({ now: 0, timers: new Set<{ start: number; call: (elapsed: number) => void; stop(): void }>() }));
vi.mock('d3-timer', () => ({
  timer(call: (elapsed: number) => void) {
    const timer = { start: clock.now, call, stop: () => void clock.timers.delete(timer) };
    clock.timers.add(timer);
    return timer;
  },
}));
function wait(ms: number): void {
  clock.now += ms;
  for (const timer of [...clock.timers]) timer.call(clock.now - timer.start);
}

const scene = (...marks: Scene['marks']): Scene => ({ width: 100, height: 100, marks });
/** Marks that move, come, go, change colour, words, status and drawing order. */
const steps: Scene[] = [
  scene(circle('a', 'dot', 10, 10, 4, { tone: 'azawad' }), text('t', 'label', 5, 5, 'one', 13)),
  scene(circle('a', 'dot', 50, 20, 6, { tone: 'state' }), rect('b', 'bar', 0, 0, 20, 5, { tone: 'un', status: 'reported' })),
  scene(
    rect('b', 'bar', 0, 0, 60, 5, { tone: 'un', opacity: 0.35 }),
    circle('a', 'dot', 50, 20, 6, { tone: 'state' }),
    text('t', 'label', 5, 9, 'two', 13),
  ),
  scene(text('u', 'note', 1, 90, 'end', 13), rect('b', 'bar', 4, 0, 1, 5)),
];
const last = steps.length - 1;

/** Markup with attributes in one order, since a picture does not depend on it. */
const normal = (nodes: Iterable<Element>): string[] =>
  [...nodes].map(
    (node) =>
      `${node.tagName} ${[...node.attributes]
        .map((a) => `${a.name}=${a.value}`)
        .sort()
        .join(' ')} ${node.textContent}`,
  );

function fresh(step: number): string[] {
  const host = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  host.innerHTML = marksMarkup(steps[step] ?? scene());
  return normal(host.children);
}

function start() {
  const host = document.createElementNS('http://www.w3.org/2000/svg', 'g') as SVGGElement;
  host.innerHTML = marksMarkup(steps[last] ?? scene());
  document.body.append(host);
  const moving = vi.fn();
  return { host, moving, player: createPlayer(host, JSON.parse(JSON.stringify(encode(steps.map(elements)))), moving) };
}

describe('the player', () => {
  it('ends in the freshly drawn picture after any steps in any order, cut or moved, interrupted or not', () => {
    const visit = fc.record({ step: fc.nat(last), ms: fc.constantFrom(0, 400), pause: fc.constantFrom(0, 130, 1000) });
    fc.assert(
      fc.property(fc.array(visit, { minLength: 1, maxLength: 8 }), (visits) => {
        const { host, player } = start();
        for (const { step, ms, pause } of visits) {
          player.show(step, ms);
          wait(pause);
        }
        wait(2000);
        expect(normal(host.children)).toEqual(fresh(visits.at(-1)?.step ?? 0));
      }),
      { numRuns: 120 },
    );
  });

  it('stands between two steps half-way, and says that it moves only then', () => {
    const { host, player, moving } = start();
    player.show(0, 0);
    player.show(1, 400);
    wait(200);
    const x = Number(host.querySelector('circle')?.getAttribute('cx'));
    expect(x).toBeGreaterThan(10);
    expect(x).toBeLessThan(50);
    expect(moving).toHaveBeenLastCalledWith(true);
    wait(1000);
    expect(host.querySelector('circle')?.getAttribute('cx')).toBe('50');
    expect(moving).toHaveBeenLastCalledWith(false);
  });

  it('knows no step beyond the last', () => {
    expect(() => start().player.show(9, 0)).toThrow(/step 9 of 4/);
  });
});
