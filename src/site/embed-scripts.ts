/** The two scripts that stand at fixed addresses: what dresses an embed before its first paint, and what a host pastes. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { build } from 'rolldown';

/** Bundles one entry of `src/story/` into a small classic script. Same source, same bytes. */
async function bundle(entry: string): Promise<string> {
  const { output } = await build({
    input: join(process.cwd(), 'src', 'story', entry),
    write: false,
    logLevel: 'silent',
    output: { format: 'iife', minify: true },
  });
  return output[0].code;
}

const made = new Map<string, Promise<string>>();
const once = (entry: string): Promise<string> => {
  const code = made.get(entry) ?? bundle(entry);
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
