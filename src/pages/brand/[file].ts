import { readFileSync } from 'node:fs';
import type { APIRoute, GetStaticPaths } from 'astro';
import { brandOf } from '../../site/site.ts';

/** The logo of the house, where it has one. */
export const getStaticPaths: GetStaticPaths = () => (brandOf()?.logo ? [{ params: { file: 'logo.svg' } }] : []);

export const GET: APIRoute = () => new Response(readFileSync(brandOf()?.logo ?? '', 'utf8'));
