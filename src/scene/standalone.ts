/** A scene as a file that stands on its own: for downloads, and for whoever prints or embeds a picture. */
import { attributesOf, type Sheet } from './css.ts';
import { type El, elements } from './elements.ts';
import { estimateWidth, round, wrap } from './marks.ts';
import { escapeXml, patterns } from './svg.ts';
import type { FrameId, Scene } from './types.ts';

/** Fonts by name: the first is what the PNG is set in; whoever opens the SVG without them gets the second. */
export const FACES: Readonly<Record<string, string>> = {
  'var(--serif)': "'Gentium Plus', Georgia, serif",
  'var(--sans)': "'Noto Sans', 'DejaVu Sans', sans-serif",
};

/** Room above and below the drawing, and the sizes of the words in it, in frame units. */
const MARGINS: Record<FrameId, { head: number; foot: number; left: number; title: number; small: number }> = {
  compact: { head: 58, foot: 62, left: 12, title: 17, small: 11.5 },
  wide: { head: 80, foot: 56, left: 32, title: 25, small: 13 },
};
/** How much wider than Gentium Plus Bold the serifs are that systems have; DejaVu Serif Bold is the widest. */
const STRANGER = 1.3;

/** Width and height of the whole picture in units. */
export function sizeOf(frame: FrameId, scene: Pick<Scene, 'width' | 'height'>): { width: number; height: number } {
  const { head, foot } = MARGINS[frame];
  return { width: scene.width, height: scene.height + head + foot };
}

export interface Words {
  lang: string;
  title: string;
  subtitle: string;
  /** What the picture shows, for somebody who does not see it. */
  description: string;
  /** Site, licence, sources, date. */
  credit: string;
}

export const open = (tag: string, attrs: Readonly<Record<string, string>>): string =>
  `<${tag}${Object.entries(attrs)
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
    .join('')}`;
const classesOf = (attrs: Readonly<Record<string, string>>): string[] => (attrs.class ?? '').split(' ').filter(Boolean);
const without = (attrs: Readonly<Record<string, string>>, ...names: string[]): Record<string, string> =>
  Object.fromEntries(Object.entries(attrs).filter(([name]) => !names.includes(name)));

/** Fonts are named, not left to variables of the page. */
const faced = (attrs: Readonly<Record<string, string>>, sheet: Sheet): Record<string, string> =>
  Object.fromEntries(
    Object.entries(attrs).map(([name, value]) => [
      name,
      name === 'font-family' ? (Object.entries(FACES).find(([v]) => sheet.tokens.get(v.slice(4, -1)) === value)?.[1] ?? value) : value,
    ]),
  );

const TAG = /<(\w+)((?:\s[\w:-]+="[^"]*")*)\s*(\/?)>/g;
const readAttrs = (text: string): Record<string, string> =>
  Object.fromEntries([...text.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]));

/** Markup with classes -> the same with attributes. Strokes that keep their width on the page are divided by the scale they stand in. */
function dressed(
  markup: string,
  sheet: Sheet,
  parent: { tag: string; classes: string[] } | undefined,
  tone: string | undefined,
  scale = 1,
): string {
  return markup.replace(TAG, (_all, tag: string, list: string, end: string) => {
    const attrs = readAttrs(list);
    const styled = attributesOf({ tag, classes: classesOf(attrs), attrs, ...(parent && { parent }) }, sheet, tone);
    const all: Record<string, string> = { ...without(attrs, 'class', 'vector-effect'), ...styled.attrs };
    if (attrs['vector-effect'] && scale !== 1) {
      if (all['stroke-width']) all['stroke-width'] = String(Number(all['stroke-width']) / scale);
      if (all['stroke-dasharray'])
        all['stroke-dasharray'] = all['stroke-dasharray']
          .split(/[ ,]+/)
          .map((n) => Number(n) / scale)
          .join(' ');
    }
    return `${open(tag, all)}${end}>`;
  });
}

/** The inside of a `<g id>` of the base map. Throws where there is none. */
function groupOf(symbols: string, id: string): string {
  const found = new RegExp(`<g id="${id}">(.*?)</g>`, 's').exec(symbols)?.[1];
  if (found === undefined) throw new Error(`the base map has no drawing "${id}"`);
  return found;
}

/** `plain`: a halo as a copy of the words beneath them, for readers that know SVG 1.1 and no `paint-order`. */
function mark({ tag, attrs, text }: El, sheet: Sheet, symbols: string, plain = false): string {
  const styled = attributesOf({ tag, classes: classesOf(attrs), attrs }, sheet);
  if (tag === 'use') {
    const scale = Number(/scale\(([^)]+)\)/.exec(attrs.transform ?? '')?.[1] ?? 1);
    const inner = dressed(groupOf(symbols, (attrs.href ?? '').slice(1)), sheet, undefined, styled.tone, scale);
    return `${open('g', without({ ...attrs, ...styled.attrs }, 'class', 'href'))}>${inner}</g>`;
  }
  const all = faced(
    { ...without(attrs, 'class'), ...(tag === 'text' && { 'font-family': sheet.tokens.get('--sans') ?? '' }), ...styled.attrs },
    sheet,
  );
  const whole = (list: Readonly<Record<string, string>>): string =>
    text === undefined ? `${open(tag, list)}/>` : `${open(tag, list)}>${escapeXml(text)}</${tag}>`;
  if (!plain || !all['paint-order']) return whole(all);
  return whole(without(all, 'paint-order')) + whole(without(all, 'paint-order', 'stroke', 'stroke-width', 'stroke-linejoin'));
}

