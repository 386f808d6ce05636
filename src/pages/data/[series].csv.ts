import { readFileSync } from 'node:fs';
import type { APIRoute, GetStaticPaths } from 'astro';
import { siteContent } from '../../site/site.ts';

export const getStaticPaths: GetStaticPaths = () =>
  [...siteContent().content.series.values()].map(({ resource, file }) => ({
    params: { series: resource.path.replace(/\.csv$/, '') },
    props: { file },
  }));

/** A series as it stands in the repository, byte for byte. */
export const GET: APIRoute<{ file: string }> = ({ props }) => new Response(readFileSync(props.file));
