/** Each step's rows; a town shows the last row up to its step. */
export const STEPS = {
  'north-january': ['menaka-attack'],
  'north-kidal': ['kidal-taken'],
  'north-gao': ['gao-taken'],
  'north-timbuktu': ['timbuktu-taken', 'timbuktu-ansar'],
  'north-azawad': ['azawad'],
  'north-june': ['gao-mujao', 'timbuktu-held', 'kidal-held'],
  'north-serval': ['serval', 'gao-retaken', 'timbuktu-retaken', 'kidal-shared'],
} as const satisfies Record<string, readonly string[]>;

export type Step = keyof typeof STEPS;
export const steps = Object.keys(STEPS) as Step[];
