/**
 * The look of the house that hosts the site: checked, and turned into a style sheet. Contrast is measured here, so
 * that no choice of colours makes a page that some readers cannot read.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import Color from 'colorjs.io';
import postcss, { type Container } from 'postcss';
import type { Content, Site } from '../lib/content.ts';
import type { Problem } from '../lib/problem.ts';
import { parseYaml } from '../lib/records.ts';
import { logoProblems } from './logo.ts';

export const THEMES = ['light', 'dark'] as const;
type Theme = (typeof THEMES)[number];
type Brand = Site['brand'];
type Tokens = Readonly<Record<string, string>>;

/** Words on what they stand on: WCAG 2.1 asks 4.5. */
const WORDS = ['ink', 'soft', 'accent', 'link'];
/** Marks of the figures, which a house cannot change: WCAG 2.1 asks 3 against what they stand on. */
const MARKS = ['state', 'russia', 'azawad', 'jnim', 'is', 'un', 'france', 'algeria', 'civilians'];
const GROUNDS = ['paper', 'raised'];

const STACKS = {
  gentium: undefined,
  serif: 'Georgia, "Noto Serif", serif',
  sans: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
} as const;

/** The colours of the site's own look, from its style sheet. */
function ownColours(root: string): Record<Theme, Tokens> {
  const sheet = postcss.parse(readFileSync(join(root, 'src', 'styles', 'tokens.css'), 'utf8'));
  const read = (container: Container): Record<string, string> => {
    const found: Record<string, string> = {};
    container.each((node) => {
      if (node.type !== 'rule' || node.selector !== ':root') return;
      for (const n of node.nodes) if (n.type === 'decl' && n.value.startsWith('#')) found[n.prop.slice(2)] = n.value;
    });
    return found;
  };
  const light = read(sheet);
  let dark = light;
  sheet.walkAtRules('media', (rule) => {
    if (rule.params.includes('dark')) dark = { ...light, ...read(rule) };
  });
  return { light, dark };
}

/** The colours of a theme with what the house changes in it. */
function merged(brand: Brand, root: string): Record<Theme, Tokens> {
  const own = ownColours(root);
  const changed = (theme: Theme): Tokens =>
    Object.fromEntries(Object.entries(brand.colours[theme]).filter((entry): entry is [string, string] => entry[1] !== undefined));
  return { light: { ...own.light, ...changed('light') }, dark: { ...own.dark, ...changed('dark') } };
}

/** The colours pages are drawn in, for what a style sheet cannot reach. */
export const paperOf = (brand: Brand, root: string): Record<Theme, string> => {
  const { light, dark } = merged(brand, root);
  return { light: light.paper ?? '', dark: dark.paper ?? '' };
};

/** The file of the logo: under content/ or public/, or beside the file that names it; nothing where there is none. */
export function logoFile({ root, hostFile, site }: Content): string | undefined {
  const { logo } = site.value.brand;
  if (!logo) return undefined;
  const places = [...(/^(?:content|public)\//.test(logo) ? [join(root, logo)] : []), join(dirname(resolve(root, hostFile)), logo)];
  return places.find((file) => existsSync(file));
}

/**
 * Everything wrong with the brand of the content: pairs of colours too close to each other, a logo that is none. `root` is
 * the project, whose style sheet has the colours that a brand does not change.
 */
export function brandProblems(content: Content, root: string): Problem[] {
  const { hostFile } = content;
  const { brand } = content.site.value;
  const { line } = parseYaml(readFileSync(resolve(content.root, hostFile), 'utf8'), hostFile, []);
  const problems: Problem[] = [];
  const colours = merged(brand, root);
  for (const theme of THEMES) {
    const own = brand.colours[theme] as Tokens;
    for (const [least, fores] of [
      [4.5, WORDS],
      [3, MARKS],
    ] as const)
      for (const fore of fores)
        for (const ground of GROUNDS) {
          const [a = '', b = ''] = [colours[theme][fore], colours[theme][ground]];
          const ratio = new Color(a).contrast(new Color(b), 'WCAG21');
          if (ratio >= least) continue;
          const changed = own[fore] ? fore : ground;
          problems.push({
            file: hostFile,
            line: line(['brand', 'colours', theme, changed]),
            rule: 'contrast',
            found: `${theme} theme: ${fore} ${a} on ${ground} ${b} has a contrast of ${(Math.floor(ratio * 100) / 100).toFixed(2)}`,
            allowed: `at least ${least} (WCAG 2.1, ${least === 3 ? 'marks' : 'words'})`,
            hint: `Make ${changed} ${(theme === 'light') === (changed === fore) ? 'darker' : 'lighter'}.`,
          });
        }
  }
  if (brand.logo) {
    const file = logoFile(content);
    if (file) problems.push(...logoProblems(readFileSync(file, 'utf8'), { file: relative(root, file), line: 0 }));
    else
      problems.push({
        file: hostFile,
        line: line(['brand', 'logo']),
        rule: 'logo',
        found: `no file ${brand.logo}`,
        allowed: 'an SVG under content/ or public/, or beside this file',
        hint: 'Write its path as seen from the project, or from this file.',
      });
    if (!brand.name)
      problems.push({
        file: hostFile,
        line: line(['brand', 'logo']),
        rule: 'logo',
        found: 'a logo without a name',
        allowed: 'a logo with the name it stands for',
        hint: 'Add the field "name": readers who do not see the logo are told the name.',
      });
  }
  return problems;
}

/** The style sheet of a brand; empty where it changes nothing. Paper in print stays white, so colours are the screen's. */
export function brandCss(brand: Brand, root: string): string {
  const keys = [...new Set(THEMES.flatMap((theme) => Object.keys(brand.colours[theme])))].sort();
  const colours = merged(brand, root);
  const block = (theme: Theme): string => `html:root { ${keys.map((k) => `--${k}: ${colours[theme][k]};`).join(' ')} }`;
  const fonts = [
    ...(STACKS[brand.fonts.text] ? [`--serif: ${STACKS[brand.fonts.text]};`] : []),
    ...(brand.fonts.labels === 'serif' ? [`--sans: ${brand.fonts.text === 'gentium' ? '"Gentium Plus", ' : ''}${STACKS.serif};`] : []),
  ];
  return [
    ...(keys.length ? [`@media screen { ${block('light')} }`, `@media screen and (prefers-color-scheme: dark) { ${block('dark')} }`] : []),
    ...(fonts.length ? [`html:root { ${fonts.join(' ')} }`] : []),
  ]
    .map((rule) => `${rule}\n`)
    .join('');
}
