/**
 * The settings of a build: everything that differs from host to host and is no content. All are environment
 * variables; a value that means nothing stops the build.
 */
import { existsSync } from 'node:fs';
import { ContentError, type Problem } from '../lib/problem.ts';

export interface Settings {
  /** `SITE_URL`: the origin that the site answers at. */
  site: string;
  /** `BASE_PATH`: the folder under it, with a slash at both ends. */
  base: string;
  /** `OUT_DIR`: where the build goes. */
  outDir: string;
  /** `MIRROR=1`: a copy of a site that lives elsewhere, at the address that `original` in content/site.yaml names. */
  mirror: boolean;
  /** `BRAND=0`: without the name, logo and look of any house. */
  brand: boolean;
  /** `LICENCE_GATE=commercial`: without what a commercial host may not pass on. */
  gate: 'none' | 'commercial';
}

type Environment = Readonly<Record<string, string | undefined>>;

const problem = (name: string, value: string, allowed: string, hint: string): Problem => ({
  file: 'the environment',
  line: 0,
  rule: 'setting',
  found: `${name}=${value}`,
  allowed,
  hint,
});

/** Nothing but scheme, host and port. */
function isOrigin(value: string): boolean {
  if (!/^https?:\/\//.test(value) || !URL.canParse(value)) return false;
  const { pathname, search, hash, username } = new URL(value);
  return pathname === '/' && !`${search}${hash}${username}` && !/[?#]$/.test(value);
}

/** Reads the settings. Throws a `ContentError` that names every value it cannot take, what is allowed, and what to do. */
export function readSettings(env: Environment): Settings {
  const problems: Problem[] = [];
  // An empty variable is how many build systems say that it is not set.
  const given = (name: string, fallback: string): string => env[name] || fallback;
  const choice = <T extends string>(name: string, allowed: readonly T[], fallback: T, hint: string): T => {
    const value = given(name, fallback);
    if (!allowed.includes(value as T)) problems.push(problem(name, value, allowed.map((a) => `${name}=${a}`).join(', '), hint));
    return value as T;
  };
  const site = given('SITE_URL', 'http://localhost:4321');
  if (!isOrigin(site))
    problems.push(
      problem('SITE_URL', site, 'scheme and host, such as https://news.example', 'A folder under the host goes into BASE_PATH.'),
    );
  const base = given('BASE_PATH', '/');
  if (!/^\/(?:[\w.~-]+\/)*$/.test(base) || /\/\.{1,2}\//.test(base))
    problems.push(
      problem(
        'BASE_PATH',
        base,
        'a path of letters, digits and - _ . ~ with a slash at both ends, such as /2026/mali/',
        'Write / for the root of the host.',
      ),
    );
  const settings: Settings = {
    site: site.replace(/\/$/, ''),
    base,
    outDir: given('OUT_DIR', './dist'),
    mirror: choice('MIRROR', ['0', '1'], '0', 'Write MIRROR=1 for a copy that search engines leave out; leave it unset otherwise.') === '1',
    brand: choice('BRAND', ['0', '1'], '1', 'Write BRAND=0 for a copy without the look of any house; leave it unset otherwise.') === '1',
    gate: choice(
      'LICENCE_GATE',
      ['none', 'commercial'],
      'none',
      'Write LICENCE_GATE=commercial where a commercial host publishes; leave it unset otherwise.',
    ),
  };
  const host = env.HOST_FILE;
  if (host && !existsSync(host))
    problems.push(
      problem('HOST_FILE', host, 'the path of a YAML file, seen from the project', 'See docs/hosting.md for what it may hold.'),
    );
  if (problems.length) throw new ContentError(problems, 'the settings');
  return settings;
}
