/** Figures as files to take away: every step, in both frames and languages. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { figures } from '../figures/registry.ts';
import type { FigureModule } from '../figures/types.ts';
import { basemapSymbols } from '../geo/basemap.ts';
import { typeset } from '../i18n/typography.ts';
import type { Content } from '../lib/content.ts';
import { readSheet } from '../scene/css.ts';
import { standaloneSvg } from '../scene/standalone.ts';
import { FRAMES, type FrameId, type Lang } from '../scene/types.ts';
import { figureInput, localeOf, scenes } from './figure.ts';

const LANGS = ['en', 'fr'] as const;

/** The path of a figure's picture: one a step, frame and language. */
export const fileOf = (lang: Lang, figure: string, step: string, frame: FrameId, ext: 'svg' | 'png'): string =>
  `figures/${lang}/${figure}/${step}-${frame}.${ext}`;

/** The line under a picture: whose it is, under which terms, from whom the numbers come, as of when. */
export function creditOf(module: FigureModule<never>, sources: readonly string[], lang: Lang, content: Content): string {
  const words = content.ui[lang].value;
  const { fmt } = localeOf(module.name, lang, content);
  const publishers = [...new Set(sources.map((id) => content.sources.get(id)?.value.publisher ?? id))];
  const named = publishers.slice(0, 3).join(', ');
  const more = publishers.length > 3 ? ` ${(words['and-more-short'] ?? '').replace('{n}', String(publishers.length - 3))}` : '';
  const open = module.series.every((name) => content.series.get(name)?.resource.commercialUse);
  return typeset(
    [
      `${content.site.value.title[lang]}, CC BY 4.0${open ? '' : ` (${words['commercial-no'] ?? ''})`}`,
      `${words.sources ?? ''}${lang === 'fr' ? ' :' : ':'} ${named}${more}`,
      (words['data-as-of'] ?? '').replace('{date}', fmt.date(module.asOf)),
    ].join(' · '),
    lang,
  );
}

/** Every picture as SVG, with its path but for the extension. `root` is the project: the style sheets are read from it. */
export function* pictures(content: Content, root: string): Generator<{ path(ext: 'svg' | 'png'): string; svg: string }> {
  const css = (name: string): string => readFileSync(join(root, 'src', 'styles', `${name}.css`), 'utf8');
  const sheet = readSheet(css('tokens'), css('scene'));
  const symbols = basemapSymbols();
  for (const module of figures) {
    const series = module.data(figureInput(content)) as never;
    for (const lang of LANGS) {
      const locale = localeOf(module.name, lang, content);
      const sources = module.describe(series, locale).rows.flatMap((row) => row.sources);
      const credit = creditOf(module, sources, lang, content);
      for (const frame of Object.keys(FRAMES) as FrameId[])
        for (const [i, scene] of scenes(module, series, frame, locale).entries()) {
          const step = module.steps[i] ?? '';
          const { title, subtitle, steps, description } = locale.text;
          const words = { lang, title, subtitle, description: steps[step]?.say ?? description, credit };
          yield { path: (ext) => fileOf(lang, module.name, step, frame, ext), svg: standaloneSvg(scene, frame, words, sheet, symbols) };
        }
    }
  }
}
