/** The rows each step tells; the last sets the numbers beside each other. */
export const STEPS = {
  'moura-days': ['days'],
  'moura-army': ['army-toll'],
  'moura-access': ['access', 'inquiry'],
  'moura-un': ['un-toll', 'un-names', 'un-women'],
  'moura-answer': ['mali-answer'],
  'moura-scale': [],
} as const satisfies Record<string, readonly string[]>;

export type Step = keyof typeof STEPS;
export const steps = Object.keys(STEPS) as Step[];
