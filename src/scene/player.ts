/**
 * Shows the steps of one drawing in the browser. One rule: the picture is a function of the step asked
 * for, never of the way that led to it. At rest the marks equal what `svg.ts` prints for that step.
 */
import { easeCubicInOut } from 'd3-ease';
import { interpolateNumber, interpolateString } from 'd3-interpolate';
import { type Timer, timer } from 'd3-timer';
import { decode, type Encoded, type Numbered } from './diff.ts';

/** Attributes that move; all others change at once. Paths move only between equal numbers of points. */
const MOVING = /^(?:[xy][12]?|c[xy]|r|width|height|font-size|opacity|d|transform)$/;
const SVG = 'http://www.w3.org/2000/svg';

interface Live {
  node: SVGElement;
  mark: Numbered;
  /** What the moving attributes read right now, which mid-way differs from the mark. */
  now: Map<string, string>;
  leaving: boolean;
}

interface Move {
  live: Live;
  name: string;
  at: (t: number) => string | number;
}

export interface Player {
  /** Number of steps. */
  readonly length: number;
  /** Goes to a step from whatever is on screen; `ms` 0 is a cut. */
  show(step: number, ms: number): void;
  /** The marks of a step as new nodes, for a picture of its own; what is on screen stays. */
  drawing(step: number): SVGElement[];
}

const points = (d: string): number => d.match(/-?\d*\.?\d+/g)?.length ?? 0;

/** Equal to `MOVING` attributes' value where the mark does not print them. */
const absent = (name: string): string => (name === 'opacity' ? '1' : '');

function between(name: string, from: string, to: string): (t: number) => string | number {
  if (name === 'd' && points(from) !== points(to)) return () => to;
  return name === 'd' || name === 'transform' ? interpolateString(from, to) : interpolateNumber(Number(from), Number(to));
}

/** A mark as a new node. */
function nodeOf({ tag, attrs, text }: Numbered): SVGElement {
  const node = document.createElementNS(SVG, tag) as SVGElement;
  for (const [name, value] of Object.entries(attrs)) node.setAttribute(name, value);
  if (text !== undefined) node.textContent = text;
  return node;
}

/** Takes over the marks in `group`, which must hold the last step of `data`. `moving` hears when motion starts and ends. */
export function createPlayer(group: SVGGElement, data: Encoded, moving: (on: boolean) => void): Player {
  const drawn = [...group.children] as SVGElement[];
  const steps = decode(
    drawn.map((node) => ({
      tag: node.tagName,
      attrs: Object.fromEntries([...node.attributes].map((a) => [a.name, a.value])),
      text: node.tagName === 'text' ? (node.textContent ?? '') : undefined,
    })),
    data,
  );
  const live = new Map<number, Live>();
  steps.at(-1)?.forEach((mark, i) => {
    const node = drawn[i];
    if (node) live.set(mark.id, { node, mark, now: new Map(), leaving: false });
  });
  let running: Timer | undefined;

  const create = (mark: Numbered): Live => {
    const entry: Live = {
      node: nodeOf(mark),
      mark,
      now: new Map([['opacity', '0']]),
      leaving: false,
    };
    entry.node.setAttribute('opacity', '0');
    live.set(mark.id, entry);
    return entry;
  };

  /** Puts nodes into drawing order, leaving the ones that fade out where they are. */
  const order = (marks: readonly Numbered[]): void => {
    const leaving = new Set<Node>([...live.values()].filter((l) => l.leaving).map((l) => l.node));
    let cursor: Node | null = group.firstChild;
    for (const { id } of marks) {
      while (cursor && leaving.has(cursor)) cursor = cursor.nextSibling;
      const node = live.get(id)?.node;
      if (!node) continue;
      if (node === cursor) cursor = cursor.nextSibling;
      else group.insertBefore(node, cursor);
    }
  };

  /** What has to move for this mark to become `mark`; all that does not move is changed now. */
  const retarget = (entry: Live, mark: Numbered): Move[] => {
    const moves: Move[] = [];
    const { node, mark: old } = entry;
    entry.mark = mark;
    entry.leaving = false;
    for (const name of new Set([...Object.keys(old.attrs), ...Object.keys(mark.attrs), ...entry.now.keys()])) {
      const to = mark.attrs[name];
      if (MOVING.test(name)) {
        const from = entry.now.get(name) ?? old.attrs[name] ?? absent(name);
        const goal = to ?? absent(name);
        if (from !== goal && from !== '' && goal !== '') moves.push({ live: entry, name, at: between(name, from, goal) });
        else if (to !== undefined) node.setAttribute(name, to);
      } else if (to === undefined) node.removeAttribute(name);
      else if (to !== old.attrs[name]) node.setAttribute(name, to);
    }
    if (mark.text !== undefined && mark.text !== node.textContent) node.textContent = mark.text;
    return moves;
  };

  /** Makes every mark exactly what its step says and takes out what has left. */
  const settle = (): void => {
    for (const [id, entry] of live) {
      const { node, mark } = entry;
      if (entry.leaving) {
        node.remove();
        live.delete(id);
        continue;
      }
      for (const name of entry.now.keys()) {
        const value = mark.attrs[name];
        if (value === undefined) node.removeAttribute(name);
        else node.setAttribute(name, value);
      }
      entry.now.clear();
    }
    moving(false);
  };

  return {
    length: steps.length,
    drawing: (step) => (steps[step] ?? []).map(nodeOf),
    show(step, ms) {
      const marks = steps[step];
      if (!marks) throw new RangeError(`step ${step} of ${steps.length}`);
      running?.stop();
      const stays = new Set(marks.map((m) => m.id));
      const moves = marks.flatMap((mark) => retarget(live.get(mark.id) ?? create(mark), mark));
      for (const [id, entry] of live) {
        if (stays.has(id)) continue;
        entry.leaving = true;
        const from = entry.now.get('opacity') ?? entry.mark.attrs.opacity ?? '1';
        moves.push({ live: entry, name: 'opacity', at: between('opacity', from, '0') });
      }
      order(marks);
      const draw = (t: number): void => {
        for (const { live: entry, name, at } of moves) {
          const value = String(at(t));
          entry.now.set(name, value);
          entry.node.setAttribute(name, value);
        }
      };
      if (ms === 0 || moves.length === 0) {
        draw(1);
        settle();
        return;
      }
      moving(true);
      draw(0);
      running = timer((elapsed) => {
        const t = Math.min(1, elapsed / ms);
        draw(easeCubicInOut(t));
        if (t === 1) {
          running?.stop();
          settle();
        }
      });
    },
  };
}
