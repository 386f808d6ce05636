import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import { select } from 'hast-util-select';
import { type Rule, statedRules } from '../../../src/site/headers.ts';

/** The table of headers for a built folder: pages that state a policy of their own are sent with it. */
export const rulesFor = (folder: string): readonly Rule[] =>
  statedRules((path) => {
    const file = join(folder, path);
    if (!existsSync(file)) return undefined;
    const stated = select('meta[http-equiv=Content-Security-Policy]', fromHtml(readFileSync(file, 'utf8')))?.properties.content;
    if (!stated) throw new Error(`${path} states no policy`);
    return String(stated);
  });
