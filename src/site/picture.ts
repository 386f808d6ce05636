/** Figures as files to take away: every step, in both frames and languages. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { figures } from '../figures/registry.ts';
import type { FigureModule } from '../figures/types.ts';
import { basemapSymbols } from '../geo/basemap.ts';
import { typeset } from '../i18n/typography.ts';
import type { Content } from '../lib/content.ts';
import { readSheet, type Sheet } from '../scene/css.ts';
import { bareSvg, standaloneSvg } from '../scene/standalone.ts';
import { FRAMES, type FrameId, type Lang } from '../scene/types.ts';
import { figureInput, localeOf, scenes } from './figure.ts';
import type { Gate } from './gate.ts';
import { publishersOf } from './publishers.ts';

/** A drawing, or pixels: two to a unit, or one for pages that take no larger file. */
export type PictureExt = 'svg' | 'png' | '1x.png';

/** The path of a figure's picture: one a step, frame and language. */
export const fileOf = (lang: Lang, figure: string, step: string, frame: FrameId, ext: PictureExt): string =>
  `figures/${lang}/${figure}/${step}-${frame}.${ext}`;

/** What three lines under a phone's picture hold. */
const LETTERS = 142;

/** The line under a picture: whose it is, under which terms, from whom the numbers come, as of when. */
export function creditOf(module: FigureModule<never>, sources: readonly string[], lang: Lang, content: Content): string {
  const words = content.ui[lang].value;
  const { fmt } = localeOf(module.name, lang, content);
  const open = module.series.every((name) => content.series.get(name)?.resource.commercialUse);
  const ours = `${content.site.value.title[lang]}, CC BY 4.0${open ? '' : ` (${words['commercial-no'] ?? ''})`}`;
  const day = (words['data-as-of'] ?? '').replace('{date}', fmt.date(module.asOf));
  const from = `${words.sources ?? ''}${lang === 'fr' ? ' :' : ':'} `;
  const more = (n: number): string => (n > 0 ? ` ${(words['and-more-short'] ?? '').replace('{n}', String(n))}` : '');
  const publishers = sources.map((id) => content.sources.get(id)?.value.publisher ?? id);
  const room = LETTERS - [ours, from, more(99), day].join(' · ').length;
  const { named, rest } = publishersOf(publishers, 3, room);
  return typeset([ours, `${from}${named.join(', ')}${more(rest)}`, day].join(' · '), lang);
}

/** The rules of the site's own style sheets, read from the project at `root`. */
function sheetOf(root: string): Sheet {
  const css = (name: string): string => readFileSync(join(root, 'src', 'styles', `${name}.css`), 'utf8');
  return readSheet(css('tokens'), css('scene'));
}

/** The small drawing of every step in one language, by step id, with nothing around it; what the gate withholds is not drawn. */
export function bareDrawings(lang: Lang, content: Content, root: string, gate: Gate): Map<string, string> {
  const sheet = sheetOf(root);
  const symbols = basemapSymbols();
  return new Map(
    figures
      .filter((module) => gate.figure(module))
      .flatMap((module) => {
        const locale = localeOf(module.name, lang, content);
        return scenes(module, module.data(figureInput(content)) as never, 'compact', locale).map((scene, i) => {
          const step = module.steps[i] ?? '';
          const description = locale.text.steps[step]?.say ?? locale.text.title;
          return [step, bareSvg(scene, { lang, description }, sheet, symbols)] as const;
        });
      }),
  );
}

/** Every picture that the gate lets through as SVG, in the languages on offer, with its path but for the extension. `root` is the project: the style sheets are read from it. */
export function* pictures(
  content: Content,
  root: string,
  gate: Gate,
): Generator<{ path(ext: PictureExt): string; svg: string; last: boolean }> {
  const sheet = sheetOf(root);
  const symbols = basemapSymbols();
  for (const module of figures.filter((figure) => gate.figure(figure))) {
    const series = module.data(figureInput(content)) as never;
    for (const lang of content.site.value.languages) {
      const locale = localeOf(module.name, lang, content);
      const sources = module.describe(series, locale).rows.flatMap((row) => row.sources);
      const credit = creditOf(module, sources, lang, content);
      for (const frame of Object.keys(FRAMES) as FrameId[])
        for (const [i, scene] of scenes(module, series, frame, locale).entries()) {
          const step = module.steps[i] ?? '';
          const { title, subtitle, steps, description } = locale.text;
          const words = { lang, title, subtitle, description: steps[step]?.say ?? description, credit };
          yield {
            path: (ext) => fileOf(lang, module.name, step, frame, ext),
            svg: standaloneSvg(scene, frame, words, sheet, symbols),
            last: step === module.steps.at(-1),
          };
        }
    }
  }
}
