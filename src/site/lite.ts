/** The pictures of a chapter's light version: a few still steps a figure, and the shapes they share. */
import type { ChapterOutline } from '../claims/outline.ts';
import { basemapSymbols } from '../geo/basemap.ts';
import type { Content } from '../lib/content.ts';
import { elements } from '../scene/elements.ts';
import { keySteps } from '../scene/key-steps.ts';
import { patterns, svgMarkup } from '../scene/svg.ts';
import type { Lang } from '../scene/types.ts';
import { figureInput, figureNamed, localeOf, scenes } from './figure.ts';

/** Pictures a figure may have there: measured so that the heaviest chapter keeps its 45 kB. */
const PICTURES = 3;

export interface LitePictures {
  /** Markup of the picture of a step, by step id; steps without one are told in words. */
  steps: ReadonlyMap<string, string>;
  /** What the pictures point at, for one `<defs>`. */
  defs: string;
}

/** Draws the key steps of every figure of a chapter on the small sheet. */
export function litePictures({ lang, scenes: uses }: ChapterOutline, content: Content): LitePictures {
  const steps = new Map<string, string>();
  for (const { figure } of uses) {
    const module = figureNamed(figure);
    const locale = localeOf(figure, lang, content);
    const drawn = scenes(module, module.data(figureInput(content)) as never, 'compact', locale);
    for (const i of keySteps(drawn.map(elements), PICTURES)) {
      const [scene, step = ''] = [drawn[i], module.steps[i]];
      if (scene) steps.set(step, svgMarkup(scene, { label: locale.text.steps[step]?.say ?? locale.text.title }));
    }
  }
  const all = [...steps.values()].join('');
  return { steps, defs: patterns(all) + basemapSymbols(all) };
}

/** From whom a figure's numbers come. */
export function figureSources(figure: string, lang: Lang, content: Content): string[] {
  const module = figureNamed(figure);
  const { rows } = module.describe(module.data(figureInput(content)) as never, localeOf(figure, lang, content));
  return [...new Set(rows.flatMap((row) => row.sources).map((id) => content.sources.get(id)?.value.publisher ?? id))];
}
