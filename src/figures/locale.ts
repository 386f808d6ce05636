import { formats } from '../i18n/format.ts';
import { typeset } from '../i18n/typography.ts';
import { ContentError } from '../lib/problem.ts';
import type { Lang } from '../scene/types.ts';
import type { FigureText, Locale } from './types.ts';

/** What a locale is made from: names by id, in the language asked for. */
export interface Names {
  place(id: string): string | undefined;
  actor(id: string): string | undefined;
}

/** Throws a `ContentError` when an id has no name: a picture with a hole in it is not drawn. */
function required(kind: string, figure: string, id: string, name: string | undefined, file: string): string {
  if (name === undefined)
    throw new ContentError([
      {
        file,
        line: 0,
        rule: 'unknown-id',
        found: `no ${kind} "${id}", which figure ${figure} prints`,
        allowed: `every ${kind} that its pictures and its table ask for`,
        hint: `Add "${id}" to the file, or correct the id where the figure names it (src/figures/${figure}/).`,
      },
    ]);
  return name;
}

/** The words, names and formats one figure is drawn with in one language, set by its typography. */
export function figureLocale(figure: string, lang: Lang, text: FigureText, names: Names): Locale {
  const set = (s: string): string => typeset(s, lang);
  const file = `content/figures/${lang}/${figure}.yaml`;
  const label: Locale['label'] = (key, values = {}) => {
    const words = required('label', figure, key, text.labels[key], file);
    return set(
      words.replace(/\{(\w+)\}/g, (_m, name: string) => required('value', figure, `${key}.${name}`, values[name]?.toString(), file)),
    );
  };
  return {
    lang,
    text: setAll(text, lang),
    label,
    fmt: formats(lang),
    place: (id) => set(required('place', figure, id, names.place(id), 'content/places.csv')),
    actor: (id) => set(required('actor', figure, id, names.actor(id), 'content/actors.yaml')),
  };
}

/** Every string of a record set by the typography of its language. */
function setAll<T>(value: T, lang: Lang): T {
  if (typeof value === 'string') return typeset(value, lang) as T;
  if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, setAll(v, lang)])) as T;
  return value;
}
