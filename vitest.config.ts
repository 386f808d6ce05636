import { defineConfig } from 'vitest/config';

const project = (name: string, rest: object = {}) => ({
  extends: true as const,
  // A timeout is there to end what hangs, not to measure a busy machine.
  test: { name, include: [`tests/${name}/**/*.test.ts`], testTimeout: 60_000, ...rest },
});

// One project a kind of test, so that each can be run by itself: `vitest run --project unit`.
export default defineConfig({
  test: {
    projects: [
      project('unit'),
      project('figures'),
      project('content'),
      // These look at what the build made: run `npm run build` first, or let `npm test` do it.
      project('build', { testTimeout: 60_000 }),
      // They wait for pages more than they work: more of them than cores.
      project('browser', { testTimeout: 240_000, hookTimeout: 60_000, maxWorkers: 4 }),
    ],
  },
});
