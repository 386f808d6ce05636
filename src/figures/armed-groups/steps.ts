/** How far time has come at each step, which lanes are spoken of, and which say on the wide sheet what they did. */
export const STEPS = {
  'groups-2012': {
    until: '2013-12-31',
    speak: ['state', 'mnla', 'hcua', 'ansar-dine', 'aqim', 'mujao'],
    tell: ['mnla', 'hcua', 'ansar-dine', 'aqim', 'mujao'],
  },
  'groups-signers': { until: '2015-12-31', speak: ['state', 'plateforme', 'mnla', 'hcua', 'maa', 'cma'], tell: ['plateforme'] },
  'groups-outside': { until: '2023-12-31', speak: ['ansar-dine', 'aqim', 'jnim', 'is-sahel'], tell: ['jnim'] },
  'groups-fla': { until: '2025-03-31', speak: ['mnla', 'hcua', 'maa', 'cma', 'csp', 'fla'], tell: [] },
  'groups-pact': { until: '2026-10-06', speak: ['jnim', 'fla', 'state'], tell: [] },
} as const satisfies Record<string, { until: string; speak: readonly string[]; tell: readonly string[] }>;

export type Step = keyof typeof STEPS;
export const steps = Object.keys(STEPS) as Step[];
