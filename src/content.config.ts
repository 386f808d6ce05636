/**
 * The one map of all content: where each kind lives under `content/`, and the shape it must have.
 * Astro reads `collections`; the audit, the figures and the tests read the same `schemas` through
 * `lib/content.ts`, so prose and data are held to one set of rules.
 */
import { defineCollection } from 'astro/content/config';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { both, day, id, partialDate, quantity, web } from './lib/fields.ts';
import { siteSchema } from './lib/host-schema.ts';
import { packageSchema } from './lib/series-schema.ts';

const status = z.enum(['established', 'reported', 'alleged', 'disputed', 'estimate']);

/** One claim that a reader could doubt. */
export const factSchema = z.strictObject({
  id,
  /** When it happened, or the start of the period it speaks of. */
  date: partialDate,
  dateEnd: partialDate.optional(),
  /** Place ids of `places.csv`. */
  places: z.array(id).default([]),
  /** It happened on that date: the timeline tells it. A count or a state of things does not. */
  event: z.boolean().default(false),
  /** Actor ids of `actors.yaml`: who acts in it, or of whom it is said. */
  actors: z.array(id).default([]),
  /** What is claimed, one sentence, with its date and numbers. */
  claim: both,
  value: quantity.optional(),
  low: quantity.optional(),
  high: quantity.optional(),
  /** A cell of a series instead of a typed value, so that prose and chart cannot disagree. */
  cell: z.strictObject({ series: id, row: id, field: z.string() }).optional(),
  /** Unit id of `units.yaml`; required with a number. */
  unit: id.optional(),
  /** How the number is qualified when printed. */
  qualifier: z.enum(['exact', 'about', 'at-least', 'more-than']).default('exact'),
  status,
  /** Who says so; required unless established. */
  attributedTo: both.optional(),
  /** What the other side says; required where alleged or disputed. */
  counterclaim: both.optional(),
  /** A limit of the claim that its note should state. */
  note: both.optional(),
  /** Ids of `sources/*.json`. */
  sources: z.array(id).min(1),
  /** The date the claim was last checked against its sources. */
  asOf: day,
  /** `deaths` asks for who counted; the note then prints it. */
  tags: z.array(z.enum(['deaths'])).default([]),
});

const nameSchema = z.looseObject({ literal: z.string().optional(), family: z.string().optional(), given: z.string().optional() });

/** A source as CSL-JSON. `custom.read` says how well it is known to us. */
export const sourceSchema = z.strictObject({
  id,
  type: z.enum([
    'article-newspaper',
    'article-journal',
    'article',
    'webpage',
    'report',
    'dataset',
    'book',
    'chapter',
    'legislation',
    'speech',
    'treaty',
    'broadcast',
    'post',
    'post-weblog',
    'document',
    'entry-encyclopedia',
  ]),
  title: z.string().min(1),
  author: z.array(nameSchema).optional(),
  publisher: z.string().min(1),
  'container-title': z.string().optional(),
  issued: z.strictObject({ 'date-parts': z.array(z.array(z.number().int()).min(1).max(3)).min(1).max(2) }).optional(),
  accessed: z.strictObject({ 'date-parts': z.array(z.array(z.number().int()).min(1).max(3)).length(1) }).optional(),
  URL: web.optional(),
  archive: z.string().optional(),
  language: z.string().min(2),
  custom: z.strictObject({
    /** read in full or in part · read only through a text that carries it · not re-read */
    read: z.enum(['read', 'secondary', 'known']),
    /** It is the thing itself (a text adopted, a count by those who count, words of the one who said them), also where another site carries it. */
    primary: z.literal(true).optional(),
    /** Ids that this page had in earlier editions: links to them lead here. */
    formerly: z.array(id).min(1).optional(),
    /** A line for the reader, such as the wire an outlet carried. */
    note: z.string().optional(),
  }),
});

