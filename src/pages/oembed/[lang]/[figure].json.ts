import type { APIRoute, GetStaticPaths } from 'astro';
import { figures } from '../../../figures/registry.ts';
import type { Lang } from '../../../scene/types.ts';
import { oembed } from '../../../site/oembed.ts';
import { LANGS, siteContent } from '../../../site/site.ts';

export const getStaticPaths: GetStaticPaths = () =>
  LANGS.flatMap((lang) =>
    figures.filter((f) => siteContent().gate.figure(f)).map(({ name }) => ({ params: { lang, figure: name }, props: { lang, name } })),
  );

export const GET: APIRoute<{ lang: Lang; name: string }> = ({ props, site }) =>
  new Response(`${JSON.stringify(oembed(props.lang, props.name, site), undefined, 1)}\n`);
