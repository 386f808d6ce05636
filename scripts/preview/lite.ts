import { costOf, LITE_LIMITS } from '../budget.ts';
import type { Built } from './built.ts';
import { type Finding, fail, look, type Outcome } from './types.ts';

const HEAVIEST = LITE_LIMITS.total;
const IS_LITE = /\/(?:lite|leger)\/$/;

/** Whether each chapter has its lite page, light and without script. */
export function litePages({ folder, base, pages }: Built): Outcome {
  const lite = pages.filter(({ address }) => IS_LITE.test(address));
  if (!lite.length) return { findings: [look('', 'There are no lite pages in this build.')], seen: 'None in this build.' };
  const weighed = lite.map((page) => ({ page, bytes: costOf(folder, page.address, base).total }));
  const findings = weighed.flatMap(({ page, bytes }): Finding[] => [
    ...(page.scripts ? [fail(page.address, 'A lite page must not need a script.')] : []),
    ...(bytes > HEAVIEST ? [fail(page.address, `It weighs ${Math.ceil(bytes / 1000)} kB; ${HEAVIEST / 1000} are allowed.`)] : []),
  ]);
  const without = pages
    .filter((page) => page.chapter && !lite.some(({ address }) => address.startsWith(page.address)))
    .map(({ address }) => fail(address, 'This chapter has no lite page, and others have.'));
  const heaviest = Math.ceil(Math.max(...weighed.map(({ bytes }) => bytes)) / 1000);
  return { findings: [...findings, ...without], seen: `${lite.length} lite pages; the heaviest is ${heaviest} kB.` };
}
