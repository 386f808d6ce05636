export const steps = [
  'displaced-first',
  'displaced-return',
  'displaced-again',
  'displaced-refugees',
  'displaced-countries',
  'displaced-mbera',
] as const;
export type Step = (typeof steps)[number];
