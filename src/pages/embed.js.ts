import type { APIRoute } from 'astro';
import { loader } from '../site/embed-scripts.ts';

/** The script a host may paste beside the frame. */
export const GET: APIRoute = async () => new Response(await loader());
