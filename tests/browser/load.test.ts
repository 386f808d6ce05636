/** nginx with the generated configuration, asked by many at once for every kind of path: every answer is whole and has its headers. */
import { readFileSync } from 'node:fs';
import { Agent, get, type IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Nginx, startNginx } from './nginx.ts';

const REQUESTS = 4_000;
const AT_ONCE = 64;
let nginx: Nginx;
beforeAll(async () => {
  nginx = await startNginx({ '/': 'dist' });
});
afterAll(() => nginx.close());

const PATHS: readonly (readonly [path: string, file: string, status: number])[] = [
  ['/', 'index.html', 200],
  ['/en/', 'en/index.html', 200],
  ['/fr/alliance-russe/', 'fr/alliance-russe/index.html', 200],
  ['/en/humanitarian-toll/lite/', 'en/humanitarian-toll/lite/index.html', 200],
  ['/embed/fr/gold/', 'embed/fr/gold/index.html', 200],
  ['/embed.js', 'embed.js', 200],
  ['/data/attacks.csv', 'data/attacks.csv', 200],
  ['/data/claims.json', 'data/claims.json', 200],
  ['/share/cover.jpg', 'share/cover.jpg', 200],
  ['/offline/mali-fr.html', 'offline/mali-fr.html', 200],
  ['/feed.en.xml', 'feed.en.xml', 200],
  ['/nowhere/', '404.html', 404],
  ['/en/../../etc/passwd', '404.html', 404],
];

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

const ask = (agent: Agent, path: string): Promise<Answer> =>
  new Promise((done, fail) => {
    const request = get(`${nginx.origin}${path}`, { agent }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }));
    });
    request.on('error', fail);
  });

describe('under load', () => {
  it('every one of four thousand answers is the file, with the headers that a single reader gets', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
    const files = new Map(PATHS.map(([, file]) => [file, readFileSync(join('dist', file))]));
    const steady = (h: IncomingHttpHeaders): object =>
      Object.fromEntries(Object.entries(h).filter(([name]) => !['date', 'connection', 'keep-alive'].includes(name)));
    const alone = new Map<string, object>();
    for (const [path] of PATHS) alone.set(path, steady((await ask(agent, path)).headers));
    const wrong: string[] = [];
    let next = 0;
    const reader = async (): Promise<void> => {
      for (let i = next++; i < REQUESTS; i = next++) {
        const [path = '', file = '', status] = PATHS[i % PATHS.length] ?? [];
        const answer = await ask(agent, path);
        if (answer.status !== status) wrong.push(`${path}: ${answer.status}`);
        else if (!answer.body.equals(files.get(file) ?? Buffer.alloc(0))) wrong.push(`${path}: another body`);
        else if (JSON.stringify(steady(answer.headers)) !== JSON.stringify(alone.get(path))) wrong.push(`${path}: other headers`);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, reader));
    agent.destroy();
    expect(wrong.slice(0, 10)).toEqual([]);
    expect(next).toBeGreaterThanOrEqual(REQUESTS);
  });
});
