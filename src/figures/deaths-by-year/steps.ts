/** The years each step speaks of, first and last. */
export const STEPS = {
  'deaths-2012': [2011, 2013],
  'deaths-accord': [2014, 2016],
  'deaths-centre': [2017, 2021],
  'deaths-2022': [2022, 2022],
  'deaths-since': [2023, 2024],
  'deaths-missing': [2011, 2024],
} as const satisfies Record<string, readonly [number, number]>;

export type Step = keyof typeof STEPS;
export const steps = Object.keys(STEPS) as Step[];
