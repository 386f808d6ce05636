import type { FrameId, Lang } from '../scene/types.ts';

/** The path of a figure's picture: one a step, frame and language. */
export const fileOf = (lang: Lang, figure: string, step: string, frame: FrameId, ext: 'svg' | 'png'): string =>
  `figures/${lang}/${figure}/${step}-${frame}.${ext}`;
