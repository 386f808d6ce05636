import { readFileSync } from 'node:fs';
import type { APIRoute } from 'astro';

/** The Data Package descriptor of all series, beside the files it describes. */
export const GET: APIRoute = () => new Response(readFileSync('content/series/datapackage.json'));
