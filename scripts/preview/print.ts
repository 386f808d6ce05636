import { pageCount } from '../lib/paper.ts';
import type { Browsing } from './browser.ts';
import type { Built } from './built.ts';
import { type Finding, fail, type Outcome } from './types.ts';

const IS_PRINT = /\/(?:print|imprimer)\/$/;

/** How many sheets each chapter and each page of the print edition fills on A4. */
export async function print({ pages }: Built, browsing: Browsing): Promise<Outcome> {
  const printed = pages.filter(({ chapter, address }) => chapter || IS_PRINT.test(address));
  const findings: Finding[] = [];
  const notes: string[] = [];
  for (const { address } of printed) {
    const tab = await browsing.tab();
    await tab.goto(`${browsing.origin}${address}`, { waitUntil: 'load' });
    const sheets = pageCount(await tab.pdf({ format: 'A4' }));
    if (sheets < 2) findings.push(fail(address, `It prints as ${sheets} sheets: the most of it is missing.`));
    notes.push(`${address}: ${sheets} sheets`);
    await tab.context().close();
  }
  return { findings, notes, seen: `${printed.length} pages printed on A4, chapters from their own page and in the print edition.` };
}
