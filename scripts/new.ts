/**
 * `npm run new:figure -- rice-price` and `npm run new:chapter -- after-the-war apres-la-guerre [--figure rice-price]`:
 * files to begin with, which pass every check as they stand. A chapter without a figure gets a new one of its slug.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { readChapters } from '../src/claims/outline.ts';
import { figures } from '../src/figures/registry.ts';
import { readContent } from '../src/lib/content.ts';
import { type File, figureFiles, withFigure, withSeries } from './lib/scaffold.ts';
import { chapterFiles } from './lib/scaffold-chapter.ts';

const root = join(import.meta.dirname, '..');
const NAME = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

function stop(found: string, allowed: string): never {
  console.error(`  found:   ${found}\n  allowed: ${allowed}`);
  process.exit(1);
}

function write(files: readonly File[]): void {
  const there = files.find(({ path }) => existsSync(join(root, path)));
  if (there) stop(`${there.path} is there already`, 'a new name; nothing is overwritten');
  for (const { path, text } of files) {
    mkdirSync(join(root, dirname(path)), { recursive: true });
    writeFileSync(join(root, path), text);
    console.log(`  ${path}`);
  }
}

const content = readContent(root);
const today = content.site.value.edition;

/** Writes a figure and gives back its steps. */
function figure(name: string): string[] {
  if (!NAME.test(name)) stop(`name "${name}"`, 'lower-case words joined by hyphens, such as rice-price');
  if (figures.some((f) => f.name === name)) stop(`a figure "${name}"`, 'a new name');
  const source = [...content.sources.values()].find(({ value }) => value.custom.read === 'read')?.value.id;
  if (!source) stop('no source that was read', 'at least one in content/sources');
  const names = { name, source, today };
  write(figureFiles(names));
  for (const [path, change] of [
    ['src/figures/registry.ts', (text: string) => withFigure(text, name)],
    ['content/series/datapackage.json', (text: string) => withSeries(text, names)],
  ] as const) {
    writeFileSync(join(root, path), change(readFileSync(join(root, path), 'utf8')));
    console.log(`  ${path} (one entry more)`);
  }
  return [`${name}-first`, `${name}-second`];
}

const { positionals, values } = parseArgs({ allowPositionals: true, options: { figure: { type: 'string' } } });
const [what, ...names] = positionals;
if (what === 'figure' && names.length === 1) {
  figure(names[0] ?? '');
} else if (what === 'chapter' && names.length === 2) {
  const [en = '', fr = ''] = names;
  for (const slug of [en, fr]) if (!NAME.test(slug)) stop(`slug "${slug}"`, 'lower-case words joined by hyphens');
  const chapters = readChapters(root);
  if (chapters.some((c) => c.slug === en || c.slug === fr)) stop(`slugs ${en}, ${fr}`, 'slugs that no chapter has');
  const there = values.figure ? figures.find((f) => f.name === values.figure) : undefined;
  if (values.figure && !there) stop(`figure "${values.figure}"`, figures.map((f) => f.name).join(', '));
  const steps = there ? there.steps : figure(en);
  const number = Math.max(0, ...chapters.map((c) => c.number)) + 1;
  write(chapterFiles({ number, slugs: { en, fr }, figure: there?.name ?? en, steps, today }));
} else {
  stop(positionals.join(' ') || 'nothing', 'figure <name> | chapter <slug-en> <slug-fr> [--figure <name>]');
}
console.log('Look at it: npm run dev. How to go on: docs/editing.md. What passes: npm run check.');
