// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { encode } from '../../src/scene/diff.ts';
import { elements } from '../../src/scene/elements.ts';
import { circle, line, path, rect, text } from '../../src/scene/marks.ts';
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

  it('knows how many steps there are, and draws any of them apart from what is on screen', () => {
    const { host, player } = start();
    const before = normal(host.children);
    expect(player.length).toBe(4);
    for (const step of steps.keys()) expect(normal(player.drawing(step))).toEqual(fresh(step));
    expect(player.drawing(1)[0]?.namespaceURI).toBe('http://www.w3.org/2000/svg');
    expect(player.drawing(9)).toEqual([]);
    expect(normal(host.children)).toEqual(before);
  });
});

/** A player of two or more drawings of our own, at the first of them. */
function play(...drawings: Scene['marks'][]) {
  const host = document.createElementNS('http://www.w3.org/2000/svg', 'g') as SVGGElement;
  host.innerHTML = marksMarkup(scene(...(drawings.at(-1) ?? [])));
  const moving = vi.fn();
  const player = createPlayer(host, encode(drawings.map((marks) => elements(scene(...marks)))), moving);
  player.show(0, 0);
  moving.mockClear();
  clock.timers.clear();
  const read = (selector: string, name: string) => host.querySelector(selector)?.getAttribute(name);
  return { host, moving, player, read };
}

