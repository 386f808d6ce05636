/** SVG to JPEG: pixels by resvg, encoding by MozJPEG, both WebAssembly and so the same on every machine. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import encode, { init } from '@jsquash/jpeg/encode.js';
import { pixelsOf } from './raster.ts';

// The build bundles this file elsewhere: packages are looked up from the project.
const require = createRequire(join(process.cwd(), 'package.json'));
/** Hairlines and coloured words want full colour resolution; progressive scans cost more time than they save bytes. */
const OPTIONS = { quality: 84, progressive: false, auto_subsample: false, chroma_subsample: 1 };

let ready: Promise<unknown> | undefined;
const start = async (): Promise<unknown> =>
  init(await WebAssembly.compile(new Uint8Array(readFileSync(require.resolve('@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm')))));

/** A JPEG of an SVG, one pixel a unit. The drawing must cover its ground: JPEG knows no transparency. */
export async function jpeg(svg: string): Promise<Uint8Array> {
  ready ??= start();
  await ready;
  const { data, width, height } = await pixelsOf(svg);
  return new Uint8Array(await encode({ data, width, height, colorSpace: 'srgb' } as ImageData, OPTIONS));
}
