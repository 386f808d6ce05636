/** Reading built pages in the tests of sharing and republishing. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const DIST = 'dist';
export const ORIGIN = 'http://localhost:4321';

/** Every page of the site, but for the one that says "not found". */
export const pages = (): string[] => globSync('**/index.html', { cwd: DIST }).sort();
export const read = (file: string): string => readFileSync(join(DIST, file), 'utf8');
export const page = (path: string): string => read(join(path, 'index.html'));

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
/** Text as a reader sees it: references resolved. */
export const resolved = (text: string): string =>
  text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (all, hex?: string, decimal?: string, name?: string) =>
    name ? (NAMED[name] ?? all) : String.fromCodePoint(Number.parseInt(hex ?? decimal ?? '', hex ? 16 : 10)),
  );

/** The content of a meta tag by its name or property; throws where there is none. */
export function meta(html: string, name: string): string {
  const found = new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)"`).exec(html)?.[1];
  if (found === undefined) throw new Error(`no meta tag "${name}"`);
  return resolved(found);
}

/** Width and height of a JPEG, from its frame header (ITU T.81, B.2.2). Throws where there is none. */
export function jpegSize(bytes: Uint8Array): { width: number; height: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint16(0) !== 0xffd8) throw new Error('no JPEG');
  for (let at = 2; at < bytes.length; ) {
    const marker = view.getUint16(at);
    // SOF0 to SOF2: baseline, extended, progressive.
    if (marker >= 0xffc0 && marker <= 0xffc2) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += 2 + view.getUint16(at + 2);
  }
  throw new Error('a JPEG without a frame');
}
