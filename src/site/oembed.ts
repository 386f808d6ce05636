/** oEmbed 1.0 answers, one static file a figure and language, for systems that turn an address into a frame. */

import { sizeOf } from '../scene/standalone.ts';
import { FRAMES, type Lang } from '../scene/types.ts';
import { termsOf } from './embed.ts';
import { embedHeight } from './embed-height.ts';
import { figureNamed, localeOf } from './figure.ts';
import { pageContext } from './page.ts';
import { fileOf } from './picture.ts';
import { absolute, pathOf, siteContent } from './site.ts';
import { frameMarkup } from './snippets.ts';

/** Width that is offered, in CSS pixels: the column of a common article. */
export const WIDTH = 600;
/** Pixels a unit of our PNG files. */
const SCALE = 2;

/** What `/oembed/<lang>/<figure>.json` holds. */
export function oembed(lang: Lang, name: string, site: URL | undefined): object {
  const { content } = siteContent();
  const page = pageContext(lang, content);
  const module = figureNamed(name);
  const { title } = localeOf(name, lang, content).text;
  const provider = page.set(content.site.value.title[lang]);
  const size = sizeOf('wide', FRAMES.wide);
  return {
    version: '1.0',
    type: 'rich',
    title,
    author_name: provider,
    author_url: absolute(pathOf('about', lang), site),
    provider_name: provider,
    provider_url: absolute(`${lang}/`, site),
    cache_age: 3600,
    html: frameMarkup(lang, name, site, WIDTH),
    width: WIDTH,
    height: embedHeight(name, lang, WIDTH),
    thumbnail_url: absolute(fileOf(lang, name, module.steps.at(-1) ?? '', 'wide', 'png'), site),
    thumbnail_width: size.width * SCALE,
    thumbnail_height: size.height * SCALE,
    license: termsOf(name, page),
    license_url: 'https://creativecommons.org/licenses/by/4.0/',
  };
}
