/**
 * `npm run preview:check [-- folder]`: looks at a built site as an editor would before publishing, and writes what it saw
 * into `.generated/preview/`. Ends with 1 only where something fails.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { auditContent } from '../src/claims/audit.ts';
import { readChapters } from '../src/claims/outline.ts';
import { figures } from '../src/figures/registry.ts';
import { readContent } from '../src/lib/content.ts';
import { ensure } from './lib/setup.mjs';
import { alternativeText } from './preview/alt.ts';
import { type Browsing, startBrowsing } from './preview/browser.ts';
import { readBuilt } from './preview/built.ts';
import { cards } from './preview/cards.ts';
import { contactSheet } from './preview/contact.ts';
import { dates } from './preview/dates.ts';
import { embeds } from './preview/embeds.ts';
import { headers } from './preview/headers.ts';
import { languages } from './preview/languages.ts';
import { links } from './preview/links.ts';
import { litePages } from './preview/lite.ts';
import { noScript } from './preview/no-script.ts';
import { print } from './preview/print.ts';
import { asHtml, asText, stateOf } from './preview/report.ts';
import type { Outcome, Section } from './preview/types.ts';
import { weights } from './preview/weights.ts';

const root = join(import.meta.dirname, '..');
const out = join(root, '.generated', 'preview');
const folder = resolve(root, process.argv[2] ?? process.env.OUT_DIR ?? 'dist');
const content = readContent(root);
const chapters = readChapters(root);

ensure(['chromium']);
rmSync(out, { recursive: true, force: true });
const built = readBuilt(folder, content.site.value.edition);
type Checks = readonly (readonly [string, () => Outcome | Promise<Outcome>])[];
const ofFiles: Checks = [
  ['Links', () => links(built)],
  ['Words for pictures', () => alternativeText(built)],
  ['Dates', () => dates(built, chapters)],
  ['Both languages', () => languages(built, auditContent(content, chapters, figures))],
  ['Cards for sharing', () => cards(built)],
  ['Headers', () => headers(built)],
  ['Weights', () => weights(built)],
  ['Lite pages', () => litePages(built)],
];
const inBrowser = (browsing: Browsing): Checks => [
  ['Without script', () => noScript(built, browsing)],
  ['Print', () => print(built, browsing)],
  ['Embeds', () => embeds(built, browsing)],
  ['Pictures of each chapter', () => contactSheet(built, browsing)],
];
const sections: Section[] = [];
const look = async (checks: Checks): Promise<void> => {
  for (const [title, check] of checks) {
    console.error(`… ${title}`);
    sections.push({ title, ...(await check()) });
  }
};
await look(ofFiles);
const browsing = await startBrowsing(built, out);
await look(inBrowser(browsing));
await browsing.close();

const name = relative(root, folder) || folder;
mkdirSync(out, { recursive: true });
writeFileSync(join(out, 'index.html'), asHtml(name, sections));
writeFileSync(join(out, 'report.txt'), asText(name, sections));
console.log(`${asText(name, sections)}\nWith pictures: .generated/preview/index.html`);
process.exit(sections.some((section) => stateOf(section) === 'fail') ? 1 : 0);
