import type { APIRoute, GetStaticPaths } from 'astro';
import type { Lang } from '../../scene/types.ts';
import { findIndex } from '../../site/find-index.ts';
import { LANGS } from '../../site/site.ts';

export const getStaticPaths: GetStaticPaths = () => LANGS.map((lang) => ({ params: { lang }, props: { lang } }));

/** The search index of a language, fetched by readers who search. */
export const GET: APIRoute<{ lang: Lang }> = ({ props }) => new Response(findIndex(props.lang));
