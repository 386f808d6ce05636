/** How far time has come at each step, and which lanes are spoken of. */
export const STEPS = {
  'groups-2012': { until: '2013-12-31', speak: ['state', 'mnla', 'hcua', 'ansar-dine', 'aqim', 'mujao'] },
  'groups-signers': { until: '2015-12-31', speak: ['state', 'plateforme', 'mnla', 'hcua', 'maa', 'cma'] },
  'groups-outside': { until: '2023-01-31', speak: ['ansar-dine', 'aqim', 'jnim', 'is-sahel'] },
  'groups-fla': { until: '2025-03-31', speak: ['mnla', 'hcua', 'maa', 'cma', 'csp', 'fla'] },
  'groups-pact': { until: '2026-10-06', speak: ['jnim', 'fla', 'state'] },
} as const satisfies Record<string, { until: string; speak: readonly string[] }>;

export type Step = keyof typeof STEPS;
export const steps = Object.keys(STEPS) as Step[];
