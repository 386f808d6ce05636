/** SVG to pixels by resvg (WebAssembly: the same on every machine), with the site's own fonts and no other; pixels to files by sharp. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import sharp, { type Sharp } from 'sharp';
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

// Drawings are spread over the cores already: each is written on one.
sharp.concurrency(1);

let ready: Promise<Uint8Array[]> | undefined;

/** resvg reads TrueType; the packages ship WOFF2. */
async function fonts(): Promise<Uint8Array[]> {
  await initWasm(readFileSync(require.resolve('@resvg/resvg-wasm/index_bg.wasm')));
  const read = FONTS.map((file) => subsetFont(readFileSync(require.resolve(file)), GLYPHS, { targetFormat: 'truetype' }));
  return (await Promise.all(read)).map((font) => new Uint8Array(font));
}

/** Draws an SVG, `scale` pixels a unit. The drawing must cover its ground: what comes out knows no transparency. */
async function drawn(svg: string, scale: number): Promise<Sharp> {
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
  const { pixels, width, height } = picture;
  picture.free();
  image.free();
  return sharp(pixels, { raw: { width, height, channels: 4 } }).removeAlpha();
}

/** A PNG of an SVG, `scale` pixels a unit. Same SVG, same bytes. */
export const rasterise = async (svg: string, scale: number): Promise<Uint8Array> =>
  (await drawn(svg, scale)).png({ compressionLevel: 6 }).toBuffer();

/** A JPEG of an SVG, one pixel a unit, in full colour resolution: hairlines and coloured words want it. */
export const jpeg = async (svg: string): Promise<Uint8Array> =>
  (await drawn(svg, 1)).jpeg({ quality: 84, chromaSubsampling: '4:4:4' }).toBuffer();
