import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { costOf } from '../../scripts/budget.ts';
import { fileHandler } from '../../scripts/lib/files.ts';

let folder = '';
const put = (name: string, text: string) => {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
};
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'site-'));
  put('index.html', 'home');
  put('404.html', 'not here');
  put('en/index.html', 'english');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Status and text for each address, sent as written, dots and broken percent signs included. */
async function ask(base: string, paths: string[]): Promise<string[]> {
  const server = createServer(fileHandler(folder, base));
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const { port } = server.address() as { port: number };
  const answers: string[] = [];
  for (const path of paths)
    answers.push(
      await new Promise<string>((done, fail) => {
        request({ host: '127.0.0.1', port, path, agent: false }, (response) => {
          let text = '';
          response.on('data', (chunk) => {
            text += chunk;
          });
          response.on('end', () => done(`${response.statusCode} ${text}`.trim()));
        })
          .on('error', fail)
          .end();
      }),
    );
  server.close();
  return answers;
}

describe('the file server', () => {
  it('serves folders by their index and says what is not there', async () => {
    expect(await ask('/', ['/', '/en/', '/nowhere'])).toEqual(['200 home', '200 english', '404 not here']);
  });

  it('answers only under the path it is mounted at', async () => {
    expect(await ask('/a/b/', ['/a/b/en/', '/en/', '/a/bc/'])).toEqual(['200 english', '404 not here', '404 not here']);
  });

  it('sends the headers that hosts are asked to send, under any path', async () => {
    put('data/x.csv', 'a,b');
    const server = createServer(fileHandler(folder, '/a/b/'));
    await new Promise<void>((done) => {
      server.listen(0, '127.0.0.1', done);
    });
    const { port } = server.address() as { port: number };
    const headersOf = async (path: string): Promise<Headers> => (await fetch(`http://127.0.0.1:${port}${path}`)).headers;
    for (const path of ['/a/b/', '/a/b/en/', '/a/b/nowhere']) {
      const page = await headersOf(path);
      expect(page.get('content-security-policy'), path).toMatch(/^default-src 'none'; script-src 'self'/);
      expect(page.get('cross-origin-opener-policy'), path).toBe('same-origin');
    }
    const data = await headersOf('/a/b/data/x.csv');
    expect(data.get('access-control-allow-origin')).toBe('*');
    expect(data.get('content-type')).toBe('text/csv; charset=utf-8');
    server.close();
  });

  it('survives broken addresses and gives out nothing from outside its folder', async () => {
    const outside = `${folder}-secret`;
    mkdirSync(outside);
    writeFileSync(join(outside, 'index.html'), 'secret');
    const name = outside.split('/').at(-1);
    expect(await ask('/', ['/%', `/..%2f${name}/`, `/%2e%2e/${name}/`, '/'])).toEqual(['400', '404 not here', '404 not here', '200 home']);
    rmSync(outside, { recursive: true });
  });
});

describe('the budget', () => {
  it('counts what a script imports, once, whether at once or later', () => {
    put('a.js', 'import{x}from"./b.js";import("./c.js")');
    put('b.js', `import"./c.js";export const x='${'abcdefghij'.repeat(3)}'`);
    put('c.js', `export const y='klmnopqrstuvwxyz0123456789'`);
    put('en/index.html', '<script type="module" src="/a.js"></script>');
    const all = costOf(folder, 'en').script;
    put('a.js', 'const a=1,b=2;console.log(a+b,"as long a script");');
    expect(all).toBeGreaterThan(costOf(folder, 'en').script + 60);
  });
});
