/** The counters each step tells; the last sets their numbers for one side beside each other. */
export const STEPS = {
  'claims-army': ['army-first', 'army-later'],
  'claims-wagner-and-jnim': ['wagner-later', 'jnim-first'],
  'claims-csp': ['csp-later'],
  'claims-outside': ['nyt-later', 'bbc-first', 'fighter-first'],
  'claims-spread': [],
} as const satisfies Record<string, readonly string[]>;

export type Step = keyof typeof STEPS;
export const steps = Object.keys(STEPS) as Step[];
