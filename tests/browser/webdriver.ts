/** A small client of WebDriver (W3C, over HTTP): what it takes to read a page in WebKitGTK on a display of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import type { Engine } from './engine.ts';

/** A port nobody listens on at the moment. */
const freePort = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });

/** Starts Xvfb on a display it picks itself, and says which. */
function startDisplay(xvfb: string): Promise<{ child: ChildProcess; display: string }> {
  const child = spawn(xvfb, ['-displayfd', '3', '-screen', '0', '1600x1400x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  return new Promise((done, fail) => {
    child.stdio[3]?.once('data', (number) => done({ child, display: `:${String(number).trim()}` }));
    child.once('exit', () => fail(new Error('Xvfb ended before it had a display')));
  });
}

/** Starts WebKitGTK's small browser under its driver. `width` and `height` are of the window, in pixels. */
export async function startWebKit(
  paths: { driver: string; browser: string; xvfb: string },
  { width, height }: { width: number; height: number },
): Promise<Engine> {
  const { child: screen, display } = await startDisplay(paths.xvfb);
  const port = await freePort();
  const driver = spawn(paths.driver, [`--port=${port}`], {
    stdio: 'ignore',
    detached: true,
    env: {
      ...process.env,
      DISPLAY: display,
      GDK_BACKEND: 'x11',
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
      NO_AT_BRIDGE: '1',
      LIBGL_ALWAYS_SOFTWARE: '1',
    },
  });
  const stop = (): void => {
    // The driver leads a group of its own, its browser with it.
    if (driver.pid) process.kill(-driver.pid);
    screen.kill();
  };
  const ask = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    const { value } = (await response.json()) as { value: T & { error?: string; message?: string } };
    if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
  try {
    for (let tries = 0; ; tries++) {
      const ready = await ask<{ ready: boolean }>('GET', '/status').catch(() => undefined);
      if (ready) break;
      if (tries > 100) throw new Error('WebKitWebDriver did not answer');
      await new Promise((done) => setTimeout(done, 100));
    }
    const { sessionId, capabilities } = await ask<{ sessionId: string; capabilities: { browserName: string; browserVersion: string } }>(
      'POST',
      '/session',
      {
        capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': { binary: paths.browser, args: ['--automation'] } } },
      },
    );
    const session = `/session/${sessionId}`;
    await ask('POST', `${session}/timeouts`, { script: 30_000, pageLoad: 60_000 });
    await ask('POST', `${session}/window/rect`, { width, height });
    return {
      name: `${capabilities.browserName} ${capabilities.browserVersion}`,
      // This driver has no log: the page keeps what it threw after it was opened.
      complaints: async () =>
        (await ask<string[] | null>('POST', `${session}/execute/sync`, { script: 'return window.__errors', args: [] })) ?? [],
      async open(url) {
        await ask('POST', `${session}/url`, { url });
        await ask('POST', `${session}/execute/sync`, {
          script: 'window.__errors = []; addEventListener("error", (e) => window.__errors.push(e.message)); return null',
          args: [],
        });
      },
      async evaluate(expression) {
        const value = await ask<string>('POST', `${session}/execute/async`, {
          script: `const done = arguments[0]; (async () => JSON.stringify(await (${expression})) ?? 'null')().then(done, (e) => done(JSON.stringify({ thrown: String(e) })))`,
          args: [],
        });
        return JSON.parse(value);
      },
      async screenshot() {
        return Buffer.from(await ask<string>('GET', `${session}/screenshot`), 'base64');
      },
      async close() {
        await ask('DELETE', session).catch(() => undefined);
        stop();
      },
    };
  } catch (error) {
    stop();
    throw error;
  }
}
