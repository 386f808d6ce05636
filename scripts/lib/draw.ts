/** Worker of `made.ts`: turns drawings into files of pixels on a thread of its own. */
import { jpeg, rasterise } from './raster.ts';

/** What a drawing can be made into: PNG of two pixels a unit and of one, and JPEG of one. */
const MAKERS = {
  png: (svg: string) => rasterise(svg, 2),
  '1x.png': (svg: string) => rasterise(svg, 1),
  jpg: jpeg,
} as const;
export type Kind = keyof typeof MAKERS;

export default ({ kind, svg }: { kind: Kind; svg: string }): Promise<Uint8Array> => MAKERS[kind](svg);
