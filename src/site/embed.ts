/** Embeds: their addresses, and the files by which other sites find them. */
import type { FigureModule } from '../figures/types.ts';
import type { Content } from '../lib/content.ts';
import type { Lang } from '../scene/types.ts';
import { figureNamed } from './figure.ts';
import { figureHref } from './links.ts';
import type { PageContext } from './page.ts';
import { pathOf, siteContent, url } from './site.ts';

/** The path of a figure's embed; without the base, for `url` and `absolute`. */
export const embedPath = (lang: Lang, figure: string): string => `embed/${lang}/${figure}/`;

/** The path of what describes it to oEmbed consumers. */
export const oembedPath = (lang: Lang, figure: string): string => `oembed/${lang}/${figure}.json`;

/** Whether every series a figure is drawn from may be reused commercially. */
export const commercial = (module: FigureModule<never>, content: Content): boolean =>
  module.series.every((name) => content.series.get(name)?.resource.commercialUse);

/** The terms of a figure in one line: whose it is, and whether its data may be reused commercially. */
export function termsOf(name: string, { t, lang, content }: PageContext): string {
  const open = commercial(figureNamed(name), content);
  return t('embed-licence', { site: content.site.value.title[lang], commercial: t(open ? 'commercial-yes' : 'commercial-no') });
}

/** Where the story tells a figure; its own page where no chapter does. */
export function storyHref(lang: Lang, figure: string): string {
  const use = siteContent().uses.figures.get(figure);
  return use ? figureHref(lang, figure, use) : url(pathOf('figures', lang, figure));
}
