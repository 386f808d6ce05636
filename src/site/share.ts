/** What is shared: each page's card, with the words on it and the words for those who do not see it. */
import type { ChapterOutline } from '../claims/outline.ts';
import { figures } from '../figures/registry.ts';
import { typeset } from '../i18n/typography.ts';
import type { Content } from '../lib/content.ts';
import type { CardWords } from '../scene/card.ts';
import type { Lang } from '../scene/types.ts';
import { figureInput, figureNamed, localeOf } from './figure.ts';
import type { Gate } from './gate.ts';
import { creditOf } from './picture.ts';

export interface Card {
  /** Path of the JPEG, without base. */
  path: string;
  /** What it shows and says. */
  alt: string;
  words: CardWords;
  /** The drawing on it; none on the cover, which has its own map. */
  drawing?: { figure: string; step: string };
}

const siteName = (lang: Lang, content: Content): string => typeset(content.site.value.title[lang], lang);
const head = (chapter: ChapterOutline, field: string): string =>
  typeset(chapter.heads.find((h) => h.field === field)?.text ?? '', chapter.lang);

/** A full stop where a line ends without one. */
export const closed = (text: string): string => (/[.!?…»”]$/.test(text) ? text : `${text}.`);

/** Search results and cards show no more than this. */
export const BRIEF = 155;

/** A description at most that long: whole sentences where they fit, else whole words and an ellipsis. */
export function brief(text: string): string {
  if (text.length <= BRIEF) return text;
  const head = text.slice(0, BRIEF);
  const sentence = /^.*[.!?](?= )/s.exec(head)?.[0];
  return sentence && sentence.length > BRIEF / 2 ? sentence : `${text.slice(0, BRIEF - 1).replace(/[\s\u00a0\u202f,;:]+\S*$/, '')}…`;
}

/** The title of a page with the site's name, where both fit in a tab or a result (65 characters). */
export const pageTitle = (title: string, site: string): string => {
  const both = `${title} — ${site}`;
  return both.length <= 65 ? both : title;
};

const credits = new Map<string, string>();
/** Sources, licence and date under a figure; read once a figure and language. */
export function creditFor(name: string, lang: Lang, content: Content): string {
  const key = `${lang}/${name}`;
  const found = credits.get(key);
  if (found) return found;
  const module = figureNamed(name);
  const table = module.describe(module.data(figureInput(content)) as never, localeOf(name, lang, content));
  const credit = creditOf(
    module,
    table.rows.flatMap((row) => row.sources),
    lang,
    content,
  );
  credits.set(key, credit);
  return credit;
}

/** Who counted, then the credit. */
const under = (name: string, lang: Lang, content: Content): string[] => [
  localeOf(name, lang, content).text.counted ?? '',
  creditFor(name, lang, content),
];

/** The card of one step: the figure's takeaway, and the sentence of the step. */
export function stepCard(name: string, step: string, lang: Lang, content: Content): Card {
  const { title, subtitle, steps } = localeOf(name, lang, content).text;
  const say = steps[step]?.say;
  if (say === undefined) throw new Error(`figure ${name} has no words for step "${step}"`);
  return {
    path: `share/${lang}/${name}/${step}.jpg`,
    alt: `${closed(title)} ${say}`,
    words: { lang, kicker: siteName(lang, content), title, line: say, sub: subtitle, credit: under(name, lang, content) },
    drawing: { figure: name, step },
  };
}

/** The card of a figure is that of its last step, which a page without script shows too. */
export const figureCard = (name: string, lang: Lang, content: Content): Card =>
  stepCard(name, figureNamed(name).steps.at(-1) ?? '', lang, content);

/** The card of a chapter: its question, over its first figure that may be shown. Throws where it has none. */
export function chapterCard(chapter: ChapterOutline, content: Content, gate: Gate): Card {
  const { lang, number } = chapter;
  const scene = chapter.scenes.find(({ figure }) => gate.figure(figureNamed(figure)));
  if (!scene) throw new Error(`${chapter.file} has no figure to stand on its card`);
  return {
    path: `share/${lang}/chapter-${number}.jpg`,
    alt: `${closed(head(chapter, 'title'))} ${head(chapter, 'question')} ${closed(localeOf(scene.figure, lang, content).text.title)}`,
    words: {
      lang,
      kicker: siteName(lang, content),
      title: head(chapter, 'title'),
      line: `${head(chapter, 'question')} ${head(chapter, 'standfirst')}`,
      sub: '',
      credit: under(scene.figure, lang, content),
    },
    drawing: { figure: scene.figure, step: scene.steps.at(-1)?.id ?? '' },
  };
}

/** The card of the home page, and of every page that has none of its own. */
export function homeCard(lang: Lang, content: Content): Card {
  const [title, line] = [siteName(lang, content), typeset(content.site.value.sentence[lang], lang)];
  return {
    path: `share/${lang}/home.jpg`,
    alt: `${closed(title)} ${line} ${closed(localeOf('arc', lang, content).text.title)}`,
    words: { lang, kicker: '', title, line, sub: '', credit: under('arc', lang, content) },
    drawing: { figure: 'arc', step: figureNamed('arc').steps.at(-1) ?? '' },
  };
}

/** The card of the cover: both languages, and the map. */
export function coverCard(content: Content): Card {
  const words = (lang: Lang) => ({ title: siteName(lang, content), line: typeset(content.site.value.sentence[lang], lang) });
  const [en, fr] = [words('en'), words('fr')];
  return {
    path: 'share/cover.jpg',
    alt: content.ui.en.value['cover-map'] ?? '',
    words: { lang: 'en', kicker: '', ...en, sub: '', twin: fr, credit: ['CC BY 4.0 · Natural Earth · GeoNames'] },
  };
}

/** A chapter in three sentences to send: its question, and what its first lines say of it. */
export const chapterSays = (chapter: ChapterOutline): string => `${head(chapter, 'question')} ${head(chapter, 'standfirst')}`;

/** A figure, or a step of it (`say`), in sentences to send: takeaway, what it says, who counted or where it comes from. */
export function figureSays(say: string, name: string, lang: Lang, content: Content): string {
  const { title, counted } = localeOf(name, lang, content).text;
  return `${closed(title)} ${say} ${closed(counted ?? creditFor(name, lang, content).split(' · ')[1] ?? '')}`;
}

/** Every card there is, in the languages on offer, of what may be shown. */
export function cards(content: Content, chapters: readonly ChapterOutline[], gate: Gate): Card[] {
  return [
    coverCard(content),
    ...content.site.value.languages.flatMap((lang) => [
      homeCard(lang, content),
      ...chapters.filter((c) => c.lang === lang).map((c) => chapterCard(c, content, gate)),
      ...figures
        .filter((figure) => gate.figure(figure))
        .flatMap(({ name, steps }) => steps.map((step) => stepCard(name, step, lang, content))),
    ]),
  ];
}
