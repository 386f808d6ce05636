/** Pictures made on other threads are those made here, and a drawing that cannot be read is said, not lost. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { inStudio } from '../../scripts/lib/made.ts';
import { jpeg, rasterise } from '../../scripts/lib/raster.ts';

const square = (size: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}"><rect width="${size}" height="${size}" fill="#345"/><text x="2" y="9" font-size="9" font-family="'Noto Sans'">é</text></svg>`;

const kept = mkdtempSync(join(tmpdir(), 'mali-made-'));
afterAll(() => rmSync(kept, { recursive: true }));

it('is the same to the byte when drawn on another thread, and when taken from what was kept', async () => {
  const found: Buffer[] = [];
  for (let time = 0; time < 2; time++)
    await inStudio(async ({ made }) => {
      for (const kind of ['png', '1x.png', 'jpg'] as const) found.push(readFileSync(await made(kind, square(12))));
    }, kept);
  const here = [await rasterise(square(12), 2), await rasterise(square(12), 1), await jpeg(square(12))];
  expect(found.map((bytes) => bytes.toString('hex'))).toEqual([...here, ...here].map((bytes) => Buffer.from(bytes).toString('hex')));
});

it('does the work of every item, and throws the first failure', async () => {
  const done: number[] = [];
  await inStudio(({ each }) =>
    each(
      Array.from({ length: 300 }, (_, i) => i),
      async (i) => void done.push(i),
    ),
  );
  expect(done.length).toBe(300);
  const broken = inStudio(
    ({ made, each }) => each([square(3), '<svg broken', square(4)], async (svg) => void (await made('png', svg))),
    kept,
  );
  await expect(broken).rejects.toThrow(/SVG data parsing failed/);
});
