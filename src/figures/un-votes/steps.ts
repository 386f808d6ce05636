/** The votes each step tells. */
export const STEPS = {
  'votes-first': ['es-11-1'],
  'votes-2022': ['es-11-1', 'es-11-3', 'es-11-4', 'es-11-5'],
  'votes-2023': ['es-11-6'],
  'votes-since': ['res-78-316', 'es-11-7', 'children-2025', 'peace-2026'],
  'votes-council': ['council-sanctions', 'council-russia'],
} as const satisfies Record<string, readonly string[]>;

export type Step = keyof typeof STEPS;
export const steps = Object.keys(STEPS) as Step[];
