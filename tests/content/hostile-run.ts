/** What the fuzzing tests have in common: content with one file changed, its audit, seeds and counts. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Problem, printProblem } from '../../src/lib/problem.ts';
import { problemsIn } from './broken.ts';

/** Another seed each run; a failure prints its own, and `FUZZ_SEED` plays it again. */
const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31);
let cases = 0;
export const times = (numRuns: number): fc.Parameters<unknown> => {
  cases += numRuns;
  return { seed, numRuns };
};

let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'mali-hostile-'));
  cpSync('tests/fixtures/minimal', root, { recursive: true });
});
afterAll(() => {
  rmSync(root, { recursive: true });
  console.log(`${cases} hostile cases, FUZZ_SEED=${seed}`);
});

/** The audit of the minimal content with one file in place of its own. */
export function auditWith(file: string, body: string): Problem[] {
  const path = join(root, 'content', file);
  const before = readFileSync(path);
  writeFileSync(path, body);
  try {
    return problemsIn(root);
  } finally {
    writeFileSync(path, before);
  }
}

/** A file of the minimal content. */
export const read = (file: string): string => readFileSync(join('tests/fixtures/minimal/content', file), 'utf8');

/** What an editor is told names the file, and is short enough to read. */
export function expectClear(problems: readonly Problem[]): void {
  for (const problem of problems) {
    expect(problem.file).toMatch(/^content\//);
    expect(problem.line).toBeGreaterThanOrEqual(0);
    for (const word of [problem.rule, problem.found, problem.allowed, problem.hint]) expect(word).toBeTruthy();
    expect(printProblem(problem).length).toBeLessThan(2_000);
  }
}

/** Holds a file to its half of the two thousand cases promised. Comes last in it. */
export function expectThousand(): void {
  describe('all of it', () => {
    it('is at least a thousand cases', () => {
      expect(cases).toBeGreaterThanOrEqual(1_000);
    });
  });
}
