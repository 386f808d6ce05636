import type { APIRoute } from 'astro';
import { absolute } from '../site/site.ts';

export const GET: APIRoute = ({ site }) => new Response(`User-agent: *\nAllow: /\n\nSitemap: ${absolute('sitemap.xml', site)}\n`);
