import type { APIRoute, GetStaticPaths } from 'astro';
import { sitemap } from '../site/feeds.ts';
import { SETTINGS } from '../site/site.ts';

/** The map of all pages: of a mirror none is to be found. */
export const getStaticPaths: GetStaticPaths = () => (SETTINGS.mirror ? [] : [{ params: { map: 'sitemap' } }]);

export const GET: APIRoute = ({ site }) => new Response(sitemap(site));
