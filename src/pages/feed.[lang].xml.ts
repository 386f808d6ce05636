import type { APIRoute, GetStaticPaths } from 'astro';
import type { Lang } from '../scene/types.ts';
import { atom } from '../site/feeds.ts';
import { LANGS, SETTINGS } from '../site/site.ts';

/** A mirror has no feed: its original tells what changes. */
export const getStaticPaths: GetStaticPaths = () => (SETTINGS.mirror ? [] : LANGS.map((lang) => ({ params: { lang }, props: { lang } })));

/** Updates and corrections. */
export const GET: APIRoute<{ lang: Lang }> = ({ props, site }) => new Response(atom(props.lang, site));
