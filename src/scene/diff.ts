import type { El } from './elements.ts';

/**
 * What a page carries of a figure besides one finished drawing: for each step only what differs.
 *
 * The drawing in the document is the last step. `back[i]` turns step i + 1 into step i, so walking
 * backwards from the drawing gives every step. Marks are named by number: their place in the last
 * step's drawing order first, then in order of appearance.
 */
export interface Encoded {
  /** Number of marks in the drawing of the last step. */
  n: number;
  /** Differences, from the last step but one to the first. */
  back: readonly Difference[];
}

/** Marks to take out, to change and to put in, and the drawing order where it is not the old one. */
export interface Difference {
  /** Removed ids. */
  r?: readonly number[];
  /** Changed: id, attributes (`null` takes one away), text where it changed. */
  u?: readonly (readonly [number, Readonly<Record<string, string | null>>, string?])[];
  /** New: id, id it stands before (-1: last), tag, attributes, text. */
  n?: readonly (readonly [number, number, string, Readonly<Record<string, string>>, string?])[];
  /** Full order of ids, only where marks that stay swap places. */
  o?: readonly number[];
}

/** A mark with its number, as the player handles it. */
export interface Numbered {
  id: number;
  tag: string;
  attrs: Readonly<Record<string, string>>;
  text: string | undefined;
}

const same = (a: readonly number[], b: readonly number[]): boolean => a.length === b.length && a.every((x, i) => x === b[i]);

function change(from: Numbered, to: Numbered): [number, Record<string, string | null>, string?] | undefined {
  const attrs: Record<string, string | null> = {};
  for (const [name, value] of Object.entries(to.attrs)) if (from.attrs[name] !== value) attrs[name] = value;
  for (const name of Object.keys(from.attrs)) if (!(name in to.attrs)) attrs[name] = null;
  const words = from.text !== to.text;
  if (!words && Object.keys(attrs).length === 0) return undefined;
  return words ? [to.id, attrs, to.text ?? ''] : [to.id, attrs];
}

/** The difference that turns one list of marks into another. */
function difference(from: readonly Numbered[], to: readonly Numbered[]): Difference {
  const old = new Map(from.map((m) => [m.id, m]));
  const ids = new Set(to.map((m) => m.id));
  const r = from.filter((m) => !ids.has(m.id)).map((m) => m.id);
  const u: NonNullable<Difference['u']>[number][] = [];
  const n: NonNullable<Difference['n']>[number][] = [];
  to.forEach((mark, i) => {
    const now = old.get(mark.id);
    if (now) {
      const changed = change(now, mark);
      if (changed) u.push(changed);
    } else {
      const before = to[i + 1]?.id ?? -1;
      n.push(mark.text === undefined ? [mark.id, before, mark.tag, mark.attrs] : [mark.id, before, mark.tag, mark.attrs, mark.text]);
    }
  });
  const stay = (list: readonly Numbered[], keep: (id: number) => boolean) => list.map((m) => m.id).filter(keep);
  const swapped = !same(
    stay(from, (id) => ids.has(id)),
    stay(to, (id) => old.has(id)),
  );
  return { ...(r.length && { r }), ...(u.length && { u }), ...(n.length && { n }), ...(swapped && { o: to.map((m) => m.id) }) };
}

/**
 * Encodes the steps of one frame. A key names one mark in all steps; a key that changes its tag from
 * one step to another is a different mark.
 */
export function encode(steps: readonly (readonly El[])[]): Encoded {
  const ids = new Map<string, number>();
  const number = (el: El): Numbered => {
    const name = `${el.tag} ${el.key}`;
    let id = ids.get(name);
    if (id === undefined) {
      id = ids.size;
      ids.set(name, id);
    }
    return { id, tag: el.tag, attrs: el.attrs, text: el.text };
  };
  const last = steps.at(-1);
  if (!last) throw new RangeError('a figure needs at least one step');
  let later = last.map(number);
  const back: Difference[] = [];
  for (const step of steps.slice(0, -1).reverse()) {
    const earlier = step.map(number);
    back.push(difference(later, earlier));
    later = earlier;
  }
  return { n: last.length, back };
}

/** Undoes one difference. */
function apply(from: readonly Numbered[], { r = [], u = [], n = [], o }: Difference): Numbered[] {
  const gone = new Set(r);
  const changes = new Map(u.map((entry) => [entry[0], entry]));
  const list = from
    .filter((m) => !gone.has(m.id))
    .map((mark) => {
      const entry = changes.get(mark.id);
      if (!entry) return mark;
      const attrs: Record<string, string> = {};
      for (const [name, value] of Object.entries({ ...mark.attrs, ...entry[1] })) if (value !== null) attrs[name] = value;
      return { ...mark, attrs, text: entry.length > 2 ? entry[2] : mark.text };
    });
  // From the last to the first, so that the mark each stands before is already there.
  for (const [id, before, tag, attrs, text] of [...n].reverse()) {
    const at = before < 0 ? list.length : list.findIndex((m) => m.id === before);
    list.splice(at, 0, { id, tag, attrs, text });
  }
  if (!o) return list;
  const place = new Map(o.map((id, i) => [id, i]));
  return list.sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
}

/** Every step, first to last, from the drawing of the last one and the differences. */
export function decode(drawing: readonly Omit<Numbered, 'id'>[], { back }: Encoded): Numbered[][] {
  let list: Numbered[] = drawing.map((mark, id) => ({ ...mark, id }));
  const steps = [list];
  for (const step of back) {
    list = apply(list, step);
    steps.unshift(list);
  }
  return steps;
}
