import { circle, estimateWidth, line, path, rect, round, text } from '../../scene/marks.ts';
import type { Frame, Mark, Scene, Tone } from '../../scene/types.ts';
import type { Locale } from '../types.ts';
import type { Claim, Counter } from './data.ts';
import { said } from './describe.ts';
import { STEPS, type Step, steps } from './steps.ts';

const TONES: Record<Claim['of'], Tone> = { russians: 'russia', soldiers: 'state', rebels: 'azawad' };

/** The end of the axis: past the highest claim, a round number. */
const MOST = 100;

interface Sheet {
  wide: boolean;
  size: number;
  left: number;
  right: number;
  /** Frame x of a number of dead. */
  x(dead: number): number;
}

function sheetOf(frame: Frame): Sheet {
  const wide = frame.id === 'wide';
  const [left, zero, right] = wide ? [36, 232, 676] : [12, 108, 340];
  return { wide, size: frame.text, left, right, x: (dead) => zero + ((right - zero) * dead) / MOST };
}

/** The mark of a side: a circle for Russians, a square for soldiers, a diamond for rebels; filled where it is a later word. */
function shape(key: string, claim: Claim, n: number, y: number, opacity: number, { wide, x }: Sheet): Mark[] {
  const r = wide ? 8 : 5.5;
  const cx = x(n);
  const style = { tone: TONES[claim.of], status: claim.status, datum: claim.datum, opacity, weight: 1.8 };
  const inner = { tone: TONES[claim.of], opacity };
  const diamond = (s: number): string =>
    `M${round(cx)},${round(y - s)}L${round(cx + s)},${round(y)}L${round(cx)},${round(y + s)}L${round(cx - s)},${round(y)}Z`;
  const later = claim.word === 'later';
  const core = r - 2.6;
  if (claim.of === 'russians')
    return [circle(key, 'ring', cx, y, r, style), ...(later ? [circle(`${key}-core`, 'dot', cx, y, core + 0.6, inner)] : [])];
  if (claim.of === 'soldiers')
    return [
      rect(key, 'outline', cx - r + 0.8, y - r + 0.8, 2 * r - 1.6, 2 * r - 1.6, style),
      ...(later ? [rect(`${key}-core`, 'bar', cx - core + 0.8, y - core + 0.8, 2 * core - 1.6, 2 * core - 1.6, inner)] : []),
    ];
  return [path(key, 'outline', diamond(r + 0.6), style), ...(later ? [path(`${key}-core`, 'bar', diamond(core + 0.4), inner)] : [])];
}

/** One claim on its row: its mark, or two joined where it is a range; a short arrow where it says "at least". */
function claimMarks(claim: Claim, y: number, on: boolean, sheet: Sheet): Mark[] {
  const { x, wide } = sheet;
  const opacity = on ? 1 : 0.4;
  const { value, low, high, datum, id, of } = claim;
  const tone = TONES[of];
  if (low !== undefined && high !== undefined)
    return [
      line(`range-${id}`, 'hair', x(low), y, x(high), y, { tone, weight: 2, opacity, datum }),
      ...shape(`low-${id}`, claim, low, y, opacity, sheet),
      ...shape(`high-${id}`, claim, high, y, opacity, sheet),
    ];
  if (value === undefined) return [];
  const r = wide ? 8 : 5.5;
  const [from, to] = [x(value) + r, x(value) + r + (wide ? 20 : 12)];
  const arrow = wide ? 5 : 3.5;
  return [
    ...(claim.bound === 'least'
      ? [
          line(`beyond-${id}`, 'hair', from, y, to, y, { tone, weight: 1.6, opacity, datum }),
          path(
            `arrow-${id}`,
            'hair',
            `M${round(to - arrow)},${round(y - arrow)}L${round(to)},${round(y)}L${round(to - arrow)},${round(y + arrow)}`,
            { tone, weight: 1.6, opacity, datum },
          ),
        ]
      : []),
    ...shape(`mark-${id}`, claim, value, y, opacity, sheet),
  ];
}

/** A claim in words by its mark: Russians and rebels over it, soldiers under it. */
function claimWords(claim: Claim, y: number, on: boolean, sheet: Sheet, locale: Locale): Mark[] {
  const n = said(claim, locale);
  const { wide, size, x, right } = sheet;
  // Words without a number stay on their row in every step: an empty row would look like nobody dead.
  if (!n)
    return [
      text(`words-${claim.id}`, 'label', x(0) + 6, y + size * 0.35, locale.label(`none-${claim.who}`), size + (wide && on ? 2 : 0), {
        tone: on ? 'ink' : 'soft',
        datum: claim.datum,
      }),
    ];
  if (!on) return [];
  const words = locale.label(claim.of === 'rebels' && claim.who === 'army' ? 'attackers' : claim.of, { n });
  const middle = x(claim.value ?? ((claim.low ?? 0) + (claim.high ?? 0)) / 2);
  const half = estimateWidth(words, size) / 2;
  const at = Math.max(x(0) - 6 + half, Math.min(right + 6 - half, middle));
  const dy = claim.of === 'soldiers' ? (wide ? 12 : 8) + size : -(wide ? 14 : 9);
  return [text(`words-${claim.id}`, 'label', at, y + dy, words, size, { anchor: 'middle', datum: claim.datum })];
}

