/** The worker's script: its code, bundled once, after the list of what each language keeps. */
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'rolldown';
import type { Edition } from '../../../src/sw.ts';
import { size } from '../../budget.ts';
import { type Keeping, keptFiles, manifestOf } from './manifest.ts';

let code: Promise<string> | undefined;

async function bundle(): Promise<string> {
  const { output } = await build({
    input: join(import.meta.dirname, '..', '..', '..', 'src', 'sw.ts'),
    write: false,
    logLevel: 'silent',
    platform: 'browser',
    // The library logs its work in any other environment.
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    output: { format: 'iife', minify: true },
  });
  return output[0].code;
}

/** `sw.js` for a built folder. Same folder, same bytes; another byte in anything kept, another script, which is how browsers see a new version. */
export async function workerScript(keeping: Keeping): Promise<string> {
  code ??= bundle();
  const langs = Object.fromEntries(
    Object.entries(keeping.langs).map(([lang, { pages, missing }]) => [
      lang,
      { files: manifestOf(keptFiles(keeping, pages), keeping.base), missing: `${keeping.base}${missing}` },
    ]),
  );
  return `self.EDITION=${JSON.stringify({ langs } satisfies Edition)};\n${await code}`;
}

/** Bytes a reader fetches who keeps a language and has nothing of it yet: the files, and the worker's script; brotli 9. */
export async function sizesOf(keeping: Keeping): Promise<Record<string, number>> {
  const script = brotliCompressSync(await workerScript(keeping), { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).length;
  return Object.fromEntries(
    Object.entries(keeping.langs).map(([lang, { pages }]) => [
      lang,
      [...keptFiles(keeping, pages).values()].reduce((sum, file) => sum + size(file), script),
    ]),
  );
}
