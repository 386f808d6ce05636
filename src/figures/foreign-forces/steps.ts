/** The lanes each step speaks of. */
export const STEPS = {
  'forces-un': ['minusma'],
  'forces-france': ['france'],
  'forces-europe': ['takuba', 'eutm'],
  'forces-russia': ['russia'],
  'forces-crossing': ['minusma', 'france', 'takuba', 'eutm', 'russia'],
  'forces-africa-corps': ['russia'],
} as const satisfies Record<string, readonly string[]>;

export type Step = keyof typeof STEPS;
export const steps = Object.keys(STEPS) as Step[];
