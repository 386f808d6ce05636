/**
 * Who uses what: the way back from a claim, a source, a row or a figure to the places that rest on it. Made from
 * the ledger, the series and the outlines of the chapters; nothing is typed twice.
 */
import type { ChapterOutline } from '../claims/outline.ts';
import { figures } from '../figures/registry.ts';
import type { Content } from '../lib/content.ts';
import { figureInput, localeOf, scenes } from './figure.ts';
import type { Gate } from './gate.ts';

/** A paragraph or step that prints or notes a claim. Ids are the same in both languages. */
export interface Use {
  chapter: number;
  /** Id on the chapter's page. */
  anchor: string;
  /** Id of the step it stands in; empty in the open text. */
  step: string;
}

/** Where a figure is told: a chapter, or (chapter 0) a page that is no chapter. */
export interface FigureUse {
  chapter: number;
  step: string;
}

export interface SourceUse {
  facts: string[];
  /** `series:row`, in the order of the file. */
  rows: string[];
  actors: string[];
}

export interface Uses {
  facts: ReadonlyMap<string, readonly Use[]>;
  figures: ReadonlyMap<string, FigureUse>;
  /** `series:row` -> the figure that draws it and the step that first shows it in full. */
  rows: ReadonlyMap<string, FigureUse & { figure: string }>;
  sources: ReadonlyMap<string, SourceUse>;
  terms: ReadonlyMap<string, readonly Use[]>;
}

/** Adds to the list of a key. */
function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

const stepIn = (inside: string): string => /(?:^|> )Step (\S+)/.exec(inside)?.[1] ?? '';

/** The step that first shows each row in full; what is dimmed or not yet drawn is told later. */
function rowSteps(content: Content, told: ReadonlyMap<string, FigureUse>, gate: Gate): Map<string, FigureUse & { figure: string }> {
  const rows = new Map<string, FigureUse & { figure: string }>();
  for (const figure of figures) {
    const use = told.get(figure.name);
    if (!use || !gate.figure(figure)) continue;
    const drawn = scenes(figure, figure.data(figureInput(content)) as never, 'wide', localeOf(figure.name, 'en', content));
    for (const [i, scene] of drawn.entries())
      for (const { datum, opacity = 1 } of scene.marks) {
        if (!datum || opacity < 0.7 || rows.get(datum)?.figure === figure.name) continue;
        // A chapter's figure tells a row better than the summary of a home page does.
        if (rows.has(datum) && use.chapter === 0) continue;
        rows.set(datum, { figure: figure.name, chapter: use.chapter, step: figure.steps[i] ?? '' });
      }
  }
  return rows;
}

/** The whole index, without what the gate withholds. Pure over its inputs. */
export function usesOf(content: Content, chapters: readonly ChapterOutline[], gate: Gate): Uses {
  const told = chapters.filter((c) => c.lang === 'en').sort((a, b) => a.number - b.number);
  const facts = new Map<string, Use[]>();
  const terms = new Map<string, Use[]>();
  const where = new Map<string, FigureUse>();
  for (const chapter of told) {
    for (const block of chapter.blocks) {
      const step = stepIn(block.inside);
      const use = { chapter: chapter.number, anchor: block.id, step };
      for (const id of new Set(block.facts.map((f) => f.split(' ')[1] ?? ''))) push(facts, id, use);
    }
    for (const term of chapter.terms) {
      const block = chapter.blocks.findLast((b) => b.line <= term.line);
      if (block) push(terms, term.id, { chapter: chapter.number, anchor: block.id, step: stepIn(block.inside) });
    }
    for (const scene of chapter.scenes) where.set(scene.figure, { chapter: chapter.number, step: scene.steps[0]?.id ?? '' });
  }
  for (const { name, steps } of figures) if (!where.has(name)) where.set(name, { chapter: 0, step: steps[0] ?? '' });

  const sources = new Map<string, SourceUse>([...content.sources.keys()].map((id) => [id, { facts: [], rows: [], actors: [] }]));
  for (const { value } of content.facts.values()) for (const id of value.sources) sources.get(id)?.facts.push(value.id);
  for (const { value } of content.actors.values())
    for (const id of new Set([...value.sources, ...value.leaders.flatMap((l) => l.sources)])) sources.get(id)?.actors.push(value.id);
  for (const [name, { rows, resource }] of content.series)
    for (const row of gate.series(name) ? rows : [])
      for (const id of (row.source ?? '').split(';')) sources.get(id)?.rows.push(`${name}:${row[resource.schema.primaryKey]}`);
  return { facts, figures: where, rows: rowSteps(content, where, gate), sources, terms };
}
