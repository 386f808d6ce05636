import { lines, rect, text, wrap } from '../../scene/marks.ts';
import type { Frame, Mark, Scene } from '../../scene/types.ts';
import type { Locale } from '../types.ts';
import { type Claim, OUTCOMES, VERDICTS } from './data.ts';
import { STEPS, type Step } from './steps.ts';

interface Sheet {
  wide: boolean;
  size: number;
  left: number;
  right: number;
}

/** Unit squares of some claims from a corner, so many in a row; filled, or open where nothing was found to settle them. */
function squares(claims: readonly Claim[], x: number, y: number, cell: number, columns: number, on: boolean): Mark[] {
  const side = cell * 0.8;
  return claims.map((c, i) => {
    const open = c.verdict === 'opinion' || c.verdict === 'unverified';
    return rect(`square-${c.id}`, open ? 'outline' : 'bar', x + (i % columns) * cell, y + Math.floor(i / columns) * cell, side, side, {
      tone: on ? 'accent' : 'soft',
      opacity: on ? 1 : 0.45,
      weight: 1.4,
      datum: c.datum,
    });
  });
}

/** Squares are no larger than this, and no smaller than can be counted, in units of the frame: then a row is broken. */
const [LARGEST, SMALLEST] = [19, 8];

/** One row a verdict, its number before it: the longest fits the width, so that length compares. */
function byVerdict(claims: readonly Claim[], step: Step, { wide, size, left, right }: Sheet, locale: Locale): Mark[] {
  const now = new Set<string>(STEPS[step]);
  const [top, each, words] = wide ? [66, 80, 190] : [30, 46, 108];
  const room = right - left - words;
  const rows = VERDICTS.map((verdict) => claims.filter((c) => c.verdict === verdict));
  const cell = Math.max(SMALLEST, Math.min(LARGEST, room / Math.max(...rows.map((own) => own.length))));
  // A longest row that just fits must not be broken by the rounding of a division.
  const columns = Math.floor(room / cell + 1e-6);
  return VERDICTS.flatMap((verdict, i): Mark[] => {
    const own = rows[i] ?? [];
    const on = now.has(verdict);
    const y = top + i * each;
    return [
      text(`count-${verdict}`, 'figure', left, y + (wide ? 16 : 11), locale.fmt.number(own.length), wide ? 26 : 17, {
        tone: on ? 'accent' : 'soft',
      }),
      text(
        `verdict-${verdict}-${on ? 'on' : 'off'}`,
        on ? 'head' : 'label',
        left,
        y + (wide ? 40 : 27),
        locale.label(verdict),
        size + (wide ? 3 : 0.5),
        { tone: on ? 'ink' : 'soft' },
      ),
      ...squares(own, left + words, y, cell, columns, on),
    ];
  });
}

/** The forecasts among the claims, by whether they came true, in words. */
function forecasts(claims: readonly Claim[], { wide, size, left, right }: Sheet, locale: Locale): Mark[] {
  const letter = size + (wide ? 3 : 0);
  const leading = letter + (wide ? 8 : 3.5);
  let y = wide ? 44 : 22;
  return OUTCOMES.flatMap((outcome): Mark[] => {
    const own = claims.filter((c) => c.forecast === outcome);
    const head = y;
    const cell = wide ? 18 : 11;
    y += leading + (wide ? 6 : 2);
    const said = own.flatMap((c, i): Mark[] => {
      const rows = wrap(locale.label(c.id), right - left - (wide ? 30 : 18), letter);
      const at = y;
      y += rows.length * leading;
      return [
        rect(`square-${c.id}`, outcome === 'not' ? 'outline' : 'bar', left, at - cell * 0.8, cell * 0.8, cell * 0.8, {
          tone: 'accent',
          opacity: outcome === 'partly' ? 0.5 : 1,
          weight: 1.4,
          datum: c.datum,
        }),
        ...lines(`said-${outcome}-${i}`, 'label', left + (wide ? 30 : 18), at, rows, letter, leading, { datum: c.datum }),
      ];
    });
    y += wide ? 22 : 9;
    return [text(`head-${outcome}`, 'head', left, head, locale.label(outcome), size + (wide ? 6 : 1.5)), ...said];
  });
}

export function scene(claims: readonly Claim[], step: string, frame: Frame, locale: Locale): Scene {
  const wide = frame.id === 'wide';
  const sheet: Sheet = { wide, size: frame.text, left: wide ? 36 : 12, right: wide ? 684 : 348 };
  const id = step as Step;
  const marks = id === 'foreseen-forecasts' ? forecasts(claims, sheet, locale) : byVerdict(claims, id, sheet, locale);
  return { width: frame.width, height: frame.height, marks };
}
