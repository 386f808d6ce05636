import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { auditContent } from '../claims/audit.ts';
import { type ChapterOutline, readChapters } from '../claims/outline.ts';
import { figures } from '../figures/registry.ts';
import { type Content, readContent } from '../lib/content.ts';
import { ContentError, type Problem } from '../lib/problem.ts';
import { brandCss, brandProblems } from './brand.ts';
import { figureWords } from './figure-words.ts';
import type { Settings } from './settings.ts';

/** Everything wrong with what the host says of itself, for a build of these settings. `root` is the project. */
export function hostProblems(content: Content, { mirror }: Pick<Settings, 'mirror'>, root: string): Problem[] {
  const problems = brandProblems(content, root);
  if (mirror && !content.site.value.original)
    problems.push({
      file: content.hostFile,
      line: 0,
      rule: 'mirror',
      found: 'MIRROR=1, and no field "original"',
      allowed: 'the address that the copy was made from',
      hint: 'Add a line such as original: https://news.example/mali/ and build again.',
    });
  return problems;
}

/** Everything that stops a build of these settings. Pictures are drawn, and their words looked at, only of what passes the audit. */
export function allProblems(content: Content, chapters: readonly ChapterOutline[], settings: Settings, root: string): Problem[] {
  const audited = auditContent(content, chapters, figures);
  return [...audited, ...(audited.length ? [] : figureWords(content)), ...hostProblems(content, settings, root)];
}

/** Stops the build, before a page is drawn, when the content breaks a rule; writes the style sheet of the house. */
export function contentGate(settings: Settings): AstroIntegration {
  const root = process.cwd();
  return {
    name: 'content-gate',
    hooks: {
      'astro:config:setup': ({ command }) => {
        const folder = join(root, '.generated', 'brand');
        const file = join(folder, 'brand.css');
        // A check of types draws no page: it must not dress the build that may run beside it.
        if (command === 'sync' && existsSync(file)) return;
        const { brand } = readContent(root).site.value;
        mkdirSync(folder, { recursive: true });
        writeFileSync(file, settings.brand ? brandCss(brand, root) : '');
      },
      'astro:build:start': () => {
        const problems = allProblems(readContent(root), readChapters(root), settings, root);
        if (problems.length) throw new ContentError(problems);
      },
    },
  };
}
