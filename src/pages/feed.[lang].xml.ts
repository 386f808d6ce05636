import type { APIRoute, GetStaticPaths } from 'astro';
import type { Lang } from '../scene/types.ts';
import { atom } from '../site/feeds.ts';
import { LANGS } from '../site/site.ts';

export const getStaticPaths: GetStaticPaths = () => LANGS.map((lang) => ({ params: { lang }, props: { lang } }));

/** Updates and corrections. */
export const GET: APIRoute<{ lang: Lang }> = ({ props, site }) => new Response(atom(props.lang, site));
