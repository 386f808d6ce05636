import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.woff2': 'font/woff2',
  '.bib': 'text/x-bibtex; charset=utf-8',
  '.ris': 'application/x-research-info-systems; charset=utf-8',
  '.zip': 'application/zip',
};

/** The policy hosts are asked to send, read from the one place that states it. */
function policy(folder: string): string {
  const rules = join(folder, '_headers');
  return existsSync(rules) ? (/Content-Security-Policy: (.*)/.exec(readFileSync(rules, 'utf8'))?.[1] ?? '') : '';
}

/** The path a request asks for, or nothing when its percent signs are broken. */
function pathOf(address: string): string | undefined {
  try {
    return decodeURIComponent(new URL(address, 'http://localhost').pathname);
  } catch {
    return undefined;
  }
}

/** Answers from a folder mounted at `base`: `index.html` for folders, `404.html` for what is not there, nothing outside. */
export function fileHandler(folder: string, base = '/'): RequestListener {
  const csp = policy(folder);
  const prefix = base.replace(/\/$/, '');
  return (request, response) => {
    const path = pathOf(request.url ?? '/');
    if (path === undefined) {
      response.writeHead(400).end();
      return;
    }
    const inside = path.startsWith(`${prefix}/`) ? normalize(path.slice(prefix.length)) : undefined;
    let file = inside === undefined ? '' : join(folder, inside);
    if (file && existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html');
    const found = file.startsWith(folder) && existsSync(file);
    const send = found ? file : join(folder, '404.html');
    if (!existsSync(send)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(found ? 200 : 404, {
      'content-type': TYPES[extname(send)] ?? 'application/octet-stream',
      ...(csp && { 'content-security-policy': csp }),
    });
    createReadStream(send).pipe(response);
  };
}
