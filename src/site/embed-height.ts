/**
 * How tall an embed is, computed for the snippets that work without script. Lines are broken by the same estimate that breaks labels;
 * it errs on the tall side, and a browser test holds it against every figure, language and width. Numbers are those of `embed.css`.
 */
import { wrap } from '../scene/marks.ts';
import { FRAMES, type Lang } from '../scene/types.ts';
import { termsOf } from './embed.ts';
import { drawFigure } from './figure.ts';
import { pageContext } from './page.ts';
import { publishersOf } from './publishers.ts';
import { siteContent } from './site.ts';

/** Frames from here on show the wide drawing, in CSS pixels. */
const WIDE = 600;
/** Space to each side of the words, and the widest the figure grows. */
const SIDE = 12;
const MOST = 864;

/** Height in CSS pixels that a frame of that width needs for the whole figure, its table closed; a multiple of 10. */
export function embedHeight(name: string, lang: Lang, width: number): number {
  const { content } = siteContent();
  const page = pageContext(lang, content);
  const { t, set, source, fmt } = page;
  const { module, text, table } = drawFigure(name, lang, content);
  const wide = width >= WIDE;
  const inner = Math.min(width, MOST) - 2 * SIDE;
  const small = (words: string): number => wrap(words, inner, 13).length * 18.85;
  const { named, rest } = publishersOf(table.rows.flatMap((row) => row.sources).map((id) => source(id).publisher));
  const sources = `${t('sources')} ${set(named.join(', '))} ${rest > 0 ? t('and-more', { n: rest }) : ''} ${t('data-as-of', { date: fmt.date(module.asOf) })}`;
  const says = module.steps.map((step) => wrap(set(text.steps[step]?.say ?? ''), inner, 17, 'serif').length);
  const [size, leading] = wide ? [22, 27.5] : [17, 21.25];
  const frame = wide ? FRAMES.wide : FRAMES.compact;
  const parts = {
    edges: 2 + 10 + 12,
    brand: 30.5,
    title: wrap(text.title, inner, size, 'serif').length * leading,
    subtitle: wrap(text.subtitle, inner, 13).length * 17.55,
    drawing: 5.6 + ((wide ? inner : width) * frame.height) / frame.width,
    buttons: 46,
    says: 8 + Math.max(...says) * 24.65,
    story: 8 + 34.35,
    sources: 8 + small(sources),
    note: 5.6 + small(`${text.note}${module.map ? ` ${t('map-disclaimer')}` : ''}`),
    table: 8 + 38.05,
    // The estimate may find room for a word that the reader's font does not.
    spare: 18.85,
    licence: small(termsOf(name, page)),
  };
  const sum = Object.values(parts).reduce((all, part) => all + part, 0);
  return Math.ceil(sum / 10) * 10;
}

/** Widths of the columns a frame of 100 % lands in: phones, and the widest of either drawing. */
const COLUMNS = [320, 400, WIDE - 1, 720];

/** The height to give a frame whose width is the column's own. */
export const anyHeight = (name: string, lang: Lang): number => Math.max(...COLUMNS.map((width) => embedHeight(name, lang, width)));
