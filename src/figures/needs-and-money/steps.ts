export const steps = ['needs-people', 'needs-2023', 'needs-asked', 'needs-gap', 'needs-2026'] as const;
export type Step = (typeof steps)[number];
