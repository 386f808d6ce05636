/** What a host may say of itself: what passes, and what stops the build. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readContent } from '../../src/lib/content.ts';
import { ContentError, type Problem } from '../../src/lib/problem.ts';
import { brandCss } from '../../src/site/brand.ts';
import { hostProblems } from '../../src/site/content-gate.ts';

const folder = mkdtempSync(join(tmpdir(), 'host-'));
afterAll(() => rmSync(folder, { recursive: true }));
const LOGO = readFileSync('tests/fixtures/host/logo.svg', 'utf8');

/** The problems of a host file, with a logo beside it. */
function problemsOf(yaml: string, logo = LOGO, mirror = false): readonly Problem[] {
  const file = join(folder, 'host.yaml');
  writeFileSync(file, yaml);
  writeFileSync(join(folder, 'logo.svg'), logo);
  try {
    return hostProblems(readContent('tests/fixtures/minimal', file), { mirror }, '.');
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    return error.problems;
  }
}
const branded = (line: string): string => `brand:\n  name: A House\n  ${line}\n`;

describe('a brand', () => {
  it('changes nothing where there is none', () => {
    const content = readContent('.', '');
    expect(hostProblems(content, { mirror: false }, '.')).toEqual([]);
    expect(brandCss(content.site.value.brand, '.')).toBe('');
  });

  it.each(['branded', 'mirror'])('passes as the example "%s" has it', (name) => {
    expect(hostProblems(readContent('.', `tests/fixtures/host/${name}.yaml`), { mirror: name === 'mirror' }, '.')).toEqual([]);
  });

  it('keeps colours to the screen, and the dark theme’s own where only the light one changes', () => {
    const css = brandCss(readContent('.', 'tests/fixtures/host/mirror.yaml').site.value.brand, '.');
    expect(css).toBe(
      '@media screen { html:root { --accent: #0b5d4b; } }\n@media screen and (prefers-color-scheme: dark) { html:root { --accent: #e8a94f; } }\n',
    );
  });

  it.each([
    ["colours: { light: { ink: '#999999' } }", 'contrast', /light theme: ink #999999 on paper #faf6ee has a contrast of 2\.6\d/],
    ["colours: { dark: { link: '#224488' } }", 'contrast', /dark theme: link #224488 on paper/],
    ["colours: { light: { paper: '#c8b898', ink: '#000000', soft: '#222222' } }", 'contrast', /azawad #b0720f on paper #c8b898/],
    ['colours: { light: { ink: red } }', 'schema', /colours\.light\.ink/],
    ["colours: { light: { background: '#ffffff' } }", 'schema', /background/],
    ['fonts: { text: Comic Sans }', 'schema', /fonts\.text/],
    ["home: 'http://post.example/'", 'schema', /brand\.home/],
    ["links: [{ label: { en: A, fr: A }, url: 'javascript:alert(1)' }]", 'schema', /links\.0\.url/],
    ['credit: { en: Only English. }', 'schema', /credit\.fr/],
    ['logo: ../secret.svg', 'schema', /brand\.logo/],
    ['logo: nothing.svg', 'logo', /no file nothing\.svg/],
  ])('is refused: %s', (line, rule, found) => {
    const problems = problemsOf(branded(line));
    expect(problems.map((p) => p.rule)).toContain(rule);
    const problem = problems.find((p) => found.test(p.found));
    expect(problem, JSON.stringify(problems)).toBeDefined();
    expect(problem?.line).toBe(3);
    expect(problem?.hint).not.toBe('');
  });

  it('has a name where it has a logo', () => {
    expect(problemsOf('brand:\n  logo: logo.svg\n').map((p) => p.found)).toEqual(['a logo without a name']);
  });

  it.each([
    ['<script>alert(1)</script>', '<script>'],
    ['<svg:script xmlns:svg="http://www.w3.org/2000/svg">alert(1)</svg:script>', '<svg:script>'],
    ['<rect onload="alert(1)"/>', 'onLoad'],
    ['<image href="https://evil.example/x.png"/>', '<image>'],
    ['<use href="https://evil.example/x.svg#a"/>', 'href='],
    ['<use xlink:href="//evil.example/x.svg#a"/>', 'xLinkHref='],
    ['<rect fill="url(https://evil.example/x#a)"/>', 'fill='],
    ['<style>@import url(//evil.example)</style>', '<style>'],
    ['<rect style="fill:url(//evil.example)"/>', 'style='],
    ['<foreignObject><p>x</p></foreignObject>', '<foreignObject>'],
    ['<animate attributeName="href" to="javascript:alert(1)"/>', '<animate>'],
    ['<?xml-stylesheet href="//evil.example/x.css"?>', 'processing instruction'],
  ])('takes no logo with %s', (part, found) => {
    const logo = LOGO.replace('</svg>', `${part}</svg>`);
    const problems = problemsOf(branded('logo: logo.svg'), logo);
    expect(problems.map((p) => p.rule)).toContain('logo');
    expect(problems.map((p) => p.found).join('\n')).toContain(found);
  });

  it('takes no logo that names entities, or that is none', () => {
    const entities = LOGO.replace('<svg', '<!DOCTYPE svg [<!ENTITY x "<script/>">]><svg');
    expect(problemsOf(branded('logo: logo.svg'), entities).map((p) => p.found)).toContain('a DOCTYPE with entities');
    expect(problemsOf(branded('logo: logo.svg'), 'a picture').map((p) => p.found)).toEqual(['no svg element with a viewBox']);
  });
});

describe('a mirror', () => {
  it('is built only where its original has an address', () => {
    expect(problemsOf('languages: [fr]\n', LOGO, true).map((p) => p.rule)).toEqual(['mirror']);
    expect(problemsOf('original: https://news.example/mali/\n', LOGO, true)).toEqual([]);
  });

  it.each([
    ['original: https://news.example/mali', /original/],
    ['original: http://news.example/mali/', /original/],
    ['languages: []', /languages/],
    ['languages: [fr, fr]', /languages/],
    ['languages: [de]', /languages/],
    ['tilte: x', /tilte/],
  ])('or a host is refused: %s', (yaml, found) => {
    const [problem] = problemsOf(`${yaml}\n`);
    expect(problem?.rule).toBe('schema');
    expect(problem?.found).toMatch(found);
    expect(problem?.line).toBe(1);
  });
});
