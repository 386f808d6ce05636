/** Pictures kept by content between builds: what was drawn before is not drawn again, what is new is drawn on all cores. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import Tinypool from 'tinypool';
import type { Kind } from './draw.ts';

const root = join(import.meta.dirname, '..', '..');
/** The programs that turn a drawing into pixels: a picture made by another version of them is not taken. */
const PROGRAMS = ['draw.ts', 'raster.ts'].map((file) => join(root, 'scripts', 'lib', file));

/**
 * Drawings handed to each core at a time: enough for the seconds in which the main thread is busy with something else and
 * hands out none, few enough that a large site does not hold all of them at once.
 */
const AHEAD = 64;

export interface Studio {
  /** The path of the file that holds a drawing as `kind`: drawn now, unless it was made before. */
  made(kind: Kind, svg: string): Promise<string>;
  /** Does `work` on each item, several at a time. The first failure is thrown. */
  each<T>(items: Iterable<T>, work: (item: T) => Promise<void>): Promise<void>;
}

/**
 * Hands a studio to `use`, closes it after, and returns what `use` did. What is made is kept under `kept`, a folder a kind. Threads are started only
 * if something has to be drawn.
 */
export async function inStudio<T>(use: (studio: Studio) => Promise<T>, kept = join(root, '.generated')): Promise<T> {
  const cores = availableParallelism();
  const programs = PROGRAMS.map((file) => readFileSync(file));
  let pool: Tinypool | undefined;
  const draw = (kind: Kind, svg: string): Promise<Uint8Array> => {
    pool ??= new Tinypool({
      filename: join(root, 'scripts', 'lib', 'draw.ts'),
      maxThreads: cores,
      concurrentTasksPerWorker: AHEAD,
      isolateWorkers: false,
    });
    return pool.run({ kind, svg });
  };
  const studio: Studio = {
    async made(kind, svg) {
      const folder = join(kept, kind);
      const hash = createHash('sha256');
      for (const bytes of programs) hash.update(bytes);
      const file = join(folder, `${hash.update(svg).digest('hex')}.${kind}`);
      if (existsSync(file)) return file;
      const bytes = await draw(kind, svg);
      mkdirSync(folder, { recursive: true });
      // Another build may look for it meanwhile: it is there whole or not at all.
      writeFileSync(`${file}.${process.pid}`, bytes);
      renameSync(`${file}.${process.pid}`, file);
      return file;
    },
    async each(items, work) {
      const going = new Set<Promise<void>>();
      for (const item of items) {
        const one = work(item).finally(() => going.delete(one));
        // The first failure is thrown below; those that follow from it are nobody's news.
        one.catch(() => undefined);
        going.add(one);
        if (going.size >= cores * AHEAD) await Promise.race(going);
      }
      await Promise.all(going);
    },
  };
  try {
    return await use(studio);
  } finally {
    await pool?.destroy();
  }
}
