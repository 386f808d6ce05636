/** Every page and style sheet held to the standards by validators that know nothing of this site. */
import { globSync, readFileSync } from 'node:fs';
import { validate } from 'csstree-validator';
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';

const validator = new HtmlValidate(new FileSystemConfigLoader({ root: true, extends: ['html-validate:standard'] }));

/** What html-validate finds wrong with a document, in its own words. */
async function faults(html: string, file: string): Promise<string[]> {
  const { results } = await validator.validateString(html, file);
  return results.flatMap((r) => r.messages.map((m) => `${file}:${m.line}:${m.column} ${m.ruleId}: ${m.message}`));
}

/** Boxes in the margin of a printed page (CSS Paged Media, used by Chromium since 131) are newer than csstree's list. */
const NEWER = [/^Unknown at-rule `@bottom-(?:left|center|right)`/, /^Unknown at-rule descriptor `margin`/];

const pages = globSync('dist/**/*.html');
const sheets = globSync('dist/**/*.css');

describe('the HTML', () => {
  it('of every page is valid: light, printed, embedded, from disk and not found too', { timeout: 300_000 }, async () => {
    expect(pages.length).toBeGreaterThan(900);
    const found: string[] = [];
    for (const file of pages) found.push(...(await faults(readFileSync(file, 'utf8'), file)));
    expect(found.slice(0, 20)).toEqual([]);
  });

  it('but a page with seeded faults is not', async () => {
    const html = readFileSync('dist/en/about/index.html', 'utf8');
    const broken = html.replace('<main', '<p id="x"><p id="x"><div aria-label="a"></p><main');
    expect((await faults(broken, 'x.html')).join()).toMatch(/no-dup-id[\s\S]*aria-label-misuse|aria-label-misuse[\s\S]*no-dup-id/);
  });
});

describe('the CSS', () => {
  it.each(sheets)('of %s is valid', (file) => {
    const said = validate(readFileSync(file, 'utf8'), file).map((e) => e.message);
    expect(said.filter((message) => !NEWER.some((known) => known.test(message)))).toEqual([]);
  });

  it('but a sheet with seeded faults is not', () => {
    expect(validate('a { colour: red; width: 3 apples }', 'x.css').length).toBe(2);
  });
});