/** The patterns a drawing refers to, and no others. */
function usedPatterns(drawing: string, sheet: Sheet): string {
  const ids = new Set([...drawing.matchAll(/url\(#([\w-]+)\)/g)].map((m) => m[1] ?? ''));
  return [...patterns().matchAll(/<pattern id="([\w-]+)" class="([^"]+)"([^>]*)>(.*?)<\/pattern>/gs)]
    .filter(([, id = '']) => ids.has(id))
    .map(([, id = '', names = '', rest = '', body = '']) => {
      const classes = names.split(' ');
      const { tone } = attributesOf({ tag: 'pattern', classes, attrs: {} }, sheet);
      return `<pattern id="${id}"${rest}>${dressed(body, sheet, { tag: 'pattern', classes }, tone)}</pattern>`;
    })
    .join('');
}

/** The drawing alone as a file: for an e-book, where title, words and sources stand around it. Lengths as in `standaloneSvg`. */
export function bareSvg(scene: Scene, { lang, description }: Pick<Words, 'lang' | 'description'>, sheet: Sheet, symbols: string): string {
  const { width, height } = scene;
  const drawing = elements(scene)
    .map((el) => mark(el, sheet, symbols, true))
    .join('');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" xml:lang="${lang}">`,
    `<title>${escapeXml(description)}</title><defs>${usedPatterns(drawing, sheet)}</defs>`,
    `<rect width="${width}" height="${height}" fill="${sheet.tokens.get('--paper') ?? ''}"/>${drawing}</svg>\n`,
  ].join('');
}

/** The marks of a scene with their looks as attributes, and the patterns they refer to; lengths in frame units. */
export function dressedMarks(scene: Scene, sheet: Sheet, symbols: string): { drawing: string; defs: string } {
  const drawing = elements(scene)
    .map((el) => mark(el, sheet, symbols))
    .join('');
  return { drawing, defs: usedPatterns(drawing, sheet) };
}

/**
 * The whole file: paper, title, drawing, credit. Light theme; no style sheet, class, variable or outside reference.
 * `symbols` are the drawings of `geo/basemap.ts`. Lengths in frame units, one unit a CSS pixel.
 */
export function standaloneSvg(scene: Scene, frame: FrameId, words: Words, sheet: Sheet, symbols: string): string {
  const { head, foot, left, title, small } = MARGINS[frame];
  const { width, height } = sizeOf(frame, scene);
  const paper = sheet.tokens.get('--paper') ?? '';
  const ink = sheet.tokens.get('--ink') ?? '';
  const soft = sheet.tokens.get('--soft') ?? '';
  const { drawing, defs } = dressedMarks(scene, sheet, symbols);
  const room = width - 2 * left;
  // A long title is set smaller, never cut: where a drawing is shown without its faces, a wider serif takes its place.
  const size = Math.min(title, (title * room) / Math.max(1, estimateWidth(words.title, title, 'serif') * STRANGER));
  const line = (text: string, y: number, px: number, attrs: Record<string, string>): string =>
    `${open('text', { x: `${left}`, y: `${round(y)}`, 'font-size': `${round(px)}`, ...attrs })}>${escapeXml(text)}</text>`;
  const sans = { 'font-family': FACES['var(--sans)'] ?? '', fill: soft };
  const serif = { 'font-family': FACES['var(--serif)'] ?? '', 'font-weight': '700', fill: ink };
  const credit = wrap(words.credit, room, small);
  // From the edge of the drawing to the tails of the last line.
  if (small + 6 + (credit.length - 1) * (small + 3) + small * 0.3 > foot)
    throw new Error(`the credit "${words.credit}" does not fit under a ${frame} picture`);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" xml:lang="${words.lang}">`,
    `<title>${escapeXml(words.title)}</title><desc>${escapeXml(words.description)}</desc>`,
    `<defs>${defs}</defs>`,
    `<rect width="${width}" height="${height}" fill="${paper}"/>`,
    `<g transform="translate(0 ${head})">${drawing}</g>`,
    // Maps reach beyond their sheet. They are covered, not clipped: renderers differ on clipped groups with opacity.
    `<rect width="${width}" height="${head}" fill="${paper}"/><rect y="${head + scene.height}" width="${width}" height="${height - head - scene.height}" fill="${paper}"/>`,
    line(words.title, head * 0.46, size, serif),
    line(words.subtitle, head * 0.46 + small + 6, small + 0.5, sans),
    ...credit.map((text, i) => line(text, head + scene.height + small + 6 + i * (small + 3), small, sans)),
    '</svg>\n',
  ].join('');
}
