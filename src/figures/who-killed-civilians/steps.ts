export const steps = ['who-groups', 'who-2020', 'who-2022', 'who-2024', 'who-other-counter'] as const;
export type Step = (typeof steps)[number];
