import type { FigureModule } from './types.ts';

/** Every figure of the site. A new one is a folder and a line here. */
export const figures: readonly FigureModule<never>[] = [];
