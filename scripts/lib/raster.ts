/** SVG to PNG by resvg (WebAssembly: the same on every machine), with the site's own fonts and no other. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import subsetFont from 'subset-font';

// The build bundles this file elsewhere: packages are looked up from the project.
const require = createRequire(join(process.cwd(), 'package.json'));
const FONTS = [
  '@fontsource/gentium-plus/files/gentium-plus-latin-700-normal.woff2',
  '@fontsource/gentium-plus/files/gentium-plus-latin-400-normal.woff2',
  '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2',
  '@fontsource/noto-sans/files/noto-sans-latin-600-normal.woff2',
];
/** What pictures are set with: Latin, and the marks of both languages. */
const GLYPHS = [...Array.from({ length: 0x180 - 0x20 }, (_, i) => String.fromCodePoint(0x20 + i)), ...'\u202f\u2011’‘“”«»–—…·×‹›≥≤→'].join(
  '',
);

let ready: Promise<Uint8Array[]> | undefined;

/** resvg reads TrueType; the packages ship WOFF2. */
async function fonts(): Promise<Uint8Array[]> {
  await initWasm(readFileSync(require.resolve('@resvg/resvg-wasm/index_bg.wasm')));
  const read = FONTS.map((file) => subsetFont(readFileSync(require.resolve(file)), GLYPHS, { targetFormat: 'truetype' }));
  return (await Promise.all(read)).map((font) => new Uint8Array(font));
}

/** Draws an SVG, `scale` pixels a unit, and hands it to `take` before its memory is given back. */
async function drawn<T>(svg: string, scale: number, take: (image: ReturnType<InstanceType<typeof Resvg>['render']>) => T): Promise<T> {
  ready ??= fonts();
  const fontBuffers = await ready;
  const image = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: scale },
    font: {
      fontBuffers,
      loadSystemFonts: false,
      defaultFontFamily: 'Noto Sans',
      sansSerifFamily: 'Noto Sans',
      serifFamily: 'Gentium Plus',
    },
  });
  const picture = image.render();
  const taken = take(picture);
  picture.free();
  image.free();
  return taken;
}

/** A PNG of an SVG, `scale` pixels a unit. Same SVG, same bytes. */
export const rasterise = (svg: string, scale: number): Promise<Uint8Array> => drawn(svg, scale, (picture) => picture.asPng());

/** The pixels of an SVG, one a unit: RGBA, row by row. */
export const pixelsOf = (svg: string): Promise<{ data: Uint8ClampedArray<ArrayBuffer>; width: number; height: number }> =>
  drawn(svg, 1, ({ pixels, width, height }) => ({ data: new Uint8ClampedArray(pixels), width, height }));