const leader = z.strictObject({
  name: both,
  role: both,
  from: partialDate.optional(),
  to: partialDate.optional(),
  sources: z.array(id).min(1),
});

export const actorSchema = z.strictObject({
  id,
  /** Full name, as the actor calls itself. */
  selfName: both,
  /** What this site prints in figures and on second mention. */
  short: both,
  /** One plain sentence: who they are. */
  gloss: both,
  /** Names opponents use, with who uses them. */
  othersSay: both.optional(),
  /** When it was founded, and when it ended, as far as the sources say. */
  from: partialDate.optional(),
  to: partialDate.optional(),
  /** Public figures in public roles, and nobody else. */
  leaders: z.array(leader).default([]),
  tone: z.enum(['state', 'russia', 'azawad', 'jnim', 'is', 'un', 'france', 'algeria', 'civilians']),
  sources: z.array(id).min(1),
});

/** A coordinate as a CSV writes it. An empty cell is no place off the coast of Africa. */
const degrees = (most: number) =>
  z
    .string()
    .regex(/^-?\d{1,3}(?:\.\d+)?$/, 'a number of degrees with a decimal point')
    .transform(Number)
    .pipe(z.number().min(-most).max(most));
export const placeSchema = z.object({
  id,
  name_en: z.string().min(1),
  name_fr: z.string().min(1),
  kind: z.string().min(1),
  region: z.string(),
  lat: degrees(90),
  lon: degrees(180),
  source: z.string().min(1),
  note: z.string(),
});

/** Forms of a unit; `{n}` stands for the number. French takes `one` for 0 and 1, English for 1. */
const forms = z.strictObject({ one: z.string().includes('{n}'), other: z.string().includes('{n}') });
export const unitSchema = z.strictObject({ id, en: forms, fr: forms });

/** At most 40 words a term: a note, not an article. */
export const glossarySchema = z.strictObject({
  id,
  term: z.string().min(1),
  /** How to say it, in plain letters. */
  say: z.string().optional(),
  text: z.string().refine((s) => s.split(/\s+/).length <= 40, 'at most 40 words'),
});

/** A stretch of the story, by which the timeline is grouped; it lasts until the next one begins. */
export const phaseSchema = z.strictObject({ id, from: day, title: both });

export const uiSchema = z.record(z.string(), z.string().min(1));

export const correctionSchema = z.strictObject({
  id,
  date: day,
  /** The fact whose value changed, if it was a fact. */
  fact: id.optional(),
  said: both,
  says: both,
  why: both,
});

export const figureTextSchema = z.strictObject({
  title: z.string().min(1).max(48, 'at most 48 characters: one line of a phone'),
  subtitle: z.string().min(1).max(60, 'at most 60 characters'),
  description: z.string().min(40),
  note: z.string().min(1),
  /** Who counted, where the picture says how many were killed: it stands on every card of the figure. */
  counted: z.string().min(10).max(125).optional(),
  steps: z.record(id, z.strictObject({ say: z.string().min(10).max(240) })),
  labels: z.record(z.string(), z.string()),
  table: z.strictObject({ caption: z.string().min(1), columns: z.record(z.string(), z.string().min(1)) }),
});

export const chapterSchema = z.strictObject({
  /** Its place in the story, from 1 on without a gap. */
  number: z.number().int().min(1).max(999),
  slug: id,
  title: z.string().min(1),
  question: z.string().min(1),
  standfirst: z.string().min(1),
  /** For search results and cards, at most 155 characters. */
  description: z.string().min(50).max(155),
  published: day,
  updated: day,
  /** Events are told up to this day. */
  asOf: day,
});

/** A chapter told in about 250 plain words; its title and questions are the chapter's own. */
export const shortSchema = z.strictObject({ number: z.number().int().min(1).max(999), updated: day });

