import type { Browsing } from './browser.ts';
import type { Built } from './built.ts';
import { type Finding, fail, type Outcome } from './types.ts';

/** Whether each chapter is whole where scripts do not run: every step's words, every figure's drawing. */
export async function noScript({ pages }: Built, browsing: Browsing): Promise<Outcome> {
  const findings: Finding[] = [];
  let steps = 0;
  const chapters = pages.filter(({ chapter }) => chapter);
  for (const { address } of chapters) {
    const tab = await browsing.tab({ javaScriptEnabled: false });
    await tab.goto(`${browsing.origin}${address}`, { waitUntil: 'load' });
    const { all, hidden, blank } = await tab.evaluate(() => {
      const shown = (element: Element): boolean => element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
      const told = [...document.querySelectorAll<HTMLElement>('[data-step-id]')];
      const figures = [...document.querySelectorAll<HTMLElement>('figure[data-figure]')];
      return {
        all: told.length,
        hidden: told.filter((step) => !shown(step) || !step.innerText.trim()).map((step) => step.dataset.stepId ?? ''),
        blank: figures.filter((figure) => ![...figure.querySelectorAll('svg')].some(shown)).map((figure) => figure.dataset.figure ?? ''),
      };
    });
    steps += all;
    if (!all) findings.push(fail(address, 'Without script it shows no step at all.'));
    findings.push(...hidden.map((id) => fail(address, `Without script the words of the step “${id}” are not to be seen.`)));
    findings.push(...blank.map((name) => fail(address, `Without script the figure “${name}” is not drawn.`)));
    await tab.context().close();
  }
  return { findings, seen: `${steps} steps of ${chapters.length} chapters, in a browser that runs no script.` };
}
