import type { APIRoute, GetStaticPaths } from 'astro';
import { keeper } from '../site/embed-scripts.ts';
import { SETTINGS } from '../site/site.ts';

/** What keeps the chapters, for pages that offer it: those of a mirror do not. */
export const getStaticPaths: GetStaticPaths = () => (SETTINGS.mirror ? [] : [{ params: { keep: 'keep' } }]);

export const GET: APIRoute = async () => new Response(await keeper());
