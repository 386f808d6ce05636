import type { Lang } from '../scene/types.ts';

const NARROW = '\u202f';
const NO_BREAK = '\u00a0';

/**
 * Sets running text by the rules of its language, so that authors can type plain spaces and quotes.
 * French (EDITORIAL style sheet): U+202F before ; ! ? and between thousands, U+00A0 before : and % and
 * inside « »; both languages: typographic apostrophes. Addresses and times (`12:30`) are left alone.
 * Setting set text again changes nothing.
 */
export function typeset(text: string, lang: Lang): string {
  const curly = text.replace(/(\p{L})'/gu, '$1’');
  if (lang === 'en') return curly.replace(/"([^"]*)"/g, '“$1”');
  return curly
    .replace(/«[ \u00a0\u202f]*/g, `«${NO_BREAK}`)
    .replace(/[ \u00a0\u202f]*»/g, `${NO_BREAK}»`)
    .replace(/[ \u00a0\u202f]+([;!?])/g, `${NARROW}$1`)
    .replace(/(?<=[\p{L}\d)»])([;!?])/gu, (mark, _m, at: number, all: string) =>
      /https?:\S*$/.test(all.slice(0, at)) ? mark : `${NARROW}${mark}`,
    )
    .replace(/[ \u00a0\u202f]+:(?!\S*\/\/)/g, `${NO_BREAK}:`)
    .replace(/[ \u00a0\u202f]+%/g, `${NO_BREAK}%`)
    .replace(/(?<=\d)[ \u00a0](?=\d{3}(?!\d))/g, NARROW);
}
