/** Everything of the site that has a citation of its own, with its address. */
import type { ChapterOutline } from '../claims/outline.ts';
import { figures } from '../figures/registry.ts';
import { typeset } from '../i18n/typography.ts';
import type { Fact } from '../lib/content.ts';
import type { Lang } from '../scene/types.ts';
import type { Citable } from './cite.ts';
import { localeOf } from './figure.ts';
import { canonical, LANGS, pathOf, siteContent, VERSION } from './site.ts';

const WORDS = {
  en: { version: 'version', figure: 'figure', claim: 'claim' },
  fr: { version: 'version', figure: 'figure', claim: 'affirmation' },
};

/** How sure a claim is and who says so, in a word or two; nothing where it is established. A claim never stands without. */
export function standing({ status, attributedTo }: Fact, lang: Lang): string {
  if (status === 'established') return '';
  const word = siteContent().content.ui[lang].value[`status-${status}`]?.toLocaleLowerCase(lang) ?? status;
  return typeset(attributedTo ? `${word}${lang === 'fr' ? ' :' : ':'} ${attributedTo[lang]}` : word, lang);
}

function citable(key: string, lang: Lang, title: string, path: string, issued: string, site: URL | undefined): Citable {
  const { title: name, edition } = siteContent().content.site.value;
  return {
    key,
    lang,
    title: typeset(title, lang),
    container: `${typeset(name[lang], lang)} (${WORDS[lang].version} ${VERSION})`,
    url: canonical(path, site),
    issued,
    accessed: edition,
  };
}

export const citeChapter = (c: ChapterOutline, site: URL | undefined): Citable =>
  citable(`chapter-${c.number}`, c.lang, c.heads.find((h) => h.field === 'title')?.text ?? '', `${c.lang}/${c.slug}/`, c.updated, site);

export function citeFigure(name: string, lang: Lang, site: URL | undefined): Citable {
  const { content } = siteContent();
  const { title, subtitle } = localeOf(name, lang, content).text;
  const words = `${title}. ${subtitle} [${WORDS[lang].figure}]`;
  return citable(`figure-${name}`, lang, words, pathOf('figures', lang, name), content.site.value.edition, site);
}

export function citeClaim(id: string, lang: Lang, site: URL | undefined): Citable {
  const fact = siteContent().content.facts.get(id)?.value;
  if (!fact) throw new Error(`unknown claim "${id}"`);
  const sure = standing(fact, lang);
  const words = `${fact.claim[lang].replace(/\.$/, '')} [${[WORDS[lang].claim, sure].filter(Boolean).join('; ')}]`;
  return citable(`claim-${id}`, lang, words, pathOf('claims', lang, id), fact.asOf, site);
}

/** All of them, in the languages on offer. */
export function citables(site: URL | undefined): Citable[] {
  const { content, chapters } = siteContent();
  return [
    ...chapters.filter((c) => LANGS.includes(c.lang)).map((c) => citeChapter(c, site)),
    ...LANGS.flatMap((lang) => [
      ...figures.map((f) => citeFigure(f.name, lang, site)),
      ...[...content.facts.keys()].map((id) => citeClaim(id, lang, site)),
    ]),
  ];
}
