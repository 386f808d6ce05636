/** The rows each step tells: French bases, Russians reported, UN bases. */
export const STEPS = {
  'bases-north': ['fr-kidal', 'fr-tessalit', 'fr-timbuktu'],
  'bases-timbuktu': ['ru-timbuktu'],
  'bases-gossi': ['fr-gossi', 'ru-gossi'],
  'bases-menaka': ['fr-menaka', 'ru-menaka'],
  'bases-gao': ['fr-gao'],
  'bases-un': ['base-ogossagou', 'base-ber', 'base-goundam', 'base-menaka'],
  'bases-kidal': ['base-douentza', 'base-tessalit', 'base-aguelhok', 'base-kidal', 'ru-kidal'],
  'bases-last': ['base-ansongo', 'base-sevare', 'base-timbuktu'],
} as const satisfies Record<string, readonly string[]>;

export type Step = keyof typeof STEPS;
export const steps = Object.keys(STEPS) as Step[];
