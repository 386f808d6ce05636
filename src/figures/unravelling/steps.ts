/** The rows each step tells; bases stand as they were on the last of its days. */
export const STEPS = {
  'unravel-coups': ['coup-2020', 'coup-2021'],
  'unravel-sanctions': ['sanctions'],
  'unravel-suspension': ['suspension'],
  'unravel-bases': ['mandate'],
  'unravel-ber': ['ber'],
  'unravel-kidal': ['anefis', 'kidal'],
  'unravel-end': ['end'],
} as const satisfies Record<string, readonly string[]>;

export type Step = keyof typeof STEPS;
export const steps = Object.keys(STEPS) as Step[];
