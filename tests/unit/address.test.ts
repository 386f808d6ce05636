import { afterEach, describe, expect, it, vi } from 'vitest';
import { replaceAddress, shareable } from '../../src/story/address.ts';
import { FIELDS, STORED } from '../../src/story/find-fields.ts';
import { cacheOf, KEEP } from '../../src/story/keep-words.ts';

afterEach(() => vi.unstubAllGlobals());

describe('the address of the page', () => {
  it('is replaced without a new entry in the history, whose state stays', () => {
    const replaceState = vi.fn();
    vi.stubGlobal('history', { state: { at: 3 }, replaceState });
    replaceAddress('?q=kidal');
    expect(replaceState.mock.calls).toEqual([[{ at: 3 }, '', '?q=kidal']]);
  });

  it('stays as it is where the browser forbids the change', () => {
    const replaceState = vi.fn(() => {
      throw new DOMException('no', 'SecurityError');
    });
    vi.stubGlobal('history', { state: null, replaceState });
    expect(() => replaceAddress('?q=kidal')).not.toThrow();
    expect(replaceState).toHaveBeenCalledOnce();
  });
});

describe('the address to pass on', () => {
  /** A page at `href` whose markup names `canonical` as its address. */
  const on = (href: string, canonical?: string): void => {
    vi.stubGlobal('location', { href, protocol: new URL(href).protocol });
    const link = canonical === undefined ? null : { href: canonical };
    vi.stubGlobal('document', { querySelector: (selector: string) => (selector === 'link[rel="canonical"]' ? link : null) });
  };

  it('is this page on the web, at the moment shown', () => {
    for (const page of ['https://mirror.example/en/c/', 'http://localhost:4321/en/c/']) {
      on(`${page}#old`, 'https://site.example/en/c/');
      expect(shareable('s-one')).toBe(`${page}#s-one`);
    }
  });

  it('is from disk the page that this one is a copy of', () => {
    on('file:///home/me/c.html#old', 'https://site.example/en/c/');
    expect(shareable('s-one')).toBe('https://site.example/en/c/#s-one');
  });

  it('is from disk the file itself where the copy names no page', () => {
    on('file:///home/me/c.html#old');
    expect(shareable('s-one')).toBe('file:///home/me/c.html#s-one');
  });
});

describe('what build, page and worker agree on', () => {
  it('searches title, text and hidden words, and keeps what a result shows', () => {
    expect(FIELDS).toEqual(['title', 'text', 'more']);
    expect(STORED).toEqual(['kind', 'title', 'text', 'href']);
  });

  it('keeps each language, and each copy of the site on one host, in a cache of its own', () => {
    expect(cacheOf('https://a.example/en/')).not.toBe(cacheOf('https://a.example/fr/'));
    // A reader who kept the chapters with an older edition finds them again: these names do not change.
    expect([KEEP, cacheOf('https://a.example/en/')]).toEqual(['keep', 'kept https://a.example/en/']);
  });
});
