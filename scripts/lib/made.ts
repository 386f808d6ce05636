/** Pictures kept by content between builds: what was drawn before is not drawn again. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/**
 * A keeper of files under `.generated/<ext>`, named by what they are made from: the drawing, and the program that turns it
 * into pixels (`by`: its files, beside this one).
 */
export function keeper(
  ext: string,
  by: readonly string[],
  make: (svg: string) => Promise<Uint8Array>,
): (svg: string) => Promise<Uint8Array> {
  const folder = join(root, '.generated', ext);
  mkdirSync(folder, { recursive: true });
  const program = by.map((file) => readFileSync(join(import.meta.dirname, file)));
  return async (svg) => {
    const hash = createHash('sha256');
    for (const bytes of program) hash.update(bytes);
    const file = join(folder, `${hash.update(svg).digest('hex')}.${ext}`);
    if (existsSync(file)) return readFileSync(file);
    const bytes = await make(svg);
    writeFileSync(file, bytes);
    return bytes;
  };
}
