/** Structured data of schema.org. Its shapes are checked by schema-dts as they are typed, and by a validator in the tests. */
import type { DataCatalog, Dataset, NewsArticle, WithContext } from 'schema-dts';
import type { ChapterOutline } from '../claims/outline.ts';
import type { Resource } from '../lib/content.ts';
import type { Lang } from '../scene/types.ts';
import { figureNamed } from './figure.ts';
import { readingMinutes } from './page.ts';
import { fileOf } from './picture.ts';
import { absolute, canonical, LANGS, pathOf, siteContent } from './site.ts';
import { type Sheet, sheetPath, sheets } from './teach.ts';

const CC_BY = 'https://creativecommons.org/licenses/by/4.0/';
const CONTEXT = 'https://schema.org' as const;

/** Who answers for the site: its name and the pages that say how it works. */
function publisher(lang: Lang, site: URL | undefined) {
  const { title } = siteContent().content.site.value;
  const page = (kind: 'corrections' | 'method' | 'about'): string => canonical(pathOf(kind, lang), site);
  return {
    '@type': 'NewsMediaOrganization' as const,
    name: title[lang],
    url: page('about'),
    correctionsPolicy: page('corrections'),
    verificationFactCheckingPolicy: page('method'),
    ethicsPolicy: page('method'),
  };
}

/** A day as a moment: schema.org asks for the time zone. The site's days are those of Bamako, UTC. */
const moment = (day: string): string => `${day}T00:00:00+00:00`;

/** A chapter: an article, and a thing to learn from. */
export function chapterLd(chapter: ChapterOutline, site: URL | undefined): WithContext<NewsArticle> {
  const { content, chapters, gate } = siteContent();
  const head = (field: string): string => chapter.heads.find((h) => h.field === field)?.text ?? '';
  const twin = chapters.find((c) => c.number === chapter.number && c.lang !== chapter.lang);
  const here = canonical(`${chapter.lang}/${chapter.slug}/`, site);
  const there = twin && { '@type': 'NewsArticle' as const, '@id': canonical(`${twin.lang}/${twin.slug}/`, site) };
  // The first figure at its last step of the chapter stands for it.
  const scene = chapter.scenes.find(({ figure }) => gate.figure(figureNamed(figure)));
  const first = scene && { figure: scene.figure, step: scene.steps.at(-1)?.id ?? '' };
  const who = publisher(chapter.lang, site);
  const corrections = [...content.corrections.values()].filter(({ value }) => chapter.facts.some((f) => f.id === value.fact));
  const sources = [...new Set(chapter.facts.flatMap((f) => content.facts.get(f.id)?.value.sources ?? []))];
  const article = {
    '@context': CONTEXT,
    // An array of types is legal JSON-LD that the typings know only one by one.
    '@type': ['NewsArticle', 'LearningResource'] as unknown as 'NewsArticle',
    '@id': here,
    url: here,
    mainEntityOfPage: here,
    headline: head('title'),
    ...(first && { image: absolute(fileOf(chapter.lang, first.figure, first.step, 'wide', 'png'), site) }),
    description: head('description'),
    abstract: head('standfirst'),
    datePublished: moment(chapter.published),
    dateModified: moment(chapter.updated),
    inLanguage: chapter.lang,
    isAccessibleForFree: true,
    license: CC_BY,
    author: [{ '@type': 'Organization' as const, name: who.name, url: who.url }],
    publisher: who,
    accessibilityFeature: ['alternativeText', 'longDescription', 'structuralNavigation', 'displayTransformability'],
    ...learning(chapter.lang, readingMinutes(chapter)),
    educationalUse: 'reading',
    learningResourceType: 'reading',
    // Addresses alone: they stand in the notes of the same page, and compress to nothing.
    citation: sources.flatMap((id) => content.sources.get(id)?.value.URL ?? []),
    ...(there && (chapter.lang === 'fr' ? { translationOfWork: there } : { workTranslation: there })),
    ...(corrections.length && {
      correction: corrections.map(({ value }) => ({
        '@type': 'CorrectionComment' as const,
        text: `${value.says[chapter.lang]} ${value.why[chapter.lang]}`,
        dateCreated: value.date,
      })),
    }),
  };
  return article;
}

