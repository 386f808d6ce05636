/**
 * The one style sheet of the light versions: tokens, the figures' rules, their own. Vite keeps all imported styles in a
 * single sheet, so this one is put together here and printed without its comments and spaces.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { APIRoute } from 'astro';
import { compactCss } from '../scene/css.ts';

export const GET: APIRoute = () => {
  const read = (name: string): string => readFileSync(join(process.cwd(), 'src', 'styles', `${name}.css`), 'utf8');
  return new Response(compactCss(['tokens', 'scene', 'lite'].map(read).join('\n')));
};
