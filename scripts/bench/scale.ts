/** How a build grows: sites of 3, 30 and 300 generated chapters in two languages, each chapter with a figure of its own. */
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type File, figureFiles, withFigure, withSeries } from '../lib/scaffold.ts';
import { chapterFiles } from '../lib/scaffold-chapter.ts';
import { environment } from '../lib/setup.mjs';

export interface Growth {
  chapters: number;
  seconds: number;
  /** Peak memory of the build in MB. */
  megabytes: number;
}

const DAY = '2026-11-25';
const NEEDED = [
  'src',
  'content',
  'scripts',
  'public',
  'package.json',
  'astro.config.mjs',
  'tsconfig.json',
  'CHANGELOG.md',
  'README.md',
  'LICENSE',
  'docs',
];

/** A copy of the project with `count` chapters: its own, and generated ones behind them. */
function generate(root: string, folder: string, count: number, own: number): void {
  rmSync(folder, { recursive: true, force: true });
  for (const name of NEEDED)
    cpSync(join(root, name), join(folder, name), { recursive: true, filter: (path) => !path.includes('node_modules') });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const change = (path: string, by: (text: string) => string): void => {
    const file = join(folder, path);
    writeFileSync(file, by(readFileSync(file, 'utf8')));
  };
  const write = (files: readonly File[]): void => {
    for (const { path, text } of files) {
      mkdirSync(join(folder, dirname(path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  };
  const [source = ''] = [...readFileSync(join(root, 'content/facts/1-before.yaml'), 'utf8').matchAll(/sources: \[([\w-]+)/g)].map(
    (m) => m[1] ?? '',
  );
  for (let number = own + 1; number <= count; number++) {
    const name = `generated-${number}`;
    write(figureFiles({ name, source, today: DAY }));
    change('src/figures/registry.ts', (text) => withFigure(text, name));
    change('content/series/datapackage.json', (text) => withSeries(text, { name, source, today: DAY }));
    const steps = [`${name}-first`, `${name}-second`];
    write(chapterFiles({ number, slugs: { en: `chapter-${number}`, fr: `chapitre-${number}` }, figure: name, steps, today: DAY }));
  }
}

/** Builds the copy, and reads from the kernel how much memory the build and its children held at most. */
function build(folder: string): Promise<Omit<Growth, 'chapters'>> {
  const began = Date.now();
  const child = spawn('npm', ['run', '--silent', 'build'], {
    cwd: folder,
    env: environment(),
    stdio: ['ignore', 'ignore', 'inherit'],
    detached: true,
  });
  let peak = 0;
  const look = setInterval(() => {
    peak = Math.max(peak, memoryOf(child.pid ?? 0));
  }, 200);
  return new Promise((done, fail) => {
    child.on('close', (code) => {
      clearInterval(look);
      if (code === 0) done({ seconds: (Date.now() - began) / 1000, megabytes: peak / 1024 });
      else fail(new Error(`the build in ${folder} ended with ${code}`));
    });
  });
}

/** Resident memory in KB of every process of a group; Linux alone tells it this way. */
function memoryOf(group: number): number {
  let sum = 0;
  for (const pid of processes()) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      if (Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2]) !== group) continue;
      sum += Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
    } catch {
      // The process ended between the list and the look.
    }
  }
  return sum;
}

const processes = (): string[] => readdirSync('/proc').filter((name) => /^\d+$/.test(name));

/** Builds each size once and gives back what it took. */
export async function scale(root: string, counts: readonly number[], own: number): Promise<Growth[]> {
  const folder = join(root, '.generated', 'scale');
  const grown: Growth[] = [];
  for (const chapters of counts) {
    generate(root, folder, chapters, own);
    grown.push({ chapters, ...(await build(folder)) });
  }
  rmSync(folder, { recursive: true, force: true });
  return grown;
}
