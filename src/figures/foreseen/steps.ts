/** The verdicts each step speaks of; the last sorts the forecasts by whether they came true. */
export const STEPS = {
  'foreseen-confirmed': ['confirmed'],
  'foreseen-corrected': ['corrected', 'outdated'],
  'foreseen-open': ['opinion', 'unverified'],
  'foreseen-forecasts': [],
} as const satisfies Record<string, readonly string[]>;

export type Step = keyof typeof STEPS;
export const steps = Object.keys(STEPS) as Step[];
