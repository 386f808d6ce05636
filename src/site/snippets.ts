/** The three things another site can paste, as markup with full addresses. Text is escaped; nothing here needs a script to be seen. */

import { sizeOf } from '../scene/standalone.ts';
import { escapeXml } from '../scene/svg.ts';
import { FRAMES, type Lang } from '../scene/types.ts';
import { embedPath } from './embed.ts';
import { anyHeight, embedHeight } from './embed-height.ts';
import { figureNamed, localeOf } from './figure.ts';
import { pageContext } from './page.ts';
import { fileOf } from './picture.ts';
import { absolute, pathOf, siteContent } from './site.ts';

/** The frame, `width` in CSS pixels or the column's own; its fixed height is room enough for all of the figure. */
export function frameMarkup(lang: Lang, name: string, site: URL | undefined, width: number | '100%'): string {
  const { title } = localeOf(name, lang, siteContent().content).text;
  const height = width === '100%' ? anyHeight(name, lang) : embedHeight(name, lang, width);
  return `<iframe src="${absolute(embedPath(lang, name), site)}" title="${escapeXml(title)}" width="${width}" height="${height}" frameborder="0" loading="lazy"></iframe>`;
}

/** The script that makes frames as tall as they say, pinned to its bytes. */
export const scriptMarkup = (integrity: string, site: URL | undefined): string =>
  `<script src="${absolute('embed.js', site)}" integrity="${integrity}" crossorigin="anonymous" async></script>`;

/** The finished picture, a link to the figure's page, and the credit that the licence asks for. */
export function pictureMarkup(lang: Lang, name: string, site: URL | undefined): string {
  const { content } = siteContent();
  const { set } = pageContext(lang, content);
  const { title, description } = localeOf(name, lang, content).text;
  const { width, height } = sizeOf('wide', FRAMES.wide);
  const page = absolute(pathOf('figures', lang, name), site);
  const image = absolute(fileOf(lang, name, figureNamed(name).steps.at(-1) ?? '', 'wide', 'png'), site);
  const credit = escapeXml(`${title}. ${set(content.site.value.title[lang])}, CC BY 4.0`);
  return `<a href="${page}"><img src="${image}" width="${width}" height="${height}" alt="${escapeXml(description)}"></a>\n<p><a href="${page}">${credit}</a></p>`;
}
