/**
 * A host that serves one deploy after another from the same origin, compresses as hosts do and counts what it sends, and
 * can fail in all the ways a network does.
 */
import { cpSync, globSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileHandler } from '../../scripts/lib/files.ts';
import { workerScript } from '../../scripts/lib/keep/worker.ts';
import { keepingOf } from '../../scripts/lib/keep.ts';

/** Folders of the site that no kept page loads, and that weigh most. */
const LEFT_OUT = /^(?:figures|data|cite|epub|offline|oembed|search|[^/]*\/(?:claims|affirmations|figures|data|donnees)\/.)/;

/**
 * A copy of the built site in which every page, style sheet and script says which version it is of, and in which every
 * hashed file has a name of its own, as after a build of other content.
 */
export async function deploy(name: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), `mali-${name}-`));
  cpSync('dist', folder, { recursive: true, filter: (source) => !LEFT_OUT.test(source.slice('dist/'.length)) });
  const assets = globSync('_astro/*.{js,css,woff2}', { cwd: folder });
  const renamed = assets.map((file) => {
    const old = file.split('/').at(-1) ?? '';
    return [old, old.replace(/\.(\w+)$/, `${name}.$1`)] as const;
  });
  for (const file of globSync('**/*.{html,js,css}', { cwd: folder })) {
    const path = join(folder, file);
    let text = readFileSync(path, 'utf8');
    for (const [old, now] of renamed) text = text.replaceAll(old, now);
    text = text.replace(/((?:boot|keep)\.js\?v=)\w+/g, `$1${name}`);
    if (file.endsWith('.html'))
      text = text
        .replace('<head>', `<head><meta name="edition" content="${name}">`)
        .replace(/(data-kept="[^"]*)\d+\.\d+\.\d+/, `$1${name}`);
    else if (file.endsWith('.css')) text += `:root{--edition:${name}}`;
    else if (/^(?:boot|_astro\/(?:main|copy)\..*)\.?js$/.test(file))
      text += `\n;document.documentElement.dataset.${file.startsWith('boot') ? 'boot' : 'script'}='${name}';`;
    writeFileSync(path, text);
  }
  for (const [old, now] of renamed) renameSync(join(folder, '_astro', old), join(folder, '_astro', now));
  writeFileSync(join(folder, 'sw.js'), await workerScript(keepingOf(folder, '/')));
  return folder;
}

export interface Sent {
  path: string;
  bytes: number;
}

export class Host {
  origin = '';
  /** What was asked for and sent, with its size over the wire. */
  sent: Sent[] = [];
  /** Paths that fail. */
  broken: (path: string) => boolean = () => false;
  /** Paths that an edge still has in the form of another deploy. */
  stale: { folder: string; of: (path: string) => boolean } | undefined;
  /** Holds each answer back, in ms. */
  delay = 0;
  private folder = '';
  /** One a deploy: each compresses a file once. */
  private readonly handlers = new Map<string, RequestListener>();
  private readonly server: Server;

  private constructor() {
    this.server = createServer((request, response) => {
      const path = new URL(request.url ?? '/', 'http://localhost').pathname;
      if (this.broken(path)) {
        request.socket.destroy();
        return;
      }
      const body: Buffer[] = [];
      const { write, end } = response;
      const from = this.stale?.of(path) ? this.stale.folder : this.folder;
      // Gathers what the server of the project sends, compressed, to count it; nothing is kept by the browser's own cache.
      response.write = ((chunk: Buffer) => body.push(Buffer.from(chunk)) > 0) as typeof response.write;
      response.end = ((chunk?: Buffer) => {
        if (chunk) body.push(Buffer.from(chunk));
        const bytes = Buffer.concat(body);
        setTimeout(() => {
          this.sent.push({ path, bytes: bytes.length });
          write.call(response, bytes, 'utf8');
          end.call(response, undefined, 'utf8');
        }, this.delay);
        return response;
      }) as typeof response.end;
      const head = response.writeHead.bind(response);
      response.writeHead = ((status: number, headers: Record<string, string>) =>
        head(status, { ...headers, 'Cache-Control': 'no-store' })) as typeof response.writeHead;
      const answer = this.handlers.get(from) ?? fileHandler(from, '/', { pack: true });
      this.handlers.set(from, answer);
      answer(request, response);
    });
  }

  static async start(folder: string): Promise<Host> {
    const host = new Host();
    host.folder = folder;
    await new Promise<void>((done) => host.server.listen(0, '127.0.0.1', done));
    const address = host.server.address();
    host.origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
    return host;
  }

  /** Another deploy stands in the place of this one. */
  serve(folder: string): void {
    this.folder = folder;
    this.sent = [];
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

export const removeDeploys = (folders: readonly string[]): void => {
  for (const folder of folders) if (statSync(folder).isDirectory()) rmSync(folder, { recursive: true });
};
