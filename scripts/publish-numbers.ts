/** `npm run publish-numbers`: keeps this edition's numbers, so that the next cannot change one in silence. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { publishedNow } from '../src/claims/audit.ts';
import { readContent } from '../src/lib/content.ts';

const root = join(import.meta.dirname, '..');
const numbers = publishedNow(readContent(root));
writeFileSync(join(root, 'content', 'published.json'), `${JSON.stringify(numbers, undefined, 2)}\n`);
console.log(`content/published.json: ${Object.keys(numbers).length} numbers`);
