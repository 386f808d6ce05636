import { type Browsing, PHONE } from './browser.ts';
import type { Built } from './built.ts';
import { type Finding, fail, type Outcome, type Shot } from './types.ts';

const SCHEMES = ['light', 'dark'] as const;

/** Pictures of each chapter on a phone, light and dark: its head, and each scene at its last step. */
export async function contactSheet({ pages }: Built, browsing: Browsing): Promise<Outcome> {
  const findings: Finding[] = [];
  const shots: Shot[] = [];
  for (const { address } of pages.filter(({ chapter }) => chapter))
    for (const colorScheme of SCHEMES) {
      const tab = await browsing.tab({ colorScheme });
      const said: string[] = [];
      tab.on('pageerror', ({ message }) => said.push(message));
      await tab.goto(`${browsing.origin}${address}`, { waitUntil: 'load' });
      await tab.waitForSelector('html[data-ready]');
      const wide = await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (wide > 0) findings.push(fail(address, `On a phone it is ${wide} pixels too wide and scrolls sideways.`));
      const steps = await tab.evaluate(() =>
        [...document.querySelectorAll('section[data-scene]')].map(
          (scene) => [...scene.querySelectorAll<HTMLElement>('[data-step-id]')].at(-1)?.dataset.stepId ?? '',
        ),
      );
      for (const step of ['', ...steps]) {
        if (step) await tab.evaluate((id) => location.assign(`#${id}`), step);
        await tab.waitForTimeout(200);
        await tab.waitForFunction(() => !document.querySelector('[data-moving]'));
        shots.push(await browsing.shoot(tab, `${address}${step}-${colorScheme}`, `${address}${step && `#${step}`}, ${colorScheme}`));
      }
      findings.push(...said.map((words) => fail(address, `A script stopped with an error: ${words}`)));
      await tab.context().close();
    }
  return {
    findings,
    shots,
    seen: `${shots.length} pictures at ${PHONE.width} pixels. Whether they are good to look at is for a person to judge.`,
  };
}
