/** The rows each step tells; the last tells another counter's. */
export const STEPS = {
  'deliveries-helicopters': ['mi35-2017', 'mi35-2018', 'mi171-2021'],
  'deliveries-planes': ['mi35p-2022', 'august-2022', 'january-2023'],
  'deliveries-drones': ['tb2-2022', 'tb2-2023', 'tb2-2024', 'akinci-2024'],
  'deliveries-convoys': ['convoy-2025', 'ships-2025'],
  'deliveries-sipri': [],
} as const satisfies Record<string, readonly string[]>;

export type Step = keyof typeof STEPS;
export const steps = Object.keys(STEPS) as Step[];
