import type { APIRoute, GetStaticPaths } from 'astro';
import type { Lang } from '../../scene/types.ts';
import { entries } from '../../site/find-index.ts';
import { LANGS } from '../../site/site.ts';

export const getStaticPaths: GetStaticPaths = () => LANGS.map((lang) => ({ params: { lang }, props: { lang } }));

/** What can be searched in a language, fetched by readers who search. */
export const GET: APIRoute<{ lang: Lang }> = ({ props }) => new Response(JSON.stringify(entries(props.lang)));
