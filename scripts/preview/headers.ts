import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { headersFile } from '../../src/site/headers.ts';
import { sentAddresses, sentRules, speaksFor } from '../lib/hosting/parse.ts';
import { rulesFor } from '../lib/hosting/rules.ts';
import type { Built } from './built.ts';
import { type Finding, fail, type Outcome } from './types.ts';

/** Whether `_headers` is the table's own, and has exactly one rule for every address, with a policy for every page. */
export function headers({ folder, base }: Built): Outcome {
  const rules = sentRules(folder);
  const addresses = sentAddresses(folder, base);
  const ofAddress = (address: string): Finding[] => {
    const [rule, ...more] = rules.filter(({ path }) => speaksFor(path, address));
    if (!rule) return [fail(address, 'No rule says how it is to be sent.')];
    if (more.length) return [fail(address, `${more.length + 1} rules speak for it: ${[rule, ...more].map(({ path }) => path).join(', ')}`)];
    const page = /\/$|\.html$/.test(address);
    const wanted = ['x-content-type-options', 'cache-control', ...(page ? ['content-security-policy', 'referrer-policy'] : [])];
    const policy = rule.headers.get('content-security-policy') ?? '';
    return [
      ...wanted.filter((name) => !rule.headers.has(name)).map((name) => fail(address, `It is sent without ${name}.`)),
      ...(page && policy && !/^default-src 'none';(?!.*unsafe)/.test(policy)
        ? [fail(address, `Its policy lets too much through: ${policy}`)]
        : []),
    ];
  };
  const same = readFileSync(join(folder, '_headers'), 'utf8') === headersFile(base, rulesFor(folder));
  return {
    findings: [
      ...(same ? [] : [fail('_headers', 'It is not what the table of headers says: it was changed by hand, or the build is old.')]),
      ...addresses.flatMap(ofAddress),
    ],
    seen: `${rules.length} rules for ${addresses.length} addresses. What your host really sends has to be looked at after the upload.`,
  };
}