/** The axis of people dead, at the foot. */
function axis(y: number, top: number, { x, size, right }: Sheet, locale: Locale): Mark[] {
  return [
    line('axis', 'hair', x(0), y, right, y, { tone: 'soft' }),
    ...[0, 50, MOST].flatMap((n) => [
      line(`grid-${n}`, 'hair', x(n), top, x(n), y),
      text(`tick-${n}`, 'note', x(n), y + size + 4, n === MOST ? locale.label('dead', { n }) : locale.fmt.number(n), size, {
        anchor: n === MOST ? 'end' : 'middle',
      }),
    ]),
  ];
}

/** Who counted, and when; the day only on rows being told. */
function who({ id, claims }: Counter, y: number, on: boolean, sheet: Sheet, locale: Locale): Mark[] {
  const { wide, size, left } = sheet;
  const first = claims[0];
  const letter = size + (on && wide ? 2 : 0);
  const day = on && first && first.date.length > 4 ? locale.fmt.dayMonth(first.date) : '';
  return [
    text(`who-${id}`, on ? 'head' : 'label', left, y + letter * 0.35 - (day ? size * 0.55 : 0), locale.label(`who-${id}`), letter, {
      tone: on ? 'ink' : 'soft',
    }),
    ...(day ? [text(`day-${id}`, 'note', left, y + size * 0.9, day, size, { ...(first && { datum: first.datum }) })] : []),
  ];
}

function rows(counters: readonly Counter[], step: Step, frame: Frame, locale: Locale): Mark[] {
  const sheet = sheetOf(frame);
  const { wide } = sheet;
  const now = new Set<string>(STEPS[step]);
  const past = new Set<string>(steps.slice(0, steps.indexOf(step) + 1).flatMap((s) => [...STEPS[s]]));
  const [most, thin, top] = wide ? [130, 30, 22] : [72, 15, 8];
  const foot = wide ? 436 : 234;
  const tall = Math.min(most, (foot - top - (past.size - now.size) * thin) / now.size);
  let y: number = top;
  const drawn = counters
    .filter((c) => past.has(c.id))
    // In the order of the story, so that what is told last stands lowest.
    .sort((a, b) => [...past].indexOf(a.id) - [...past].indexOf(b.id))
    .flatMap((counter): Mark[] => {
      const on = now.has(counter.id);
      const height = on ? tall : thin;
      const middle = y + height / 2;
      y += height;
      return [
        ...who(counter, middle, on, sheet, locale),
        ...counter.claims.flatMap((c) => [...claimMarks(c, middle, on, sheet), ...claimWords(c, middle, on, sheet, locale)]),
      ];
    });
  return [...axis(foot, top, sheet, locale), ...drawn];
}

/** Every number for the Russian dead, from the lowest, and the distance between the ends. */
function spread(counters: readonly Counter[], frame: Frame, locale: Locale): Mark[] {
  const sheet = sheetOf(frame);
  const { wide, size, x } = sheet;
  const claims = counters
    .flatMap(({ id, claims: all }) =>
      all.filter((c) => c.of === 'russians' && (c.value ?? c.low) !== undefined).map((claim) => ({ id, claim })),
    )
    .sort((a, b) => (a.claim.low ?? a.claim.value ?? 0) - (b.claim.low ?? b.claim.value ?? 0));
  const numbers = claims.flatMap(({ claim }) => [claim.low ?? claim.value ?? 0, claim.high ?? claim.value ?? 0]);
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  const [top, each] = wide ? [96, 64] : [62, 34];
  const y = wide ? 40 : 26;
  const letter = wide ? 22 : 15;
  return [
    ...axis(wide ? 436 : 234, y + 10, sheet, locale),
    rect('spread', 'area', x(least), y + (wide ? 14 : 10), x(most) - x(least), (wide ? 436 : 234) - y - (wide ? 14 : 10), {
      tone: 'raised',
    }),
    text(
      'spread-words',
      'head',
      (x(least) + x(most)) / 2,
      y,
      locale.label('spread', { low: locale.fmt.number(least), high: locale.fmt.number(most) }),
      letter,
      { anchor: 'middle', tone: 'accent' },
    ),
    ...claims.flatMap(({ id, claim }, i): Mark[] => {
      const middle = top + i * each;
      return [
        text(`who-${id}`, 'label', sheet.left, middle + size * 0.35, locale.label(`who-${id}`), size + (wide ? 2 : 0)),
        ...claimMarks(claim, middle, true, sheet),
        text(
          `words-${claim.id}`,
          'label',
          x(claim.low ?? claim.value ?? 0) - (wide ? 14 : 9),
          middle + size * 0.35,
          said(claim, locale) ?? '',
          size,
          { anchor: 'end', datum: claim.datum },
        ),
      ];
    }),
  ];
}

export function scene(counters: readonly Counter[], step: string, frame: Frame, locale: Locale): Scene {
  const id = step as Step;
  const marks = id === 'claims-spread' ? spread(counters, frame, locale) : rows(counters, id, frame, locale);
  return { width: frame.width, height: frame.height, marks };
}
