import { line, rect, text } from '../../scene/marks.ts';
import { strip, yearAxis } from '../../scene/strip.ts';
import type { Frame, Mark, Scene } from '../../scene/types.ts';
import type { Locale } from '../types.ts';
import type { Span } from './data.ts';
import { STEPS, type Step, steps } from './steps.ts';

/** The record is firm to here; what goes on beyond it is hatched. */
const FIRM = '2026-07-31';

export function scene(rows: readonly Span[], step: string, frame: Frame, locale: Locale): Scene {
  const wide = frame.id === 'wide';
  const [left, right, axis, top, each, high] = wide ? [36, 688, 432, 56, 62, 20] : [12, 348, 232, 24, 34.5, 11];
  const s = strip('2012-01-01', '2027-01-01', left, right, axis);
  const now = new Set<string>(STEPS[step as Step]);
  const past = new Set<string>(steps.slice(0, steps.indexOf(step as Step) + 1).flatMap((id) => [...STEPS[id]]));
  const bars = rows.flatMap((r, i): Mark[] => {
    if (!past.has(r.id)) return [];
    const y = top + i * each;
    const on = now.has(r.id);
    const [x0, x1] = [s.x(r.date), s.x(r.dateEnd ?? FIRM)];
    const letter = frame.text + (on ? (wide ? 4 : 1.5) : wide ? 1 : 0);
    // Names stand over their bars, before them where the bar begins too far right.
    const late = x0 > (left + right) / 2;
    return [
      rect(`bar-${r.id}`, 'bar', x0, y, x1 - x0, high, { tone: r.tone, opacity: on ? 1 : 0.45, datum: r.datum }),
      ...(r.dateEnd ? [] : [rect(`on-${r.id}`, 'gap', x1, y, right - x1, high)]),
      text(
        `name-${r.id}-${on ? 'now' : 'then'}`,
        on ? 'head' : 'label',
        late ? x0 - 7 : x0,
        late ? y + high * 0.5 + letter * 0.36 : y - (wide ? 8 : 4),
        r.label[locale.lang],
        letter,
        {
          tone: on ? 'ink' : 'soft',
          anchor: late ? 'end' : 'start',
          datum: r.datum,
        },
      ),
    ];
  });
  const end = s.x(FIRM);
  return {
    width: frame.width,
    height: frame.height,
    marks: [
      ...yearAxis('year', s, wide ? [2012, 2014, 2016, 2018, 2020, 2022, 2024, 2026] : [2012, 2015, 2018, 2021, 2024], frame.text),
      ...bars,
      line('firm', 'hair', end, top - (wide ? 24 : 14), end, axis, { tone: 'soft' }),
      text('firm-words', 'note', end - 4, axis - (wide ? 8 : 5), locale.label('firm'), frame.text, { anchor: 'end' }),
    ],
  };
}
