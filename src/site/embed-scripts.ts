/**
 * The scripts that stand at fixed addresses: what dresses an embed before its first paint, what a host pastes, and what
 * keeps chapters for a reader who asks.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { build } from 'rolldown';

/** Bundles one entry of `src/story/` into a small script, classic or a module. Same source, same bytes. */
async function bundle(entry: string, format: 'iife' | 'es'): Promise<string> {
  const { output } = await build({
    input: join(process.cwd(), 'src', 'story', entry),
    write: false,
    logLevel: 'silent',
    output: { format, minify: true },
  });
  return output[0].code;
}

const made = new Map<string, Promise<string>>();
const once = (entry: string, format: 'iife' | 'es' = 'iife'): Promise<string> => {
  const code = made.get(entry) ?? bundle(entry, format);
  if (!import.meta.env.DEV) made.set(entry, code);
  return code;
};

export const embedBoot = (): Promise<string> => once('embed-boot.ts');
export const loader = (): Promise<string> => once('loader.ts');

/** Subresource integrity of the loader: what the pasted snippet pins. */
export const loaderIntegrity = async (): Promise<string> =>
  `sha384-${createHash('sha384')
    .update(await loader())
    .digest('base64')}`;

/** What keeps the chapters: a module, fetched by readers who ask. */
export const keeper = (): Promise<string> => once('keep.ts', 'es');

/** Its address, which says what is in it: a page never runs that of another version, whatever a browser has kept. */
export const keeperPath = async (): Promise<string> =>
  `keep.js?v=${createHash('sha256')
    .update(await keeper())
    .digest('hex')
    .slice(0, 8)}`;
