import { brokenLinks } from '../lib/links.ts';
import type { Built } from './built.ts';
import { fail, type Outcome } from './types.ts';

/** Whether every link and picture of every page leads somewhere, down to the place in the page. */
export function links({ folder, base, pages }: Built): Outcome {
  const findings = brokenLinks(folder, base).map((line) => {
    const [, file = '', missing, address = ''] = /^(.*?\.html): (no )?(.*)$/.exec(line) ?? [];
    if (missing) return fail(file, `A link goes to a place in a page that is not there: ${address}`);
    return fail(
      file,
      address.includes(' leaves ') ? `A link goes out of the site’s own folder: ${address}` : `A link goes to nothing: ${address}`,
    );
  });
  return { findings, seen: `Every link within the site, on ${pages.length} pages. Links to other sites are not followed.` };
}
