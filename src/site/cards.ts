/** Share cards as drawings: the same scenes as on the pages, set for 1200 by 630. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChapterOutline } from '../claims/outline.ts';
import { basemapSymbols } from '../geo/basemap.ts';
import { coverScene } from '../geo/cover.ts';
import type { Content } from '../lib/content.ts';
import { cardSvg } from '../scene/card.ts';
import { readSheet } from '../scene/css.ts';
import { FRAMES, type Scene } from '../scene/types.ts';
import { figureInput, figureNamed, localeOf } from './figure.ts';
import type { Gate } from './gate.ts';
import { type Card, cards } from './share.ts';

/** The drawing on a card, in the frame made for phones: a card is seen at a third of its size. */
function sceneOf({ drawing, words }: Card, content: Content): Scene {
  if (!drawing) {
    const { place } = figureInput(content);
    return coverScene(place, (id) => content.places.get(id)?.value.name_fr ?? id);
  }
  const module = figureNamed(drawing.figure);
  const lang = words.lang === 'fr' ? 'fr' : 'en';
  return module.scene(module.data(figureInput(content)) as never, drawing.step, FRAMES.compact, localeOf(drawing.figure, lang, content));
}

/** Every card as SVG with the path of its JPEG. `root` is the project: the style sheets are read from it. */
export function* drawnCards(
  content: Content,
  chapters: readonly ChapterOutline[],
  gate: Gate,
  root: string,
): Generator<{ path: string; svg: string }> {
  const css = (name: string): string => readFileSync(join(root, 'src', 'styles', `${name}.css`), 'utf8');
  const sheet = readSheet(css('tokens'), css('scene'));
  const symbols = basemapSymbols();
  for (const card of cards(content, chapters, gate))
    yield { path: card.path, svg: cardSvg(sceneOf(card, content), card.words, sheet, symbols) };
}