/** What every page for learners says of itself (LRMI). The standards are those of the teachers' guide. */
function learning(lang: Lang, minutes: number) {
  const standards = sheets(lang, 'guide')[0]?.standards ?? [];
  return {
    educationalLevel: lang === 'fr' ? 'Lycée, 15 à 19 ans' : 'Secondary school, ages 15 to 19',
    timeRequired: `PT${minutes}M`,
    educationalAlignment: standards.map(({ framework, part, url }) => ({
      '@type': 'AlignmentObject' as const,
      alignmentType: 'teaches',
      educationalFramework: framework,
      targetName: part,
      targetUrl: url,
    })),
  };
}

const RESOURCE = { guide: 'lesson plan', sheet: 'handout', cards: 'role-play', key: 'answer key' } as const;

/** A page for teachers or students. */
export function lessonLd(
  page: Pick<Sheet, 'page' | 'kind' | 'title' | 'standfirst' | 'minutes' | 'updated'>,
  lang: Lang,
  site: URL | undefined,
): object {
  const here = canonical(sheetPath(page.page, lang), site);
  const { '@type': type, name, url } = publisher(lang, site);
  return {
    '@context': CONTEXT,
    '@type': 'LearningResource',
    '@id': here,
    url: here,
    name: page.title,
    description: page.standfirst,
    inLanguage: lang,
    isAccessibleForFree: true,
    license: CC_BY,
    dateModified: moment(page.updated),
    publisher: { '@type': type, name, url },
    learningResourceType: RESOURCE[page.kind],
    audience: { '@type': 'EducationalAudience', educationalRole: page.kind === 'sheet' || page.kind === 'cards' ? 'student' : 'teacher' },
    isPartOf: { '@type': 'LearningResource', '@id': canonical(pathOf('teach', lang), site) },
    ...learning(lang, page.minutes),
  };
}

const SPACE = { '@type': 'Place' as const, name: 'Mali' };

function dataset(r: Resource, lang: Lang, site: URL | undefined): Dataset {
  const { rows } = siteContent().content.series.get(r.name) ?? { rows: [] };
  const days = rows.flatMap((row) => [row.date, row.from, row.to, row.dateEnd]).filter((d): d is string => Boolean(d));
  days.sort();
  const here = canonical(pathOf('data', lang, r.name), site);
  return {
    '@type': 'Dataset',
    '@id': here,
    url: here,
    name: r.title,
    description: `${r.title}: ${r.description}. ${r.sources.map((s) => s.title).join('; ')}.`,
    license: r.licenses[0]?.path ?? canonical(pathOf('about', lang), site),
    creator: { '@type': 'Organization', name: siteContent().content.site.value.title[lang], url: canonical(pathOf('about', lang), site) },
    ...(days.length > 0 && { temporalCoverage: `${days[0]}/${days.at(-1)}` }),
    spatialCoverage: SPACE,
    isAccessibleForFree: true,
    inLanguage: [...LANGS],
    distribution: [{ '@type': 'DataDownload', encodingFormat: 'text/csv', contentUrl: absolute(`data/${r.path}`, site) }],
  };
}

/** One series. */
export const datasetLd = (r: Resource, lang: Lang, site: URL | undefined): object => ({
  '@context': CONTEXT,
  ...(dataset(r, lang, site) as object),
});

/** All series that may go out, together. */
export function catalogLd(lang: Lang, site: URL | undefined): WithContext<DataCatalog> {
  const { content, gate } = siteContent();
  return {
    '@context': CONTEXT,
    '@type': 'DataCatalog',
    '@id': canonical(pathOf('data', lang), site),
    name: content.site.value.title[lang],
    description: content.site.value.sentence[lang],
    license: CC_BY,
    url: canonical(pathOf('data', lang), site),
    dataset: [...content.series.values()]
      .filter(({ resource }) => gate.series(resource.name))
      .map(({ resource }) => dataset(resource, lang, site)),
  };
}
