import type { PlacePoint } from '../geo/place.ts';
import type { Formats } from '../i18n/format.ts';
import type { Frame, Lang, Scene, Status } from '../scene/types.ts';

/** One row of a series, as the CSV has it: every field a string, empty where nothing is known. */
export type Row = Readonly<Record<string, string>>;

/** The words of a figure in one language: `content/figures/<lang>/<name>.yaml`. */
export interface FigureText {
  /** The takeaway, at most 48 characters: it has to stand on one line of a phone. */
  title: string;
  /** Unit, place and period, at most 60 characters. */
  subtitle: string;
  /** What the picture shows, for somebody who does not see it: two to four sentences. */
  description: string;
  /** Method, gaps and disclaimers printed under the figure. */
  note: string;
  /** Who counted, where the picture says how many were killed. */
  counted?: string | undefined;
  /** One entry per step, by id. */
  steps: Readonly<Record<string, { say: string }>>;
  /** Words inside the picture, by key. */
  labels: Readonly<Record<string, string>>;
  table: { caption: string; columns: Readonly<Record<string, string>> };
}

/** All a scene may know of the language it is drawn in. */
export interface Locale {
  lang: Lang;
  text: FigureText;
  /** A label of this figure; an unknown key stops the build. */
  label(key: string, values?: Readonly<Record<string, string | number>>): string;
  fmt: Formats;
  /** The name of a place of `content/places.csv`; an unknown id stops the build. */
  place(id: string): string;
  /** The short name of an actor of `content/actors.yaml`; an unknown id stops the build. */
  actor(id: string): string;
}

/** What a figure is given to read. */
export interface FigureInput {
  /** Rows of `content/series/<name>.csv`; a missing file stops the build. */
  rows(series: string): readonly Row[];
  place(id: string): PlacePoint;
}

/** A table cell: words ready to print, or `null` where there is no figure. */
export type Cell = string | null;

/** The figure as a table: the same rows as the picture, in order. */
export interface TableModel {
  columns: readonly { key: string; label: string; numeric?: boolean }[];
  rows: readonly {
    /** The datum the picture's marks carry for this row. */
    datum: string;
    cells: Readonly<Record<string, Cell>>;
    status?: Status;
    sources: readonly string[];
  }[];
}

/**
 * A figure: pure functions over its series. One folder, one line in `figures/registry.ts`.
 * `scene` must know no DOM, clock, randomness or text measuring: same input, same marks.
 */
export interface FigureModule<Series = unknown> {
  name: string;
  /** The CSVs under `content/series/` it is drawn from. */
  series: readonly string[];
  /** Rows (`series:row-id`) of a shared series that this figure leaves to another one, which draws them. */
  leaves?: readonly string[];
  /** Step ids in the order of the story; the last is what a page without script shows. */
  steps: readonly string[];
  /** The date the data describe, ISO. */
  asOf: string;
  /** Draws a map: the page then prints the boundary disclaimer under it. */
  map: boolean;
  /** Parses and checks rows; throws a `ContentError` that names file, line, found, allowed, hint. */
  data(input: FigureInput): Series;
  scene(series: Series, step: string, frame: Frame, locale: Locale): Scene;
  describe(series: Series, locale: Locale): TableModel;
}

/** Keeps `Series` tied inside one module while the registry holds many. */
export const defineFigure = <Series>(figure: FigureModule<Series>): FigureModule<Series> => figure;
