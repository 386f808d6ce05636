import { readFileSync } from 'node:fs';
import type { APIRoute, GetStaticPaths } from 'astro';
import { logoFile } from '../../site/brand.ts';
import { brandOf, siteContent } from '../../site/site.ts';

/** The logo of the house, where it has one. */
export const getStaticPaths: GetStaticPaths = () => (brandOf()?.logo ? [{ params: { file: 'logo.svg' } }] : []);

export const GET: APIRoute = () => new Response(readFileSync(logoFile(siteContent().content) ?? '', 'utf8'));
