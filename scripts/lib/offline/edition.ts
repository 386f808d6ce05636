/** What an offline edition is made from. */
import type { Lang } from '../../../src/scene/types.ts';

export interface Edition {
  /** The built site. */
  folder: string;
  /** The project. */
  root: string;
  /** Where the site answers, with its base: `https://news.example/mali/`. */
  site: URL;
  lang: Lang;
  /** Slugs of the chapters in this language, in order. */
  slugs: readonly string[];
  version: string;
  /** The edition's day, ISO. */
  day: string;
  /** The same in the language's words. */
  date: string;
  title: string;
  /** A string of the interface, set by the typography of the language. */
  t(key: string, values?: Readonly<Record<string, string | number>>): string;
}

/** Where the two editions of a language lie on the site. */
export const oneFilePath = (lang: Lang): string => `offline/mali-${lang}.html`;
export const zipPath = (lang: Lang): string => `offline/mali-${lang}.zip`;
