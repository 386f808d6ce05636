/** The pictures of a chapter's light version: a few still steps a figure, and the shapes they share. */
import type { ChapterOutline } from '../claims/outline.ts';
import { basemapSymbols } from '../geo/basemap.ts';
import type { Content } from '../lib/content.ts';
import { elements } from '../scene/elements.ts';
import { keySteps } from '../scene/key-steps.ts';
import { patterns, svgMarkup } from '../scene/svg.ts';
import type { Lang } from '../scene/types.ts';
import { figureInput, figureNamed, localeOf, scenes } from './figure.ts';
import { siteContent } from './site.ts';

/** Pictures a chapter may have there, measured so that the heaviest keeps its 45 kB; each figure has two at least. */
const PICTURES = 14;
const EACH = 2;

export interface LitePictures {
  /** Markup of the picture of a step, by step id; steps without one are told in words. */
  steps: ReadonlyMap<string, string>;
  /** What the pictures point at, for one `<defs>`. */
  defs: string;
}

/** Draws the key steps of a chapter's figures on the small sheet: two a figure, then those that show most that is new. */
export function litePictures({ lang, scenes: uses }: ChapterOutline, content: Content): LitePictures {
  const { gate } = siteContent();
  const open = uses.map(({ figure }) => figureNamed(figure)).filter((module) => gate.figure(module));
  const all = open.flatMap((module) => {
    const locale = localeOf(module.name, lang, content);
    const drawn = scenes(module, module.data(figureInput(content)) as never, 'compact', locale);
    return keySteps(drawn.map(elements)).map(({ step, differs }, rank) => ({
      id: module.steps[step] ?? '',
      differs,
      rank,
      locale,
      scene: drawn[step],
    }));
  });
  const sure = all.filter(({ rank }) => rank < EACH);
  const more = all.filter(({ rank }) => rank >= EACH).sort((a, b) => b.differs - a.differs);
  const steps = new Map(
    [...sure, ...more.slice(0, Math.max(0, PICTURES - sure.length))].flatMap(({ id, locale: { text }, scene }) =>
      scene ? [[id, svgMarkup(scene, { label: text.steps[id]?.say ?? text.title })] as const] : [],
    ),
  );
  const markup = [...steps.values()].join('');
  return { steps, defs: patterns(markup) + basemapSymbols(markup) };
}

/** From whom a figure's numbers come. */
export function figureSources(figure: string, lang: Lang, content: Content): string[] {
  const module = figureNamed(figure);
  const { rows } = module.describe(module.data(figureInput(content)) as never, localeOf(figure, lang, content));
  return [...new Set(rows.flatMap((row) => row.sources).map((id) => content.sources.get(id)?.value.publisher ?? id))];
}
