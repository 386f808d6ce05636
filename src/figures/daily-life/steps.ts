export const steps = ['life-schools', 'life-schools-now', 'life-hunger', 'life-fuel', 'life-prices'] as const;
export type Step = (typeof steps)[number];
