export const steps = ['kidal-africa', 'kidal-mali', 'kidal-town', 'kidal-strip', 'kidal-894', 'kidal-2026'] as const;
export type Step = (typeof steps)[number];
