import type { Tone } from '../../scene/types.ts';
import { type Base, readRows } from '../rows.ts';
import type { FigureInput } from '../types.ts';

/** A span of time; without an end it was still going on when the record ends. */
export interface Span extends Base {
  date: string;
  dateEnd: string | undefined;
  tone: Tone;
}

/** Rows of `arc.csv`, in the order they begin. */
export const data = (input: FigureInput): readonly Span[] =>
  readRows(input, 'arc', (row, cell) => ({
    date: cell.date('date'),
    dateEnd: row.dateEnd || undefined,
    tone: cell.oneOf('tone', ['france', 'un', 'accent', 'state', 'russia']),
  }));
