import type { APIRoute } from 'astro';
import { embedBoot } from '../../site/embed-scripts.ts';

/** Dresses an embed before its first paint. */
export const GET: APIRoute = async () => new Response(await embedBoot());
