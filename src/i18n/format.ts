/**
 * One formatter each for dates, numbers, ranges and units, in both languages. Intl gives most numbers
 * right, but prints "1 janvier" where French writes "1er janvier"; so dates are put together here.
 */
import type { Lang } from '../scene/types.ts';
import { typeset } from './typography.ts';

const MONTHS: Record<Lang, readonly string[]> = {
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
  fr: ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
};
const SHORT: Record<Lang, readonly string[]> = {
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  fr: ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juill.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'],
};

export type Qualifier = 'exact' | 'about' | 'at-least' | 'more-than';
/** A count with its bounds: a value, or low and high, or one bound alone. */
export interface Quantity {
  value?: number | undefined;
  low?: number | undefined;
  high?: number | undefined;
  qualifier?: Qualifier | undefined;
}
/** Forms of a unit with `{n}` for the number. */
export interface UnitForms {
  one: string;
  other: string;
}

export interface Formats {
  lang: Lang;
  /** `2026-04-25` -> "25 April 2026" / "25 avril 2026"; `2026-04` -> "April 2026"; `2026` -> "2026". */
  date(iso: string): string;
  /** As `date`, months cut short, for axes and labels. */
  shortDate(iso: string): string;
  /** As `date` without the year: "25 April" / "1er juin". */
  dayMonth(iso: string): string;
  /** "25–26 April 2026", "30 March – 1 April 2012", "2012–2015". */
  dateRange(from: string, to: string): string;
  /** Thousands and decimals as the language writes them; at most `digits` decimals (2). */
  number(n: number, digits?: number): string;
  /** A value, "low–high", "at least low", "up to high", with its qualifier in words. */
  quantity(q: Quantity): string;
  /** A quantity inside its unit. */
  measure(q: Quantity, unit: UnitForms): string;
  percent(n: number, digits?: number): string;
  /** "a, b and c". */
  list(words: readonly string[]): string;
}

const QUALIFIERS: Record<Lang, Record<Exclude<Qualifier, 'exact'>, string> & { upTo: string; to: string }> = {
  en: { about: 'about', 'at-least': 'at least', 'more-than': 'more than', upTo: 'up to', to: '–' },
  fr: { about: 'environ', 'at-least': 'au moins', 'more-than': 'plus de', upTo: 'jusqu’à', to: '–' },
};

/** Splits an ISO date of any precision; throws a RangeError on anything else, a thirteenth month too. */
function parts(iso: string): { year: number; month?: number; day?: number } {
  const match = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$/.exec(iso);
  if (!match) throw new RangeError(`"${iso}" is not YYYY, YYYY-MM or YYYY-MM-DD`);
  const [, year, month, day] = match;
  return { year: Number(year), ...(month && { month: Number(month) }), ...(day && { day: Number(day) }) };
}

const made = new Map<string, Intl.NumberFormat>();
/** One formatter a language and precision: making them is what costs. */
function intl(lang: Lang, digits: number): Intl.NumberFormat {
  const key = `${lang} ${digits}`;
  const own = made.get(key) ?? new Intl.NumberFormat(lang === 'fr' ? 'fr-FR' : 'en-GB', { maximumFractionDigits: digits });
  made.set(key, own);
  return own;
}

/** The formatters of one language. */
export function formats(lang: Lang): Formats {
  const number = (n: number, digits = 2): string => intl(lang, digits).format(n);
  const dayOf = (day: number): string => (lang === 'fr' && day === 1 ? '1er' : String(day));
  const join = (iso: string, months: readonly string[], year = true): string => {
    const p = parts(iso);
    // A no-break space keeps the day with its month.
    const day = p.day ? `${dayOf(p.day)}\u00a0` : '';
    const month = p.month ? (months[p.month - 1] as string) : '';
    return year ? `${day}${month}${month ? ' ' : ''}${p.year}` : `${day}${month}`;
  };
  const quantity = ({ value, low, high, qualifier = 'exact' }: Quantity): string => {
    const words = QUALIFIERS[lang];
    const lead = qualifier === 'exact' ? '' : `${words[qualifier]} `;
    if (low !== undefined && high !== undefined && low !== high) return `${lead}${number(low)}${words.to}${number(high)}`;
    const single = value ?? (low === high ? low : undefined);
    if (single !== undefined) return `${lead}${number(single)}`;
    if (low !== undefined) return `${words['at-least']} ${number(low)}`;
    if (high !== undefined) return `${words.upTo} ${number(high)}`;
    throw new RangeError('a quantity needs a value, a low or a high');
  };
  return {
    lang,
    date: (iso) => join(iso, MONTHS[lang]),
    shortDate: (iso) => join(iso, SHORT[lang]),
    dayMonth: (iso) => join(iso, MONTHS[lang], false),
    dateRange(from, to) {
      const [a, b] = [parts(from), parts(to)];
      if (from === to) return join(from, MONTHS[lang]);
      if (!a.month && !b.month) return `${a.year}–${b.year}`;
      // A year and a month of it share no words: each is said in full.
      if (a.year !== b.year || !a.month || !b.month) return `${join(from, MONTHS[lang])} – ${join(to, MONTHS[lang])}`;
      if (a.month === b.month && a.day && b.day) return `${dayOf(a.day)}–${join(to, MONTHS[lang])}`;
      return `${join(from, MONTHS[lang], false)} – ${join(to, MONTHS[lang])}`;
    },
    number,
    quantity,
    measure(q, unit) {
      // The number that stands last before the word.
      const n = (q.low === undefined ? (q.value ?? q.high) : (q.high ?? q.value ?? q.low)) ?? 0;
      const one = lang === 'fr' ? Math.abs(n) < 2 : n === 1;
      return typeset((one ? unit.one : unit.other).replace('{n}', quantity(q)), lang);
    },
    percent: (n, digits = 1) => (lang === 'fr' ? `${number(n, digits)}\u00a0%` : `${number(n, digits)}%`),
    list: (words) => new Intl.ListFormat(lang, { type: 'conjunction' }).format(words),
  };
}
