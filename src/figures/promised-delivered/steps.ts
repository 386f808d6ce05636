/** The rows each step tells. */
export const STEPS = {
  'promised-2023': ['wheat-promised', 'fertiliser-promised', 'fuel-promised'],
  'delivered-2023': ['wheat-2023', 'fertiliser-2023'],
  'delivered-2024': ['wheat-2024', 'fuel-2024'],
  'promised-2025': ['pledge-2025', 'niger-2025'],
  'trade-words': ['trade-lavrov', 'trade-putin-2023', 'trade-putin-2025'],
} as const satisfies Record<string, readonly string[]>;

export type Step = keyof typeof STEPS;
export const steps = Object.keys(STEPS) as Step[];
