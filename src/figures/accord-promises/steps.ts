export const steps = ['promises-text', 'promises-78', 'promises-powers', 'promises-fighters', 'promises-methods'] as const;
export type Step = (typeof steps)[number];
