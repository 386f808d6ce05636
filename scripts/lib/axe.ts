/** axe in a page of a browser: the rules of WCAG 2.2 AA and its own best practice. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const require = createRequire(join(process.cwd(), 'package.json'));
let source: string | undefined;

/** Every rule there is for pages like these. */
export const EVERY_RULE = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What another theme or width can break: the document is the same. */
export const LAYOUT_RULES = [
  'color-contrast',
  'link-in-text-block',
  'target-size',
  'scrollable-region-focusable',
  'landmark-one-main',
  'aria-hidden-focus',
  'region',
];

interface Axe {
  configure(spec: { noHtml: boolean }): void;
  run(context: Document, options: object): Promise<{ violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[] }>;
}

/** What axe finds wrong with the page as it stands: "rule: place what", three places a rule at most. */
export async function violations(page: Page, rules: readonly string[] = EVERY_RULE): Promise<string[]> {
  source ??= readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
  // The page's own policy lets no stranger's script in; the evaluator is not bound by it.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  return page.evaluate(
    async (rules) => {
      const { axe } = window as never as { axe: Axe };
      // What is found is named by its selector: to write out every element looked at takes a tenth of the time.
      axe.configure({ noHtml: true });
      // Style sheets are read again for one rule alone, which is not among these.
      const result = await axe.run(document, { runOnly: rules, resultTypes: ['violations'], preload: { assets: ['media'] } });
      return result.violations.flatMap((v) =>
        v.nodes.slice(0, 3).map((n) => `${v.id}: ${n.target.join(' ')} ${n.failureSummary.split('\n')[1] ?? ''}`),
      );
    },
    [...rules],
  );
}
