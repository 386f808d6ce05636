import { figures } from '../../src/figures/registry.ts';
import { readContent } from '../../src/lib/content.ts';
import type { FrameId, Lang } from '../../src/scene/types.ts';
import { drawFigure, figureInput, localeOf, scenes } from '../../src/site/figure.ts';

export const content = readContent(process.cwd());

/** Every figure in every frame and language, with its scenes step by step. */
export const drawings = figures.flatMap((module) => {
  const series = module.data(figureInput(content)) as never;
  return (['en', 'fr'] as Lang[]).flatMap((lang) =>
    (['compact', 'wide'] as FrameId[]).map((frame) => {
      const locale = localeOf(module.name, lang, content);
      return {
        name: `${module.name} ${lang} ${frame}`,
        module,
        lang,
        frame,
        locale,
        series,
        scenes: scenes(module, series, frame, locale),
        table: module.describe(series, locale),
      };
    }),
  );
});

export const drawn = (name: string, lang: Lang) => drawFigure(name, lang, content);
