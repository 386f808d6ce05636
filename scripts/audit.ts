/** `npm run check:content`: every problem of the content, or how long and how readable each chapter is. */
import { join } from 'node:path';
import { readChapters, readShorts } from '../src/claims/outline.ts';
import { readability } from '../src/claims/readability.ts';
import { readContent } from '../src/lib/content.ts';
import { ContentError, printProblem } from '../src/lib/problem.ts';
import { allProblems } from '../src/site/content-gate.ts';
import { readSettings } from '../src/site/settings.ts';

const root = join(import.meta.dirname, '..');

/** Prints what it finds; true if nothing is wrong. */
function audit(): boolean {
  try {
    const chapters = readChapters(root);
    const content = readContent(root);
    const problems = allProblems(content, chapters, readSettings(process.env), root);
    for (const problem of problems) console.error(`${printProblem(problem)}\n`);
    for (const chapter of [...chapters, ...readShorts(root)]) {
      const { score, mean, longest } = readability(chapter);
      const name = chapter.lang === 'fr' ? 'Kandel-Moles' : 'Flesch-Kincaid grade';
      console.log(
        `${chapter.file}: ${chapter.words} words, ${name} ${score.toFixed(1)}, ${mean.toFixed(1)} words a sentence, longest ${longest}`,
      );
    }
    console.log(problems.length ? `content audit: ${problems.length} problems` : 'content audit: no problem');
    return problems.length === 0;
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    console.error(error.message);
    return false;
  }
}

process.exit(audit() ? 0 : 1);
