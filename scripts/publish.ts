/** `npm run publish-edition`: keeps this edition's numbers and addresses, so that the next cannot change one in silence. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { publishedNow } from '../src/claims/audit.ts';
import { readChapters } from '../src/claims/outline.ts';
import { readContent } from '../src/lib/content.ts';
import { ContentError } from '../src/lib/problem.ts';
import { unwritten } from './lib/unwritten.ts';

const root = join(import.meta.dirname, '..');
const left = unwritten(root);
if (left.length) {
  console.error(`${new ContentError(left).message}\n\nNo edition was published.`);
  process.exit(1);
}
const edition = publishedNow(readContent(root), readChapters(root));
writeFileSync(join(root, 'content', 'published.json'), `${JSON.stringify(edition, undefined, 1)}\n`);
const ids = Object.values(edition.ids).reduce((n, list) => n + list.length, 0);
console.log(`content/published.json: ${Object.keys(edition.numbers).length} numbers, ${ids} addresses`);
