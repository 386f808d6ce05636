/** A real nginx with the configuration that the build generates, on a free port of this machine. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { nginxConf } from '../../scripts/lib/hosting/nginx.ts';
import { rulesFor } from '../../scripts/lib/hosting/rules.ts';
import { find } from '../../scripts/lib/setup.mjs';

export interface Nginx {
  origin: string;
  close(): Promise<void>;
}

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** Builds by the path they were made for; one server holds them all, as the host of a newsroom would. */
export async function startNginx(builds: Readonly<Record<string, string>>): Promise<Nginx> {
  const program = find('nginx');
  if (!program) throw new Error('no nginx found: set NGINX_PATH, or install the package nginx-light');
  const home = mkdtempSync(join(tmpdir(), 'nginx-'));
  const locations = Object.entries(builds).map(([base, folder], i) => {
    // Each build has a root of its own: the site at / knows nothing of the one beneath it.
    const root = join(home, `root-${i}`);
    const place = join(root, base).replace(/\/$/, '');
    mkdirSync(dirname(place), { recursive: true });
    symlinkSync(resolve(folder), place);
    return nginxConf(base, root, rulesFor('dist'));
  });
  const port = await freePort();
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${home}/${name};`).join('\n');
  writeFileSync(
    join(home, 'nginx.conf'),
    `daemon off; master_process off; pid ${home}/pid; error_log stderr warn;
events {}
http {
access_log off;
${temporary}
server { listen 127.0.0.1:${port};
${locations.join('\n')}
} }
`,
  );
  const child: ChildProcess = spawn(program, ['-p', home, '-e', 'stderr', '-c', join(home, 'nginx.conf')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr?.on('data', (text) => {
    said += text;
  });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const origin = `http://127.0.0.1:${port}`;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`nginx did not start:\n${said}`);
    if (await fetch(origin).then(Boolean, () => false)) break;
    await new Promise((done) => setTimeout(done, 50));
  }
  return {
    origin,
    async close() {
      child.kill();
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
}
