/** A share card: one plate of the atlas on 1200 by 630, words on the left, the drawing framed on the right. */
import type { Sheet } from './css.ts';
import { estimateWidth, round, wrap } from './marks.ts';
import { dressedMarks, FACES, open } from './standalone.ts';
import { escapeXml } from './svg.ts';
import type { Scene } from './types.ts';

/** Pixels: what the networks ask for. */
export const CARD = { width: 1200, height: 630 } as const;
const MARGIN = 48;
/** Where the frame of the drawing ends; below it stands the credit. */
const PLATE = { top: 44, height: 486, maxWidth: 684 } as const;
const GAP = 36;
const CREDIT = { size: 16, leading: 21, top: 562, lines: 3 } as const;

/** How wide lines run beside the estimate of `marks.ts`, which is on the safe side for labels. */
const SET = { serif: 0.95, sans: 0.95 } as const;

/** One block of words in the left column; sizes in pixels. */
interface Block {
  text: string;
  face: 'serif' | 'sans';
  size: number;
  leading: number;
  before: number;
  weight: '400' | '600' | '700';
  fill: string;
}

export interface CardWords {
  lang: string;
  /** Small, above the title: whose plate this is. */
  kicker: string;
  title: string;
  /** What the plate says, in a sentence. */
  line: string;
  /** Unit, place and period; may be empty. */
  sub: string;
  /** The same in another language, where a card stands for both. */
  twin?: { title: string; line: string };
  /** Who counted, where people were killed; then whose the drawing is and where the numbers come from. */
  credit: readonly string[];
}

function blocks({ kicker, title, line, sub, twin }: CardWords, sheet: Sheet): Block[] {
  const colour = (name: string): string => sheet.tokens.get(`--${name}`) ?? '';
  const head = (text: string, before: number, size = 48): Block => ({
    text,
    face: 'serif',
    size,
    leading: 1.1,
    before,
    weight: '700',
    fill: colour('ink'),
  });
  const said = (text: string, size = 26): Block => ({
    text,
    face: 'serif',
    size,
    leading: 1.32,
    before: 16,
    weight: '400',
    fill: colour('ink'),
  });
  const small: Block = { text: kicker, face: 'sans', size: 18, leading: 1.3, before: 18, weight: '600', fill: colour('accent') };
  if (twin) return [head(title, 20), said(line, 24), head(twin.title, 44), said(twin.line, 24)];
  return [small, head(title, 14), said(line), { ...small, text: sub, size: 17, before: 18, weight: '400', fill: colour('soft') }];
}

/** Sets the column, smaller until it fits; throws where words would have to be cut. */
function column(words: CardWords, width: number, sheet: Sheet): string {
  const all = blocks(words, sheet).filter(({ text }) => text);
  for (const scale of [1, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7]) {
    let y = PLATE.top + 6;
    const rows = all.flatMap(({ text, face, size, leading, before, weight, fill }) => {
      const px = size * scale;
      y += before * scale;
      return wrap(text, width, px * SET[face], face).map((row) => {
        y += px * leading;
        const attrs = {
          x: `${MARGIN}`,
          y: `${round(y - px * 0.22)}`,
          'font-size': `${round(px)}`,
          'font-family': FACES[`var(--${face})`] ?? '',
          'font-weight': weight,
          fill,
        };
        return { wide: estimateWidth(row, px * SET[face], face), markup: `${open('text', attrs)}>${escapeXml(row)}</text>` };
      });
    });
    if (y <= PLATE.top + PLATE.height && rows.every(({ wide }) => wide <= width * 1.02)) return rows.map(({ markup }) => markup).join('');
  }
  throw new Error(`the words "${words.title}" … "${words.line}" do not fit on a share card`);
}

/** The card of a scene. Light theme, one unit a pixel; `symbols` are the drawings of `geo/basemap.ts`. */
export function cardSvg(scene: Scene, words: CardWords, sheet: Sheet, symbols: string): string {
  const { drawing, defs } = dressedMarks(scene, sheet, symbols);
  const colour = (name: string): string => sheet.tokens.get(`--${name}`) ?? '';
  const scale = Math.min(PLATE.height / scene.height, PLATE.maxWidth / scene.width);
  const [w, h] = [scene.width * scale, scene.height * scale].map(round) as [number, number];
  const [x, y] = [CARD.width - MARGIN - w, PLATE.top].map(round) as [number, number];
  const paper = (left: number, top: number, width: number, height: number): string =>
    open('rect', { x: `${left}`, y: `${top}`, width: `${round(width)}`, height: `${round(height)}`, fill: colour('paper') }).concat('/>');
  // A credit breaks between its parts: what stands together would read as torn.
  const credit = words.credit
    .filter(Boolean)
    .map((text) => (text.includes(' · ') ? text.replace(/ /g, '\u00a0').replace(/·\u00a0/g, '· ') : text))
    .flatMap((text) => wrap(text, CARD.width - 2 * MARGIN, CREDIT.size * 0.88));
  if (credit.length > CREDIT.lines) throw new Error(`the credit "${words.credit.join(' ')}" does not fit under a share card`);
  const small = { x: `${MARGIN}`, 'font-size': `${CREDIT.size}`, 'font-family': FACES['var(--sans)'] ?? '', fill: colour('soft') };
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${CARD.width} ${CARD.height}" width="${CARD.width}" height="${CARD.height}" xml:lang="${words.lang}">`,
    `<defs>${defs}</defs>`,
    paper(0, 0, CARD.width, CARD.height),
    `<g transform="translate(${x} ${y}) scale(${round(scale * 1000) / 1000})">${drawing}</g>`,
    // Maps reach beyond their sheet; what does is covered, as in `standalone.ts`.
    paper(0, 0, CARD.width, y),
    paper(0, y + h, CARD.width, CARD.height - y - h),
    paper(0, 0, x, CARD.height),
    paper(x + w, 0, CARD.width - x - w, CARD.height),
    `${open('rect', { x: `${x}`, y: `${y}`, width: `${w}`, height: `${h}`, fill: 'none', stroke: colour('rule'), 'stroke-width': '1.5' })}/>`,
    `${open('rect', { x: `${MARGIN}`, y: `${PLATE.top}`, width: '72', height: '6', fill: colour('accent') })}/>`,
    column(words, x - MARGIN - GAP, sheet),
    ...credit.map((text, i) => `${open('text', { ...small, y: `${CREDIT.top + i * CREDIT.leading}` })}>${escapeXml(text)}</text>`),
    '</svg>',
  ].join('');
}
