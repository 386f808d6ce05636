/** Sentences that the scaffolds leave to be written over: an edition that still holds one is not published or handed out. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../src/lib/problem.ts';
import { EXAMPLE, WORDS as FIGURE } from './scaffold.ts';
import { WORDS as CHAPTER } from './scaffold-chapter.ts';

/** Letters of the shortest: anybody may write less in the same words. */
const SHORTEST = 20;

const sentences = (words: unknown): string[] =>
  typeof words === 'string' ? (words.length < SHORTEST ? [] : [words]) : Object.values(words as object).flatMap(sentences);

/** Every such sentence in `content/` under `root`. */
export function unwritten(root: string): Problem[] {
  const left = sentences([FIGURE, CHAPTER, EXAMPLE]);
  const inLine = (text: string): string[] => left.filter((sentence) => text.includes(sentence));
  return globSync('content/**/*.{mdx,yaml,csv,json}', { cwd: root })
    .sort()
    .flatMap((file) =>
      readFileSync(join(root, file), 'utf8')
        .split('\n')
        .flatMap((text, i) =>
          inLine(text).map((found) => ({
            file,
            line: i + 1,
            rule: 'unwritten',
            found,
            allowed: 'words of your own',
            hint: 'npm run new:figure or new:chapter left it to be written over; npm run build shows the site as it is meanwhile',
          })),
        ),
    );
}
