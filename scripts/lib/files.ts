import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { extname, join, normalize, relative, sep } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { ruleOf } from '../../src/site/headers.ts';
import { isText, TYPES } from './hosting/mime.ts';
import { rulesFor } from './hosting/rules.ts';

/** The type of a file, as a host would send it. */
function typeOf(file: string): string {
  const type = TYPES[extname(file).slice(1)] ?? 'application/octet-stream';
  return isText(type) ? `${type}; charset=utf-8` : type;
}

/** The path a request asks for, or nothing when its percent signs are broken. */
function pathOf(address: string): string | undefined {
  try {
    return decodeURIComponent(new URL(address, 'http://localhost').pathname);
  } catch {
    return undefined;
  }
}

/**
 * Answers from a folder mounted at `base`: `index.html` for folders, `404.html` for what is not there, nothing outside;
 * each with the headers that hosts are asked to send. With `pack`, text is compressed as CDNs do it (brotli 9), each file once.
 */
export function fileHandler(folder: string, base = '/', { pack = false } = {}): RequestListener {
  const rules = rulesFor(folder);
  const packed = new Map<string, Buffer>();
  const squeeze = (file: string): Buffer => {
    const body = packed.get(file) ?? brotliCompressSync(readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
    packed.set(file, body);
    return body;
  };
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
    const address = relative(folder, send)
      .split(sep)
      .join('/')
      .replace(/^index\.html$/, '');
    const type = typeOf(send);
    const headers = { 'content-type': type, ...ruleOf(address, rules).headers };
    if (pack && type.endsWith('utf-8')) {
      response.writeHead(found ? 200 : 404, { ...headers, 'content-encoding': 'br' }).end(squeeze(send));
      return;
    }
    response.writeHead(found ? 200 : 404, headers);
    createReadStream(send).pipe(response);
  };
}
