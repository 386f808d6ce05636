/** The built site as a host sends it, compressed, and the machine's Chromium to look at it. */
import { createServer } from 'node:http';
import { type AddressInfo, createServer as createSocket } from 'node:net';
import { type Browser, chromium } from 'playwright-core';
import { fileHandler } from '../lib/files.ts';
import { needChromium } from '../lib/setup.mjs';

export interface Bench {
  origin: string;
  browser: Browser;
  /** Where the browser answers DevTools, for Lighthouse. */
  port: number;
  close(): Promise<void>;
}

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const socket = createSocket().listen(0, '127.0.0.1', () => {
      const { port } = socket.address() as AddressInfo;
      socket.close(() => done(port));
    });
  });

/** Serves the folder and starts the browser. Throws where there is no Chromium. */
export async function startBench(folder: string): Promise<Bench> {
  const executablePath = needChromium(true);
  const server = createServer(fileHandler(folder, '/', { pack: true }));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const port = await freePort();
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', `--remote-debugging-port=${port}`, '--js-flags=--expose-gc'],
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    browser,
    port,
    async close() {
      await browser.close();
      server.close();
    },
  };
}
