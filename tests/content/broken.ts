import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { auditContent } from '../../src/claims/audit.ts';
import { readChapters } from '../../src/claims/outline.ts';
import { readRows } from '../../src/figures/rows.ts';
import { defineFigure, type FigureModule } from '../../src/figures/types.ts';
import { readContent } from '../../src/lib/content.ts';
import { ContentError, type Problem } from '../../src/lib/problem.ts';

/** A figure that reads one series and draws nothing. */
export const stub = defineFigure({
  name: 'stub',
  series: ['counts'],
  steps: ['stub-one'],
  asOf: '2026-11-24',
  map: false,
  data: (input) => readRows(input, 'counts', (_row, cell) => ({ value: cell.number('value') })),
  scene: () => ({ width: 360, height: 256, marks: [] }),
  describe: () => ({ columns: [], rows: [] }),
}) as unknown as FigureModule<never>;

/** File of the minimal content -> what to replace by what. `null` removes the file. */
export type Edits = Readonly<Record<string, readonly [string | RegExp, string] | null>>;

export const EN = 'chapters/en/01-c.mdx';
export const FR = 'chapters/fr/01-c.mdx';
export const FACTS = 'facts/a.yaml';

/** The same edit of the chapter in both languages, so that the two stay translations of each other. */
export const both = (edit: readonly [string | RegExp, string]): Edits => ({ [EN]: edit, [FR]: edit });

/** What is broken, and what the editor is told: the rule, file and line of the first complaint, and parts of its words. */
export type Cases = Readonly<
  Record<
    string,
    {
      edits: Edits;
      rule: string;
      /** Other rules that cannot but complain of the same edit. */
      also?: readonly string[];
      /** File under `content/`, and line. */
      where: string;
      found: string;
      allowed: string;
      hint: string;
      /** Steps of the figure, where the case needs more than one. */
      steps?: readonly string[];
    }
  >
>;

/** Reads and audits the content of a folder, as the build does. */
export function problemsIn(root: string, steps: readonly string[] = stub.steps): Problem[] {
  try {
    return auditContent(readContent(root), readChapters(root), [{ ...stub, steps }]);
  } catch (error) {
    if (error instanceof ContentError) return [...error.problems];
    throw error;
  }
}

/** Reads and audits the minimal content after the edits, as the build does, and gives back every problem. */
export function problemsOf(edits: Edits = {}, steps: readonly string[] = stub.steps): Problem[] {
  const root = mkdtempSync(join(tmpdir(), 'mali-content-'));
  try {
    cpSync('tests/fixtures/minimal', root, { recursive: true });
    for (const [file, edit] of Object.entries(edits)) {
      const path = join(root, 'content', file);
      if (!edit) {
        rmSync(path);
        continue;
      }
      const [from, to] = edit;
      const before = from === '' ? '' : readFileSync(path, 'utf8');
      const after = from === '' ? to : before.replace(from, to);
      if (after === before) throw new Error(`${file} does not hold ${from}`);
      writeFileSync(path, after);
    }
    return problemsIn(root, steps);
  } finally {
    rmSync(root, { recursive: true });
  }
}
