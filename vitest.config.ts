import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The longest files begin first, so that none runs on alone at the end: a fresh clone has no record of how long they take. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const long = ['access', 'looks', 'reading', 'ways', 'disk', 'embed', 'offline', 'deploy'].map(
      (name) => `/tests/browser/${name}.test.ts`,
    );
    const rank = ({ moduleId }: TestSpecification): number => {
      const place = long.findIndex((end) => moduleId.endsWith(end));
      return place < 0 ? long.length : place;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

const project = (name: string, rest: object = {}) => ({
  extends: true as const,
  // A timeout is there to end what hangs, not to measure a busy machine.
  test: { name, include: [`tests/${name}/**/*.test.ts`], testTimeout: 60_000, ...rest },
});

// One project a kind of test, so that each can be run by itself: `vitest run --project unit`.
export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      project('unit'),
      project('figures'),
      project('content'),
      // These look at what the build made: run `npm run build` first, or let `npm test` do it.
      project('build', { testTimeout: 60_000 }),
      // They wait for pages more than they work: more of them than cores.
      project('browser', { testTimeout: 240_000, hookTimeout: 60_000, maxWorkers: 4, expect: { poll: { timeout: 30_000 } } }),
    ],
  },
});
