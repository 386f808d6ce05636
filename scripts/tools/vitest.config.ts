import { defineConfig } from 'vitest/config';

/** The tests each folder answers to: quick ones that need no build, so that a mutant costs less than a second. */
const TESTS = {
  i18n: ['unit/format', 'unit/typography'],
  scene: [
    'unit/diff',
    'unit/key-steps',
    'unit/player',
    'unit/svg',
    'unit/marks',
    'unit/elements',
    'unit/strip',
    'unit/css',
    'unit/standalone',
    'unit/card',
  ],
  story: ['unit/story', 'unit/embed', 'unit/explore', 'unit/address'],
  claims: [
    'content/resolve',
    'content/words',
    'content/prose',
    'content/records',
    'content/editions',
    'content/teach',
    'content/outline',
    'content/audit',
  ],
} as const;

const folder = process.env.MUTATE as keyof typeof TESTS;

export default defineConfig({
  test: { include: TESTS[folder].map((name) => `tests/${name}.test.ts`), testTimeout: 60_000 },
});
