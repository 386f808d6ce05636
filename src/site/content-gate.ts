import type { AstroIntegration } from 'astro';
import { auditContent } from '../claims/audit.ts';
import { readChapters } from '../claims/outline.ts';
import { figures } from '../figures/registry.ts';
import { readContent } from '../lib/content.ts';
import { ContentError } from '../lib/problem.ts';

/** Stops the build, before a page is drawn, when the content breaks a rule. */
export function contentGate(): AstroIntegration {
  return {
    name: 'content-gate',
    hooks: {
      'astro:build:start': () => {
        const root = process.cwd();
        const problems = auditContent(readContent(root), readChapters(root), figures);
        if (problems.length) throw new ContentError(problems);
      },
    },
  };
}
