import { type Problem, printProblem } from '../../src/lib/problem.ts';
import { attributes, read } from '../lib/links.ts';
import type { Built, Page } from './built.ts';
import { type Finding, fail, look, type Outcome } from './types.ts';

/** What both languages must tell, in the same order, and its name in plain words. */
const SAME = { 'data-scene': 'scenes', 'data-figure': 'figures', 'data-step-id': 'steps', 'data-fact': 'facts' } as const;

/** The page of this build at an address it names in full; nothing where that lies elsewhere, as a mirror's original does. */
function pageAt(href: string, { base, pages }: Built): Page | undefined | 'elsewhere' {
  const path = decodeURI(new URL(href).pathname);
  return path.startsWith(base) ? pages.find(({ address }) => address === path.slice(base.length)) : 'elsewhere';
}

/** How two pages differ. */
function differences(page: Page, twin: Page, folder: string): Finding[] {
  const [here, there] = [read(folder, page.file), read(folder, twin.file)];
  const back = [...twin.alternates.values()].some((href) => new URL(href).pathname.endsWith(`/${page.address}`));
  return [
    ...(back ? [] : [fail(twin.address, `It does not name ${page.address}, which names it as its other language.`)]),
    ...Object.entries(SAME).flatMap(([name, words]) => {
      const [a, b] = [attributes(here, name), attributes(there, name)];
      const at = a.findIndex((id, i) => id !== b[i]);
      if (a.length === b.length && at < 0) return [];
      const which = a[at < 0 ? a.length : at] ?? b[a.length] ?? '';
      return [fail(page.address, `${a.length} ${words} here and ${b.length} in ${twin.address}; they part at “${which}”.`)];
    }),
  ];
}

/** Whether each page has its twin, both tell the same, and the content keeps its rules. */
export function languages(built: Built, problems: readonly Problem[]): Outcome {
  const langs = [...new Set(built.pages.map(({ address }) => address.split('/')[0] ?? ''))].filter((dir) => /^[a-z]{2}$/.test(dir));
  const ours = built.pages.filter(({ address, redirect }) => !redirect && langs.some((lang) => address.startsWith(`${lang}/`)));
  let pairs = 0;
  const findings = ours.flatMap((page) => {
    const indexed = !/noindex/.test(page.meta.get('robots') ?? '');
    const others = [...page.alternates].filter(([lang]) => lang !== page.lang);
    if (!others.length) return langs.length > 1 && indexed ? [look(page.address, 'It names no page in the other language.')] : [];
    return others.flatMap(([, href]) => {
      const twin = pageAt(href, built);
      if (twin === 'elsewhere') return [];
      if (!twin) return [fail(page.address, `Its page in the other language is not there: ${href}`)];
      // Each pair once. A page that names another as its own language is a copy of that one, such as the print edition.
      const own = page.alternates.get(page.lang);
      if (page.lang !== langs[0] || !own || pageAt(own, built) !== page) return [];
      pairs++;
      return differences(page, twin, built.folder);
    });
  });
  const audit = problems.map((p) => fail(p.file, printProblem(p)));
  return {
    findings: [...audit, ...findings],
    seen:
      langs.length > 1
        ? `${pairs} pages beside their twins: same figures, steps and facts, in the same order; and the audit of all content.`
        : `One language in this build (${langs.join('')}); the audit of all content.`,
  };
}
