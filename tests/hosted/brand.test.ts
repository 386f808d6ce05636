/** The site in the look of a house: the example of tests/fixtures/host/branded.yaml, built at /a/b/. */
import { globSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hasChrome, pagesOf, read } from '../../scripts/lib/links.ts';

const BRANDED = '.generated/dist-base';
const sheet = (folder: string): string => read(folder, globSync('_astro/*.css', { cwd: folder })[0] ?? '');

describe('a brand', () => {
  it('stands at the top and at the foot of every page, in its language', () => {
    for (const file of pagesOf(BRANDED)) {
      if (file === '404.html' || /^(?:kit|offline|kept)\//.test(file)) continue;
      const html = read(BRANDED, file);
      // Frames, paper and light versions carry the host's credit, not its logo.
      if (!hasChrome(file)) {
        expect(html, file).toContain(/(?:^|\/)fr\//.test(file) ? 'Hébergé par' : 'Hosted by');
        continue;
      }
      expect(html, file).toMatch(
        /<a class="house" href="https:\/\/post\.example\/">\s*<img src="\/a\/b\/brand\/logo\.svg" alt="" height="28">\s*<span>The Example Post<\/span>/,
      );
      if (file === 'index.html') continue;
      const [credit, legal] = file.startsWith('fr/') ? ['Hébergé par', 'Mentions légales'] : ['Hosted by', 'Legal notice'];
      const foot = html.split('<footer')[1] ?? '';
      expect(foot, file).toContain(credit);
      expect(foot, file).toContain(`<a href="https://post.example/legal">${legal}</a>`);
      expect(foot, file).toContain('CC BY 4.0');
    }
    expect(read(BRANDED, 'brand/logo.svg')).toContain('<svg');
  });

  it('brings its colours and fonts by the style sheet, and fetches no font it does not use', () => {
    const css = sheet(BRANDED).replace(/\s/g, '');
    expect(css).toMatch(/@mediascreen\{html:root\{[^}]*--accent:#0b5d4b/);
    expect(css).toMatch(/prefers-color-scheme:dark\)\{html:root\{[^}]*--accent:#5fd0b0/);
    const html = read(BRANDED, 'en/algiers-accord/index.html');
    expect(html).toContain('content="#ffffff" media="(prefers-color-scheme: light)"');
    expect(html).not.toContain('as="font"');
  });

  it('is not there where there is none', () => {
    expect(sheet('dist')).not.toContain('html:root');
    expect(read('dist', 'en/algiers-accord/index.html')).not.toMatch(/class="house"|brand\//);
    expect(globSync('brand/*', { cwd: 'dist' })).toEqual([]);
  });
});
