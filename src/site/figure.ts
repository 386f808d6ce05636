import { figureLocale } from '../figures/locale.ts';
import { figures } from '../figures/registry.ts';
import type { FigureInput, FigureModule, FigureText, Locale, TableModel } from '../figures/types.ts';
import type { Content } from '../lib/content.ts';
import { type Encoded, encode } from '../scene/diff.ts';
import { elements } from '../scene/elements.ts';
import { svgMarkup } from '../scene/svg.ts';
import { FRAMES, type FrameId, type Lang, type Scene } from '../scene/types.ts';

/** A figure ready for a page: one finished drawing a frame, and what each step changes. */
export interface DrawnFigure {
  module: FigureModule<never>;
  locale: Locale;
  text: FigureText;
  frames: { id: FrameId; svg: string; encoded: Encoded }[];
  table: TableModel;
}

/** What a figure may read: rows of its series, and points on the map. */
export function figureInput(content: Content): FigureInput {
  return {
    rows(name) {
      const series = content.series.get(name);
      if (!series) throw new Error(`no series "${name}" in content/series/datapackage.json`);
      return series.rows;
    },
    place(id) {
      const place = content.places.get(id)?.value;
      if (!place) throw new Error(`unknown place "${id}": not in content/places.csv`);
      return { id, lat: place.lat, lon: place.lon };
    },
  };
}

/** The figure of that name; the error lists the names there are. */
export function figureNamed(name: string): FigureModule<never> {
  const figure = figures.find((f) => f.name === name);
  if (!figure) throw new Error(`unknown figure "${name}"; allowed: ${figures.map((f) => f.name).join(', ')}`);
  return figure;
}

export function localeOf(name: string, lang: Lang, content: Content): Locale {
  const text = content.figures[lang].get(name)?.value;
  if (!text) throw new Error(`content/figures/${lang}/${name}.yaml is missing: every figure has its words in both languages`);
  return figureLocale(name, lang, text, {
    place: (id) => content.places.get(id)?.value[`name_${lang}`],
    actor: (id) => content.actors.get(id)?.value.short[lang],
  });
}

/** Every step of a figure in one frame, in order. */
export function scenes(module: FigureModule<never>, series: never, frame: FrameId, locale: Locale): Scene[] {
  return module.steps.map((step) => module.scene(series, step, FRAMES[frame], locale));
}

/** Figures drawn of a content, by name and language. */
const drawn = new WeakMap<Content, Map<string, DrawnFigure>>();

/** A figure as pages show it, drawn once: its chapter, embeds and their heights, sheets and snippets all ask for the same. */
export function drawFigure(name: string, lang: Lang, content: Content): DrawnFigure {
  const known = drawn.get(content) ?? new Map<string, DrawnFigure>();
  drawn.set(content, known);
  const figure = known.get(`${lang}/${name}`) ?? draw(name, lang, content);
  known.set(`${lang}/${name}`, figure);
  return figure;
}

function draw(name: string, lang: Lang, content: Content): DrawnFigure {
  const module = figureNamed(name);
  const locale = localeOf(name, lang, content);
  const series = module.data(figureInput(content)) as never;
  const frames = (['compact', 'wide'] as const).map((id) => {
    const all = scenes(module, series, id, locale);
    const last = all.at(-1);
    if (!last) throw new Error(`figure ${name} has no steps`);
    return { id, svg: svgMarkup(last, { label: locale.text.title, className: id }), encoded: encode(all.map(elements)) };
  });
  return { module, locale, text: locale.text, frames, table: module.describe(series, locale) };
}

/** A figure for paper: a picture a step, drawn on the small sheet. */
export interface DrawnSteps {
  module: FigureModule<never>;
  text: FigureText;
  /** Each step's drawing, named by the sentence that says what it shows. */
  steps: { id: string; say: string; svg: string }[];
  table: TableModel;
}

/** Draws every step of a figure whole. Pure but for its inputs. */
export function drawSteps(name: string, lang: Lang, content: Content): DrawnSteps {
  const module = figureNamed(name);
  const locale = localeOf(name, lang, content);
  const series = module.data(figureInput(content)) as never;
  const steps = scenes(module, series, 'compact', locale).map((scene, i) => {
    const id = module.steps[i] ?? '';
    const say = locale.text.steps[id]?.say ?? locale.text.title;
    return { id, say, svg: svgMarkup(scene, { label: say, className: 'paper' }) };
  });
  return { module, text: locale.text, steps, table: module.describe(series, locale) };
}
