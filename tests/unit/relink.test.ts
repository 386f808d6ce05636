import { describe, expect, it } from 'vitest';
import { fileBehind, forCopy, relink, wayTo } from '../../src/lib/relink.ts';

const site = new URL('https://news.example/a/b/');
const held: Record<string, string> = {
  'en/index.html': 'index.html',
  'en/data/index.html': 'en/data/index.html',
  'en/un-votes/index.html': 'en/un-votes/index.html',
  'data/été 1.csv': 'data/été 1.csv',
};
const copy = { site, place: (file: string) => held[file] };

describe('forCopy', () => {
  it.each([
    ['/a/b/en/', '../../index.html'],
    ['/a/b/en/#arc', '../../index.html#arc'],
    ['/a/b/en/un-votes/?q=1#p12', '../un-votes/index.html?q=1#p12'],
    ['../un-votes/', '../un-votes/index.html'],
    ['/a/b/data/%C3%A9t%C3%A9%201.csv', '../../data/%C3%A9t%C3%A9%201.csv'],
    ['#here', '#here'],
    // Not in the copy, not on the site, not an address of the web: nothing of these is touched but to say it in full.
    ['/a/b/fr/donnees/#x', 'https://news.example/a/b/fr/donnees/#x'],
    ['/elsewhere/', 'https://news.example/elsewhere/'],
    ['https://un.org/x', 'https://un.org/x'],
    ['https://news.example/a/b/en/', 'https://news.example/a/b/en/'],
    ['mailto:a@b.example', 'mailto:a@b.example'],
    ['data:,', 'data:,'],
  ])('from a page of the copy %s leads to %s', (address, expected) => {
    expect(forCopy('en/data/index.html', copy)(address, { tag: 'a', attribute: 'href' })).toBe(expected);
  });

  it('from the page that moved to the top, ways start there', () => {
    expect(forCopy('en/index.html', copy)('/a/b/en/data/', { tag: 'a', attribute: 'href' })).toBe('en/data/index.html');
  });

  it('refuses a page that the copy does not hold', () => {
    expect(() => forCopy('fr/index.html', copy)).toThrow('fr/index.html is not in the copy');
  });
});

describe('relink', () => {
  const seen = (html: string): string[] => {
    const list: string[] = [];
    relink(html, (address, { tag, attribute }) => {
      list.push(`${tag} ${attribute} ${address}`);
      return address;
    });
    return list;
  };

  it('finds every attribute that holds an address, each picture of a set by itself', () => {
    const html =
      '<link rel="icon" href="/i.svg"><form action="/f"></form><img src="/a.png" srcset="/a.png 1x, /b.png 2x"><svg><use href="#m"></use></svg>';
    expect(seen(html)).toEqual([
      'link href /i.svg',
      'form action /f',
      'img src /a.png',
      'img srcset /a.png',
      'img srcset /b.png',
      'use href #m',
    ]);
  });

  it('changes addresses and nothing else: words, data blocks, popovers and drawings stay as they were', () => {
    const page =
      '<!doctype html><html lang="fr" data-mode="scroll"><head><meta charset="utf-8"><title>A — B</title></head><body><p>L’« accord »\u202f: 5\u00a0km <button popovertarget="n-1">x</button><a href="/x/">y</a></p><svg viewBox="0 0 1 1"><text text-anchor="end" font-size="12.5">a &#x26; b</text></svg><script type="application/json" data-frame="wide">{"a":"<\\u003c/x/"}</script></body></html>';
    expect(relink(page, (address) => address)).toBe(page);
    expect(relink(page, () => 'z')).toBe(page.replace('href="/x/"', 'href="z"'));
  });

  it('takes an attribute away when there is no address for it', () => {
    expect(relink('<!doctype html><html><head></head><body><a href="/x">y</a></body></html>', () => undefined)).toContain('<a>y</a>');
  });
});

it('wayTo goes up no further than it must', () => {
  expect(wayTo('a/b/c.html', 'a/d.html')).toBe('../d.html');
  expect(wayTo('index.html', 'a/d e.html')).toBe('a/d%20e.html');
  expect(wayTo('a/index.html', 'a/index.html')).toBe('index.html');
});

it('fileBehind knows folders, files and strangers', () => {
  expect(fileBehind(new URL('https://news.example/a/b/'), site)).toBe('index.html');
  expect(fileBehind(new URL('https://news.example/a/b/en/x.svg?y#z'), site)).toBe('en/x.svg');
  expect(fileBehind(new URL('https://news.example/a/'), site)).toBeUndefined();
  expect(fileBehind(new URL('https://other.example/a/b/'), site)).toBeUndefined();
});
