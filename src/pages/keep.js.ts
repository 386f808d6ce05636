import type { APIRoute } from 'astro';
import { keeper } from '../site/embed-scripts.ts';

/** What keeps the chapters, for pages that offer it. */
export const GET: APIRoute = async () => new Response(await keeper());
