/** The spans each step speaks of. */
export const STEPS = {
  'arc-war': ['france', 'un'],
  'arc-accord': ['accord'],
  'arc-turn': ['officers', 'russia'],
  'arc-now': ['kidal'],
} as const satisfies Record<string, readonly string[]>;

export type Step = keyof typeof STEPS;
export const steps = Object.keys(STEPS) as Step[];
