/** The attacks each step tells, and how near its map is. */
export const STEPS = {
  'attacks-first': ['aguelhok-2012', 'bamako-2015', 'gao-2017'],
  'attacks-centre': ['koulogon-2019', 'ogossagou-2019', 'sobane-2019', 'indelimane-2019', 'ogossagou-2020'],
  'attacks-2021': ['bounti-2021', 'songho-2021'],
  'attacks-2022': ['moura-2022', 'hombori-2022', 'diallassagou-2022'],
  'attacks-2023': ['boat-2023', 'ogota-2024', 'amasrakad-2024', 'djiguibombo-2024', 'tinzaouaten-2024', 'bamako-2024'],
  'attacks-since': ['kobe-2025', 'diafarabe-2025', 'boulkessi-2025', 'kamona-2025', 'ambidedi-2026', 'sarkala-2026'],
} as const satisfies Record<string, readonly string[]>;

export type Step = keyof typeof STEPS;
export const steps = Object.keys(STEPS) as Step[];
