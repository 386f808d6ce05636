/**
 * The licence gate: which series and figures a build may not hold. What is withheld is not drawn, listed or packed
 * anywhere; its pages stay, and say why. Numbers in the prose are facts with their sources, and stay.
 */
import type { Content, Resource } from '../lib/content.ts';
import type { Settings } from './settings.ts';

export interface Gate {
  /** Whether the rows of a series may go out. */
  series(name: string): boolean;
  /** Whether a figure of these series may be drawn. */
  figure(figure: { series: readonly string[] }): boolean;
  /** The series of a figure that may not go out. */
  withheld(figure: { series: readonly string[] }): Resource[];
}

/** The gate of a build over its content. */
export function gateOf({ series }: Pick<Content, 'series'>, { gate }: Pick<Settings, 'gate'>): Gate {
  const shut = new Set(
    gate === 'commercial' ? [...series.values()].filter((s) => !s.resource.commercialUse).map((s) => s.resource.name) : [],
  );
  return {
    series: (name) => !shut.has(name),
    figure: (figure) => figure.series.every((name) => !shut.has(name)),
    withheld: (figure) =>
      figure.series.flatMap((name) => (shut.has(name) ? [series.get(name)?.resource].filter((r) => r !== undefined) : [])),
  };
}
