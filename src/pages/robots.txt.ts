import type { APIRoute } from 'astro';
import { absolute, SETTINGS } from '../site/site.ts';

/** A mirror may be visited, so that its `noindex` is read. */
export const GET: APIRoute = ({ site }) =>
  new Response(`User-agent: *\nAllow: /\n${SETTINGS.mirror ? '' : `\nSitemap: ${absolute('sitemap.xml', site)}\n`}`);
