/** What figures of counts by year have in common: where a year's column stands, and the line from its low to its high. */
import { line } from '../scene/marks.ts';
import type { Mark } from '../scene/types.ts';

export interface Years {
  /** Left edge of a year's slot, and the slot's width. */
  x(year: number): number;
  slot: number;
}

/** Slots of equal width for the years from `first` to `last`, both included. */
export function years(first: number, last: number, left: number, right: number): Years {
  const slot = (right - left) / (last - first + 1);
  return { slot, x: (year) => left + (year - first) * slot };
}

/** The year of an ISO date of any precision. */
export const yearOf = ({ date }: { date: string }): number => Number(date.slice(0, 4));

/** A whisker from low to high at x, with short caps; `y` turns a number into a height on the sheet. */
export function whisker(
  key: string,
  x: number,
  low: number,
  high: number,
  y: (n: number) => number,
  cap: number,
  rest: Pick<Mark, 'opacity' | 'datum'> = {},
): Mark[] {
  const style = { tone: 'ink' as const, weight: 1.3, ...rest };
  return [
    line(`${key}-stem`, 'hair', x, y(low), x, y(high), style),
    line(`${key}-low`, 'hair', x - cap, y(low), x + cap, y(low), style),
    line(`${key}-high`, 'hair', x - cap, y(high), x + cap, y(high), style),
  ];
}
