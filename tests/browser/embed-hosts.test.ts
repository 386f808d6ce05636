/** Every figure's embed inside the pages of other sites, in each of the ways they give frames their height. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figures } from '../../src/figures/registry.ts';
import { childOf, HOSTS, type Host, roomOf, startHost } from './hosts.ts';
import { type Site, startSite } from './site.ts';

let site: Site;
let host: Host;
beforeAll(async () => {
  site = await startSite();
  host = await startHost(site);
});
afterAll(async () => {
  host.close();
  await site.close();
});

const WIDTHS = [300, 480, 720] as const;

describe.each(['pym', 'datawrapper', 'amp', 'wordpress'] as const)('every embed in a host that resizes by %s', (way) => {
  it('fits its frame at 300 px, and goes on fitting as the column widens to 480 and 720', async () => {
    const misfits: string[] = [];
    const complaints: string[] = [];
    for (const [i, { name }] of figures.entries()) {
      const lang = i % 2 ? 'fr' : 'en';
      const page = await host.look(HOSTS[way](`${site.origin}/embed/${lang}/${name}/`), WIDTHS[0]);
      const frame = await childOf(page);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width: Math.max(width, 320), height: 900 });
        await page.evaluate((w) => {
          (document.querySelector('main') as HTMLElement).style.width = `${w}px`;
        }, width);
        const fits = async (): Promise<boolean> => {
          const { across, given, taken, bar } = await roomOf(frame);
          if (across <= width - 20) return false;
          // WordPress itself gives no frame more than 1000 pixels.
          return (way === 'wordpress' && given === 1000 && taken > 1000) || (Math.abs(given - taken) <= 2 && !bar);
        };
        await expect
          .poll(fits, { timeout: 10_000 })
          .toBe(true)
          .catch(() => misfits.push(`${lang}/${name} at ${width}`));
      }
      complaints.push(...page.complaints);
    }
    expect({ misfits, complaints }).toEqual({ misfits: [], complaints: [] });
  });
});
