import { scaleTime } from 'd3-scale';
import { line, text } from './marks.ts';
import type { Mark } from './types.ts';

/** The first moment of an ISO date of any precision, UTC. */
export const moment = (iso: string): Date => new Date(`${iso}${'-01-01'.slice(iso.length > 7 ? 6 : iso.length > 4 ? 3 : 0)}T00:00:00Z`);

/** Whole days from one ISO day to another. */
export const daysBetween = (from: string, to: string): number => Math.round((moment(to).getTime() - moment(from).getTime()) / 86_400_000);

export interface Strip {
  /** Frame x of an ISO date. */
  x(iso: string): number;
  left: number;
  right: number;
  y: number;
}

/** A horizontal scale of time between two dates. */
export function strip(from: string, to: string, left: number, right: number, y: number): Strip {
  const scale = scaleTime([moment(from), moment(to)], [left, right]);
  return { x: (iso) => scale(moment(iso)), left, right, y };
}

/** The strip's baseline with a tick and a label at each of the years given. */
export function yearAxis(key: string, s: Strip, years: readonly number[], size: number): Mark[] {
  return [
    line(`${key}-base`, 'hair', s.left, s.y, s.right, s.y, { tone: 'soft' }),
    ...years.flatMap((year): Mark[] => {
      const x = s.x(`${year}-01-01`);
      return [
        line(`${key}-${year}`, 'hair', x, s.y, x, s.y + 4, { tone: 'soft' }),
        text(`${key}-label-${year}`, 'note', x, s.y + 4 + size, String(year), size, {
          anchor: x < s.left + size ? 'start' : x > s.right - size ? 'end' : 'middle',
        }),
      ];
    }),
  ];
}
