import type { ChapterOutline } from '../claims/outline.ts';
import { quantityOf } from '../claims/resolve.ts';
import { type Formats, formats } from '../i18n/format.ts';
import { typeset } from '../i18n/typography.ts';
import type { Content, Fact, Source, Term } from '../lib/content.ts';
import type { Lang } from '../scene/types.ts';

/** What prose components know of the page they stand on. */
export interface PageContext {
  lang: Lang;
  content: Content;
  /** The chapter this page tells, absent on pages without prose. */
  outline: ChapterOutline | undefined;
  fmt: Formats;
  /** A string of the interface, with `{name}` filled in; an unknown key stops the build. */
  t(key: string, values?: Readonly<Record<string, string | number>>): string;
  /** Words set by the typography of the page's language. */
  set(words: string): string;
  fact(id: string): Fact;
  source(id: string): Source;
  term(id: string): Term;
  /** The number of a fact's note on this page, by first appearance. */
  note(id: string): number;
  /** Facts with a note on this page, in the order of their numbers. */
  noted: readonly string[];
  /** Glossary terms opened on this page. */
  terms: readonly string[];
  /** A fact's quantity in words: in its unit, or the bare number. */
  quantity(fact: Fact, show?: 'unit' | 'number'): string;
}

function found<T>(kind: string, id: string, value: T | undefined): T {
  if (value === undefined) throw new Error(`unknown ${kind} "${id}"`);
  return value;
}

const unique = (ids: readonly string[]): string[] => [...new Set(ids)];

/** Minutes a chapter takes: 220 words a minute for prose; the figures take the time their steps' words do. */
export const readingMinutes = ({ words }: ChapterOutline): number => Math.ceil(words / 220);

/** The context of a page; `outline` is its chapter, absent on pages without prose. */
export function pageContext(lang: Lang, content: Content, outline?: ChapterOutline): PageContext {
  const fmt = formats(lang);
  const noted = unique(outline?.facts.filter((f) => f.via !== 'Card').map((f) => f.id) ?? []);
  const numbers = new Map(noted.map((id, i) => [id, i + 1]));
  const strings = content.ui[lang].value;
  const set = (words: string): string => typeset(words, lang);
  return {
    lang,
    content,
    outline,
    fmt,
    set,
    t: (key, values = {}) =>
      set(
        found('interface string', key, strings[key]).replace(/\{(\w+)\}/g, (_m, name: string) =>
          String(found('value', `${key}.${name}`, values[name])),
        ),
      ),
    fact: (id) => found('fact', id, content.facts.get(id)?.value),
    source: (id) => found('source', id, content.sources.get(id)?.value),
    term: (id) => found('glossary term', id, content.glossary[lang].get(id)?.value),
    note: (id) => found('note', id, numbers.get(id)),
    noted,
    terms: unique(outline?.terms.map((term) => term.id) ?? []),
    quantity(fact, show = 'unit') {
      const q = quantityOf(fact, content);
      if (show === 'number') return fmt.quantity(q);
      return fmt.measure(q, found('unit', fact.unit ?? '', content.units.get(fact.unit ?? '')?.value)[lang]);
    },
  };
}
