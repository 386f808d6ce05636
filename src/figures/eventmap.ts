/** The sheet that two figures share: Mali over a strip of time, and the date being told in the empty north-west. */
import { type Box, type Camera, camera, type Extent, mapMark } from '../geo/basemap.ts';
import type { PlacePoint } from '../geo/place.ts';
import { circle, line, lines, rect, wrap } from '../scene/marks.ts';
import { moment, type Strip, strip, yearAxis } from '../scene/strip.ts';
import type { Frame, Mark } from '../scene/types.ts';
import type { Base } from './rows.ts';
import { columnsOf } from './table.ts';
import type { Locale, TableModel } from './types.ts';

/** A dated row that the strip can carry. */
export interface Dated extends Base {
  date: string;
  dateEnd: string | undefined;
}

export interface EventSheet {
  wide: boolean;
  size: number;
  view: Camera;
  s: Strip;
  /** Left edge of the words. */
  left: number;
}

/** What a sheet may ask for beside the view of all Mali: another one, moved west, and the words moved with it. */
export interface SheetOptions {
  extent?: Extent | Box;
  /** Room kept free on the right of the map, and before the words, as shares of the width. */
  right?: number;
  words?: number;
}

/** Lays out map above and strip below; the map keeps to the right, so that words have the north-west. */
export function eventSheet(frame: Frame, from: string, to: string, { extent = 'mali', right, words = 0 }: SheetOptions = {}): EventSheet {
  const wide = frame.id === 'wide';
  const [left, foot] = wide ? [32, 58] : [12, 40];
  const inset = right === undefined ? { left: wide ? 60 : 52, right: wide ? 16 : 4 } : { right: frame.width * right };
  return {
    wide,
    size: frame.text,
    left: left + frame.width * words,
    view: camera(extent, frame, { ...inset, top: wide ? 10 : 2, bottom: foot }),
    s: strip(from, to, left, frame.width - (wide ? 32 : 14), frame.height - (wide ? 32 : 24)),
  };
}

/** The map, and the strip on a band of paper with a tick for every row told so far. */
export function ground(
  sheet: EventSheet,
  frame: Frame,
  years: readonly number[],
  told: readonly Dated[],
  now: ReadonlySet<string>,
): Mark[] {
  const { s, size, wide } = sheet;
  const days = new Map<string, Dated>();
  // Rows of one day share a tick; the one being told wins.
  for (const row of told) if (!days.has(row.date) || now.has(row.id)) days.set(row.date, row);
  const top = s.y - (wide ? 22 : 14);
  return [
    mapMark('map', sheet.view, 'map-mali'),
    rect('band', 'area', 0, top, frame.width, frame.height - top, { tone: 'paper' }),
    line('band-edge', 'hair', 0, top, frame.width, top),
    ...yearAxis('year', s, years, size),
    ...[...days.values()].map((row) => {
      const here = now.has(row.id);
      // A small dot with a pattern would look like dirt: what is less than established is hollow.
      return circle(
        `tick-${row.date}`,
        row.status === 'established' ? 'dot' : 'ring',
        s.x(row.date),
        s.y,
        here ? (wide ? 7 : 5.5) : wide ? 4 : 3,
        {
          tone: here ? 'accent' : 'soft',
          ...(row.status !== 'established' && { status: row.status, weight: 1.6 }),
          datum: row.datum,
        },
      );
    }),
  ];
}

/** A date in the reading face with its words under it; returns the marks and the y below them. */
export function telling(
  key: string,
  y: number,
  date: string,
  words: string,
  sheet: EventSheet,
  datum: string,
): { marks: Mark[]; below: number } {
  const { wide, left, size } = sheet;
  const [big, letter, width] = wide ? [24, size + 2, 240] : [15.5, size, 138];
  const dates = wrap(date, width, big, 'serif');
  const rows = words ? wrap(words, width, letter) : [];
  const first = y + big;
  const second = first + (dates.length - 1) * (big + 2) + letter + (wide ? 8 : 5);
  return {
    marks: [
      ...lines(`date-${key}`, 'head', left, first, dates, big, big + 2, { tone: 'ink', halo: true, datum }),
      ...lines(`words-${key}`, 'label', left, second, rows, letter, letter + 3, { tone: 'soft', halo: true, datum }),
    ],
    below: second + rows.length * (letter + 3) + (wide ? 4 : 0),
  };
}

/** Rows up to and including a moment. */
export const until = <T extends Dated>(rows: readonly T[], iso: string): T[] => rows.filter((r) => moment(r.date) <= moment(iso));

/** The table of dated events that both figures print: when, where, what. */
export const eventColumns = (locale: Locale): TableModel['columns'] => columnsOf(locale, ['date', 'place', 'what']);

/** One row an event, in the order of the series; a row without a place has none to name. */
export const eventRows = (events: readonly (Dated & { place: PlacePoint | undefined })[], locale: Locale): TableModel['rows'] =>
  events.map((e) => ({
    datum: e.datum,
    cells: {
      date: locale.fmt.dateRange(e.date, e.dateEnd ?? e.date),
      place: e.place ? locale.place(e.place.id) : null,
      what: e.label[locale.lang],
    },
    status: e.status,
    sources: e.sources,
  }));