describe('motion', () => {
  const at = (x: number, rest: Parameters<typeof circle>[5] = {}) => circle('a', 'dot', x, 10, 4, rest);

  it('begins where the picture stands, gathers speed, and slows down before it ends', () => {
    const { player, read } = play([at(0)], [at(100)]);
    player.show(1, 400);
    expect(read('circle', 'cx')).toBe('0');
    wait(100);
    expect(Number(read('circle', 'cx'))).toBeCloseTo(6.25);
    wait(100);
    expect(Number(read('circle', 'cx'))).toBeCloseTo(50);
    wait(100);
    expect(Number(read('circle', 'cx'))).toBeCloseTo(93.75);
    wait(100);
    expect(read('circle', 'cx')).toBe('100');
  });

  it('ends for good: no clock runs on', () => {
    const { player, moving } = play([at(0)], [at(100)]);
    player.show(1, 400);
    expect([clock.timers.size, moving.mock.calls]).toEqual([1, [[true]]]);
    wait(200);
    expect(moving.mock.calls).toEqual([[true]]);
    wait(200);
    expect([clock.timers.size, moving.mock.calls]).toEqual([0, [[true], [false]]]);
    wait(200);
    expect(moving).toHaveBeenCalledTimes(2);
  });

  it('is none where the step is a cut, or draws what is there', () => {
    const { player, moving, read } = play([at(0)], [at(100)]);
    player.show(0, 400);
    expect([clock.timers.size, moving.mock.calls]).toEqual([0, [[false]]]);
    player.show(1, 0);
    expect([clock.timers.size, moving.mock.calls]).toEqual([0, [[false], [false]]]);
    expect(read('circle', 'cx')).toBe('100');
  });

  it('that is interrupted goes on from where it was, on one clock', () => {
    const { player, read } = play([at(0)], [at(100)]);
    player.show(1, 400);
    wait(200);
    player.show(0, 400);
    expect(Number(read('circle', 'cx'))).toBeCloseTo(50);
    expect(clock.timers.size).toBe(1);
    wait(200);
    expect(Number(read('circle', 'cx'))).toBeCloseTo(25);
    wait(200);
    expect(read('circle', 'cx')).toBe('0');
  });

  it('that is interrupted by a cut stops', () => {
    const { player, read } = play([at(0)], [at(100)]);
    player.show(1, 400);
    wait(200);
    player.show(0, 0);
    wait(100);
    expect([read('circle', 'cx'), clock.timers.size]).toEqual(['0', 0]);
  });

  it('fades in what comes and fades out what goes, each from how it stood', () => {
    const came = rect('b', 'bar', 0, 0, 9, 9, { opacity: 0.4 });
    const { player, read, host } = play([at(0)], [came]);
    player.show(1, 400);
    expect([read('circle', 'opacity'), read('rect', 'opacity')]).toEqual(['1', '0']);
    wait(200);
    expect([Number(read('circle', 'opacity')), Number(read('rect', 'opacity'))]).toEqual([0.5, expect.closeTo(0.2)]);
    wait(200);
    expect([host.children.length, read('rect', 'opacity')]).toEqual([1, '0.4']);
    player.show(0, 400);
    expect([read('rect', 'opacity'), read('circle', 'opacity')]).toEqual(['0.4', '0']);
    wait(400);
    expect([host.children.length, read('circle', 'opacity')]).toEqual([1, null]);
  });

  it('brings back what was on its way out, the same node, from how it stood', () => {
    const { player, read, host } = play([at(0)], []);
    const node = host.firstChild;
    player.show(1, 400);
    wait(200);
    player.show(0, 400);
    expect([host.firstChild === node, host.children.length, read('circle', 'opacity')]).toEqual([true, 1, '0.5']);
    wait(400);
    expect([host.firstChild === node, read('circle', 'opacity')]).toEqual([true, null]);
  });

  it('lets go on what is on its way out when the next step is asked for', () => {
    const { player, read, host } = play([at(0)], [], [rect('b', 'bar', 0, 0, 9, 9)]);
    player.show(1, 400);
    wait(200);
    player.show(2, 400);
    expect(read('circle', 'opacity')).toBe('0.5');
    wait(200);
    expect(Number(read('circle', 'opacity'))).toBeCloseTo(0.25);
    wait(200);
    expect(normal(host.children)).toHaveLength(1);
  });

  it('keeps the nodes of marks that stay, and sets them in the order of the step at once', () => {
    const [a, b, c] = [at(0), rect('b', 'bar', 0, 0, 9, 9), text('c', 'label', 1, 2, 'c', 13)];
    const { player, host } = play([a, b, c], [c, a]);
    const [one, two, three] = host.children;
    player.show(1, 400);
    const now = [...host.children];
    expect(now).toHaveLength(3);
    expect(now.filter((node) => node !== two)).toEqual([three, one]);
    wait(400);
    expect([...host.children]).toEqual([three, one]);
  });

  it('leaves alone the nodes that are in their order', () => {
    const [a, b, c] = [at(0), rect('b', 'bar', 0, 0, 9, 9), text('c', 'label', 1, 2, 'c', 13)];
    const { player, host } = play([a, b, c], [a, c]);
    const put = vi.spyOn(host, 'insertBefore');
    player.show(1, 400);
    wait(400);
    player.show(1, 0);
    expect(put).not.toHaveBeenCalled();
  });

  it('changes words, colours and what is no measure at once', () => {
    const said = (words: string, tone: 'un' | 'ink') =>
      text('t', 'label', 1, 2, words, 13, { tone, anchor: tone === 'un' ? 'end' : 'start' });
    const { player, host, read } = play([said('one', 'un')], [said('two', 'ink')]);
    expect(read('text', 'text-anchor')).toBe('end');
    player.show(1, 400);
    expect([host.textContent, read('text', 'class'), read('text', 'text-anchor')]).toEqual(['two', 'r-label t-ink', null]);
    player.show(0, 400);
    expect([host.textContent, read('text', 'class'), read('text', 'text-anchor')]).toEqual(['one', 'r-label t-un', 'end']);
  });

  it('morphs a path of as many points, and cuts to one of more or fewer', () => {
    const drawn = (d: string) => path('p', 'area', d);
    const { player, read } = play([drawn('M0 0L10 -10')], [drawn('M10 10L20 0.5')], [drawn('M0 0L1 1L2 2')]);
    player.show(1, 400);
    expect(read('path', 'd')).toBe('M0 0L10 -10');
    wait(200);
    expect(read('path', 'd')).toBe('M5 5L15 -4.75');
    wait(200);
    player.show(2, 400);
    expect(read('path', 'd')).toBe('M0 0L1 1L2 2');
  });

  it('moves what is placed by a transform, and what is measured by any other number', () => {
    const map = (x: number, scale: number) => ({ key: 'm', role: 'map', geometry: { kind: 'use', href: 'map', x, y: 0, scale } }) as const;
    const wide = (n: number) => [
      map(n, 2 + n / 10),
      rect('r', 'bar', n, n, n, n),
      text('t', 'label', n, n, 't', 10 + n),
      circle('c', 'dot', n, n, n),
      line('l', 'hair', n, n, n, n),
    ];
    const { player, host, read } = play(wide(0), wide(10));
    player.show(1, 400);
    wait(200);
    expect(read('use', 'transform')).toBe('translate(5 0) scale(2.5)');
    const numbers = [...host.querySelectorAll('rect, circle, line, text')].flatMap((node) =>
      [...node.attributes].filter((a) => a.name !== 'class' && a.name !== 'font-size').map((a) => a.value),
    );
    expect(numbers).toEqual(Array(4 + 2 + 3 + 4).fill('5'));
    expect(read('text', 'font-size')).toBe('15');
  });
});
