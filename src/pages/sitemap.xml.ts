import type { APIRoute } from 'astro';
import { sitemap } from '../site/feeds.ts';

export const GET: APIRoute = ({ site }) => new Response(sitemap(site));