/** A page for teachers and students: the guide, a student's sheet, role cards, the answer key. */
export const teachSchema = z.strictObject({
  /** Which page it is; the same in both languages. */
  page: id,
  /** `sheet` and `cards` go to students and lead to no answers; `key` is for teachers. */
  kind: z.enum(['guide', 'sheet', 'cards', 'key']),
  /** Its address under the guide; the guide has none. */
  slug: id.optional(),
  title: z.string().min(1),
  standfirst: z.string().min(1).max(200),
  /** How long it takes in class. */
  minutes: z.number().int().min(5).max(180),
  updated: day,
  /** Standards whose wording was checked; `part` is the code or theme. Only the guide names them. */
  standards: z.array(z.strictObject({ framework: z.string().min(1), part: z.string().min(1), url: web })).optional(),
  /** How to mark: three levels a criterion. Only the guide has one. */
  rubric: z.array(z.strictObject({ criterion: z.string().min(1), levels: z.array(z.string().min(1)).length(3) })).optional(),
});

/** A page of plain prose beside the chapters: method, about, accessibility. */
export const pageSchema = z.strictObject({
  /** Which page it is; the key of `EXTRA_PAGES`. */
  page: id,
  title: z.string().min(1),
  standfirst: z.string().min(1).max(200),
  updated: day,
});

/** Kind of content -> files, schema. `list`: a file holds many records; `one`: a file is one record. */
export const contentMap = {
  facts: { path: 'facts', ext: 'yaml', shape: 'list', schema: factSchema },
  sources: { path: 'sources', ext: 'json', shape: 'list', schema: sourceSchema },
  actors: { path: 'actors.yaml', ext: 'yaml', shape: 'list', schema: actorSchema },
  units: { path: 'units.yaml', ext: 'yaml', shape: 'list', schema: unitSchema },
  places: { path: 'places.csv', ext: 'csv', shape: 'list', schema: placeSchema },
  corrections: { path: 'corrections.yaml', ext: 'yaml', shape: 'list', schema: correctionSchema },
  phases: { path: 'phases.yaml', ext: 'yaml', shape: 'list', schema: phaseSchema },
  glossaryEn: { path: 'glossary/en.yaml', ext: 'yaml', shape: 'list', schema: glossarySchema },
  glossaryFr: { path: 'glossary/fr.yaml', ext: 'yaml', shape: 'list', schema: glossarySchema },
  uiEn: { path: 'ui/en.yaml', ext: 'yaml', shape: 'one', schema: uiSchema },
  uiFr: { path: 'ui/fr.yaml', ext: 'yaml', shape: 'one', schema: uiSchema },
  figuresEn: { path: 'figures/en', ext: 'yaml', shape: 'one', schema: figureTextSchema },
  figuresFr: { path: 'figures/fr', ext: 'yaml', shape: 'one', schema: figureTextSchema },
  site: { path: 'site.yaml', ext: 'yaml', shape: 'one', schema: siteSchema },
  series: { path: 'series/datapackage.json', ext: 'json', shape: 'one', schema: packageSchema },
} as const;

/** What pages ask Astro for: prose. Everything else they reach through the ledger, read by `lib/content.ts`. */
export const collections = {
  chapters: defineCollection({
    loader: glob({ pattern: '*/*.mdx', base: './content/chapters', generateId: ({ entry }) => entry.replace(/\.mdx$/, '') }),
    schema: chapterSchema,
  }),
  short: defineCollection({
    loader: glob({ pattern: '*/*.mdx', base: './content/short', generateId: ({ entry }) => entry.replace(/\.mdx$/, '') }),
    schema: shortSchema,
  }),
  teach: defineCollection({
    loader: glob({ pattern: '*/*.mdx', base: './content/teach', generateId: ({ entry }) => entry.replace(/\.mdx$/, '') }),
    schema: teachSchema,
  }),
  pages: defineCollection({
    loader: glob({ pattern: '*/*.mdx', base: './content/pages', generateId: ({ entry }) => entry.replace(/\.mdx$/, '') }),
    schema: pageSchema,
  }),
};
