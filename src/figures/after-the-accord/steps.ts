/** The rows each step tells. */
export const STEPS = {
  'after-tinzaouaten': ['tinzaouaten'],
  'after-fla': ['fla'],
  'after-algiers': ['drone'],
  'after-blockade': ['blockade-west', 'convoy-september', 'blockade-south', 'schools'],
  'after-april': ['april-kati', 'april-bamako', 'april-sevare', 'april-mopti', 'april-gao', 'april-kidal'],
  'after-kidal': ['kidal-lost'],
  'after-july': ['july-gao', 'july-aguelhok', 'july-anefis', 'july-sevare', 'july-kenieroba'],
  'after-horizon': ['report-october'],
} as const satisfies Record<string, readonly string[]>;

export type Step = keyof typeof STEPS;
export const steps = Object.keys(STEPS) as Step[];
