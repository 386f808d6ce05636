import type { APIRoute, GetStaticPaths } from 'astro';
import { citables } from '../../../site/citables.ts';
import { type Citable, cslItem, exported } from '../../../site/cite.ts';

/** BibTeX and RIS of every chapter, figure and claim. */
export const getStaticPaths: GetStaticPaths = () =>
  citables(new URL(import.meta.env.SITE)).flatMap((item) =>
    (['bib', 'ris'] as const).map((ext) => ({ params: { lang: item.lang, file: `${item.key}.${ext}` }, props: { item, ext } })),
  );

export const GET: APIRoute<{ item: Citable; ext: 'bib' | 'ris' }> = ({ props: { item, ext } }) =>
  new Response(exported([{ ...cslItem(item), 'citation-key': `mali-${item.key}-${item.lang}` }], ext === 'bib' ? 'bibtex' : 'ris'));
