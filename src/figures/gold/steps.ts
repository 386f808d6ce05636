export const steps = ['gold-years', 'gold-peak', 'gold-fall', 'gold-refinery', 'gold-money'] as const;
export type Step = (typeof steps)[number];
