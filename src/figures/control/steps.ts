/** Each state of the map, and the day it shows; the last is what a page without script has. */
export const STEPS = {
  'control-2012-01': '2012-01-17',
  'control-2012-04': '2012-04-01',
  'control-2012-04-02': '2012-04-02',
  'control-2012-06': '2012-06-28',
  'control-2013-01': '2013-01-30',
  'control-2013-06': '2013-06-18',
  'control-2014-05': '2014-05-21',
  'control-2015-04': '2015-04-27',
  'control-2017-10': '2017-10-30',
  'control-2022-08': '2022-08-15',
  'control-2023-08': '2023-08-13',
  'control-2023-10': '2023-10-07',
  'control-2023-11': '2023-11-14',
  'control-2023-12': '2023-12-20',
  'control-2026-04': '2026-04-26',
  'control-2026-07': '2026-07-04',
  'control-2026-10': '2026-10-06',
} as const satisfies Record<string, string>;

export type Step = keyof typeof STEPS;
export const steps = Object.keys(STEPS) as Step[];

/** The last day before a state: what it tells began after it. */
export const dayBefore = (step: Step): string => {
  const before = steps[steps.indexOf(step) - 1];
  return before ? STEPS[before] : '';
};
