import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The longest files begin first, so that none runs on alone at the end: a fresh clone has no record of how long they take. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const long = [
      'access',
      'looks',
      'reading',
      'disk',
      'assist',
      'embed',
      'scaffold',
      'epub',
      'embed-hosts',
      'offline',
      'lite',
      'teach',
      'deploy',
    ];
    const rank = ({ moduleId }: TestSpecification): number => {
      const place = long.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
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

/** What works in a browser or runs a build of its own waits for as long as a busy machine takes. */
const patient = { testTimeout: 240_000, hookTimeout: 60_000, expect: { poll: { timeout: 30_000 } } };

// One project a kind of test, so that each can be run by itself: `vitest run --project unit`.
export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    // One more than the cores of a common machine: while one waits for a page or a program another works.
    maxWorkers: 3,
    // Files read the same figures and content, change neither, and take turns in these few processes instead of reading
    // them anew in each.
    isolate: false,
    projects: [
      project('unit'),
      project('figures'),
      project('content'),
      // These look at what the build made: run `npm run build` first, or let `npm test` do it.
      project('build', patient),
      project('browser', patient),
      // And these at builds for other hosts, which `npm test` makes, and at builds that go wrong.
      project('hosted', patient),
    ],
  },
});
