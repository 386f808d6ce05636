import { describe, expect, it } from 'vitest';
import { ContentError } from '../../src/lib/problem.ts';
import { readSettings } from '../../src/site/settings.ts';

const problemsOf = (env: Record<string, string>) => {
  try {
    readSettings(env);
    return [];
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    return error.problems;
  }
};

describe('the settings of a build', () => {
  it('have defaults, and take what hosting.md names', () => {
    expect(readSettings({})).toEqual({
      site: 'http://localhost:4321',
      base: '/',
      outDir: './dist',
      mirror: false,
      brand: true,
      gate: 'none',
    });
    const all = { SITE_URL: 'https://news.example/', BASE_PATH: '/2026/11/mali/', MIRROR: '1', BRAND: '0', LICENCE_GATE: 'commercial' };
    expect(readSettings(all)).toMatchObject({
      site: 'https://news.example',
      base: '/2026/11/mali/',
      mirror: true,
      brand: false,
      gate: 'commercial',
    });
    expect(readSettings({ MIRROR: '', SITE_URL: '' }).mirror).toBe(false);
  });

  it.each([
    ['MIRROR', 'yes', 'MIRROR=1'],
    ['BRAND', 'none', 'BRAND=0'],
    ['LICENCE_GATE', 'Commercial', 'LICENCE_GATE=commercial'],
    ['BASE_PATH', 'mali', 'slash at both ends'],
    ['BASE_PATH', '/mali', 'slash at both ends'],
    ['BASE_PATH', '/a/../b/', 'slash at both ends'],
    ['BASE_PATH', '/a b/', 'slash at both ends'],
    ['SITE_URL', 'https://news.example/mali', 'scheme and host'],
    ['SITE_URL', 'https://news.example/?', 'scheme and host'],
    ['SITE_URL', 'news.example', 'scheme and host'],
    ['SITE_URL', 'ftp://news.example', 'scheme and host'],
    ['HOST_FILE', 'no/such/file.yaml', 'path of a YAML file'],
  ])('%s=%s stops the build and says what is allowed', (name, value, allowed) => {
    const [problem, ...more] = problemsOf({ [name]: value });
    expect(more).toEqual([]);
    expect(problem?.found).toBe(`${name}=${value}`);
    expect(problem?.allowed).toContain(allowed);
    expect(problem?.hint).not.toBe('');
  });

  it('are all complained of at once', () => {
    expect(problemsOf({ MIRROR: 'yes', BASE_PATH: 'x', SITE_URL: 'y' }).length).toBe(3);
  });
});
