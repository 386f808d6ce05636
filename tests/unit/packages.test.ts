/** Few packages, each with a reason, all of them open: what a newsroom's lawyer asks first. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };

const decisions = readFileSync('docs/decisions.md', 'utf8');
const reasons = decisions.slice(decisions.indexOf('## Packages'));
const direct = Object.keys(packageJson.devDependencies);

/** Licences under which anybody may use and pass on what is used here; the last four need no more than that a file stays as it is. */
const OPEN = [
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Python-2.0',
  'Zlib',
  'OFL-1.1',
  'MPL-2.0',
  'CPAL-1.0',
  'LGPL-2.1+',
  'LGPL-3.0',
  'LGPL-3.0-or-later',
];
/** Whether a licence in SPDX's words leaves a way that is open: of "or" one is enough, of "and" all are needed. */
const isOpen = (expression: string): boolean =>
  expression
    .replace(/[()]/g, '')
    .split(/ OR /i)
    .some((way) => way.split(/ AND /i).every((part) => OPEN.includes(part.trim())));

interface Locked {
  license?: string | { type: string }[];
}
const locked = Object.entries((JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> }).packages)
  .filter(([path]) => path)
  .map(([path, { license }]) => ({
    name: path.replace(/^.*node_modules\//, ''),
    licence: Array.isArray(license) ? license.map(({ type }) => type).join(' OR ') : (license ?? ''),
  }));

describe('packages', () => {
  it('have a reason in docs/decisions.md, and none is named that is not used', () => {
    const named = new Set(reasons.match(/@?[a-z][\w./-]*[a-z\d]/gi) ?? []);
    // "and their @types" is said once for the modules of d3.
    const missing = direct.filter((name) => !named.has(name) && !(name.startsWith('@types/d3-') && named.has(name.slice(7))));
    expect(missing).toEqual([]);
    const gone = reasons
      .split('\n')
      .flatMap((line) => line.split('|')[1]?.match(/@?[a-z][\w./-]+/g) ?? [])
      .filter((word) => /[@/.-]/.test(word) && word !== '@types' && !word.startsWith('--') && !direct.includes(word));
    expect(gone).toEqual([]);
  });

  it('are all under an open licence, down to the last', () => {
    expect(locked.length).toBeGreaterThan(300);
    expect(locked.filter(({ licence }) => !isOpen(licence)).map(({ name, licence }) => `${name}: ${licence || 'none stated'}`)).toEqual([]);
  });

  it('would be refused without a licence, or under one that asks for more', () => {
    expect(['', 'UNLICENSED', 'AGPL-3.0', 'MIT AND AGPL-3.0', 'SEE LICENSE IN X'].filter(isOpen)).toEqual([]);
    expect(['(MIT OR GPL-3.0-or-later)', 'CPAL-1.0 OR AGPL-1.0', '(MIT AND Zlib)'].filter((l) => !isOpen(l))).toEqual([]);
  });
});
