/** What a build is made of, read once for all integrations: content does not change under a build. */
import { join } from 'node:path';
import { type ChapterOutline, readChapters, readShorts } from '../../src/claims/outline.ts';
import { type Content, readContent } from '../../src/lib/content.ts';

export const root = join(import.meta.dirname, '..', '..');

interface Source {
  content: Content;
  chapters: ChapterOutline[];
  shorts: ChapterOutline[];
}
let read: Source | undefined;

/** Content, chapters and short versions. Throws a `ContentError` as their readers do. */
export function source(): Source {
  read ??= { content: readContent(root), chapters: readChapters(root), shorts: readShorts(root) };
  return read;
}
