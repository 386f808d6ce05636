/**
 * JSON by columns: values that mean the same (all the `x`, all the class names) stand side by side, where a general
 * compressor finds far more to save than in a tree. Lossless for whatever JSON can say.
 */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** The tree's nodes in reading order, each in the column of its path; lists and objects as `[length]`, `[length, 1]`, `[-1 - shape]`. */
export interface Columns {
  /** The keys of each kind of object. */
  shapes: string[][];
  /** A column of words alone is one string, a word a line. */
  columns: Record<string, readonly unknown[] | string>;
}

const kind = (value: Json): string => (Array.isArray(value) ? 'list' : value === null ? 'null' : typeof value);

/** Turns a value into columns. */
export function toColumns(value: Json): Columns {
  const shapes = new Map<string, number>();
  const columns: Record<string, unknown[]> = {};
  const walk = (node: Json, path: string): void => {
    columns[path] ??= [];
    const column = columns[path];
    if (Array.isArray(node)) {
      const list = node as readonly Json[];
      // In a tuple each place means something of its own; in a list all are alike.
      const tuple = new Set(list.map(kind)).size > 1;
      column.push(tuple ? [list.length, 1] : [list.length]);
      list.forEach((item, i) => {
        walk(item, tuple ? `${path}/${i}` : `${path}/*`);
      });
    } else if (node !== null && typeof node === 'object') {
      const keys = Object.keys(node);
      const name = JSON.stringify(keys);
      const shape = shapes.get(name) ?? shapes.size;
      shapes.set(name, shape);
      column.push([-1 - shape]);
      for (const key of keys) walk((node as Record<string, Json>)[key] ?? null, `${path}.${key}`);
    } else column.push(node);
  };
  walk(value, '');
  const joined = (column: unknown[]): unknown[] | string =>
    column.every((item) => typeof item === 'string' && !item.includes('\n')) ? column.join('\n') : column;
  return {
    shapes: [...shapes.keys()].map((name) => JSON.parse(name) as string[]),
    columns: Object.fromEntries(Object.entries(columns).map(([path, column]) => [path, joined(column)])),
  };
}

/** The value that `toColumns` was given. */
export function fromColumns({ shapes, columns }: Columns): Json {
  const left = new Map(
    Object.entries(columns).map(([path, column]) => [path, (typeof column === 'string' ? column.split('\n') : column).values()]),
  );
  const walk = (path: string): Json => {
    const node = left.get(path)?.next().value as unknown;
    if (!Array.isArray(node)) return node as Json;
    const [size = 0, tuple] = node as number[];
    if (size < 0) return Object.fromEntries((shapes[-1 - size] ?? []).map((key) => [key, walk(`${path}.${key}`)]));
    return Array.from({ length: size }, (_, i) => walk(tuple ? `${path}/${i}` : `${path}/*`));
  };
  return walk('');
}
