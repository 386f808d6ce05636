/** A small client of WebDriver BiDi (W3C): what it takes to read a page in a Firefox as Debian ships it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine } from './engine.ts';

interface Reply {
  id?: number;
  method?: string;
  params?: { text?: string; level?: string; type?: string };
  result?: unknown;
  error?: string;
  message?: string;
}

/** Waits for the line in which Firefox says where it listens. Throws with what it said instead. */
function listening(child: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let said = '';
    child.stderr?.on('data', (chunk) => {
      said += chunk;
      const address = /WebDriver BiDi listening on (ws:\S+)/.exec(said)?.[1];
      if (address) done(address);
    });
    child.once('exit', () => fail(new Error(`Firefox ended before it listened:\n${said}`)));
  });
}

/** Starts a Firefox without a window. `width` and `height` in CSS pixels. */
export async function startFirefox(path: string, { width, height }: { width: number; height: number }): Promise<Engine> {
  const profile = mkdtempSync(join(tmpdir(), 'firefox-'));
  const child = spawn(path, ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const socket = new WebSocket(`${await listening(child)}/session`);
  await new Promise((done, fail) => {
    socket.onopen = done;
    socket.onerror = fail;
  });
  const complaints: string[] = [];
  const waiting = new Map<number, { done(result: unknown): void; fail(error: Error): void }>();
  socket.onmessage = ({ data }) => {
    const reply = JSON.parse(String(data)) as Reply;
    if (reply.method === 'log.entryAdded' && reply.params?.level === 'error') complaints.push(reply.params.text ?? '');
    const asked = waiting.get(reply.id ?? -1);
    if (!asked) return;
    waiting.delete(reply.id ?? -1);
    if (reply.error) asked.fail(new Error(`${reply.error}: ${reply.message}`));
    else asked.done(reply.result);
  };
  let last = 0;
  const send = <T>(method: string, params: object = {}): Promise<T> =>
    new Promise((done, fail) => {
      last++;
      waiting.set(last, { done: done as (result: unknown) => void, fail });
      socket.send(JSON.stringify({ id: last, method, params }));
    });
  const { capabilities } = await send<{ capabilities: { browserName: string; browserVersion: string } }>('session.new', {
    capabilities: {},
  });
  await send('session.subscribe', { events: ['log.entryAdded'] });
  const { contexts } = await send<{ contexts: { context: string }[] }>('browsingContext.getTree');
  const context = contexts[0]?.context ?? '';
  await send('browsingContext.setViewport', { context, viewport: { width, height } });
  return {
    name: `${capabilities.browserName} ${capabilities.browserVersion}`,
    complaints: async () => complaints,
    async open(url) {
      await send('browsingContext.navigate', { context, url, wait: 'complete' });
    },
    async evaluate(expression) {
      const { type, result, exceptionDetails } = await send<{
        type: string;
        result?: { value?: unknown };
        exceptionDetails?: { text: string };
      }>('script.evaluate', {
        expression: `(async () => JSON.stringify(await (${expression})) ?? 'null')()`,
        target: { context },
        awaitPromise: true,
      });
      if (type !== 'success') throw new Error(exceptionDetails?.text ?? type);
      return JSON.parse(String(result?.value));
    },
    async screenshot() {
      const { data } = await send<{ data: string }>('browsingContext.captureScreenshot', { context });
      return Buffer.from(data, 'base64');
    },
    async close() {
      await send('session.end').catch(() => undefined);
      socket.close();
      child.removeAllListeners('exit');
      await new Promise((done) => {
        child.once('exit', done);
        child.kill();
      });
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
