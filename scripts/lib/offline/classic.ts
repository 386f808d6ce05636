import { type InputOptions, rolldown } from 'rolldown';

/**
 * One classic script of a module and all it imports: module scripts do not load from `file://`, and a policy by hash
 * names whole scripts. Same input, same bytes.
 */
export async function classic(input: string, plugins: InputOptions['plugins'] = []): Promise<string> {
  const bundle = await rolldown({ input, platform: 'browser', plugins });
  try {
    const { output } = await bundle.generate({ format: 'iife', minify: true, codeSplitting: false });
    return output[0].code.trim();
  } finally {
    await bundle.close();
  }
}
