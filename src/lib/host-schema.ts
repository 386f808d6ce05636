/** What the house that hosts the site may say of itself, and what the site says of itself. */
import { z } from 'astro/zod';
import { both, day, https } from './fields.ts';

const hex = z.string().regex(/^#[0-9a-f]{6}$/, 'a colour as # and six digits of 0-9 and a-f, such as "#8a4b08"');
/** Colours of one theme; what is left out stays as it is. Contrast is measured at build (site/brand.ts). */
const palette = z.strictObject({
  /** Background of the page. */
  paper: hex.optional(),
  /** Background of the land on maps and of boxes. */
  raised: hex.optional(),
  /** Words. */
  ink: hex.optional(),
  /** Words of less weight: dates, sources. */
  soft: hex.optional(),
  /** The one warm colour: chapter numbers, the step being read. */
  accent: hex.optional(),
  link: hex.optional(),
  /** Hairlines. */
  rule: hex.optional(),
});
/** The house that hosts the site: how it looks and what it adds. Everything may be left out. */
export const brandSchema = z.strictObject({
  /** The house's name, at the top of every page. */
  name: z.string().min(1).max(60).optional(),
  /** Where the name leads. */
  home: https.optional(),
  /**
   * Its logo, shown in front of the name, 28 pixels high: an SVG under `content/` or `public/`, or beside this file. Plain
   * shapes, without script, style or anything from elsewhere.
   */
  logo: z
    .string()
    .regex(/^(?:[\w-]+\/)*[\w-][\w.-]*\.svg$/, 'the path of an SVG, such as content/brand/logo.svg')
    .optional(),
  colours: z.strictObject({ light: palette.default({}), dark: palette.default({}) }).default({ light: {}, dark: {} }),
  /** `gentium` comes with the site; `serif` and `sans` are what the reader's device has. */
  fonts: z
    .strictObject({ text: z.enum(['gentium', 'serif', 'sans']).default('gentium'), labels: z.enum(['sans', 'serif']).default('sans') })
    .default({ text: 'gentium', labels: 'sans' }),
  /** A line at the foot of every page; it stays in a copy without a brand. */
  credit: both.optional(),
  /** Links of the house, at the foot of every page: legal notice, contact, privacy. */
  links: z
    .array(z.strictObject({ label: both, url: https }))
    .max(6)
    .default([]),
  /** Where somebody who finds a hole in the site's security can say so, in confidence: it becomes security.txt (RFC 9116). */
  security: z
    .string()
    .regex(/^(?:https:\/\/|mailto:)\S+$/, 'an address that begins with https:// or mailto:')
    .optional(),
});

const original = https.refine((address) => /^[^?#]*\/$/.test(address), 'the full address of the cover, with a slash at its end');
const languages = z
  .array(z.enum(['en', 'fr']))
  .min(1)
  .refine((list) => new Set(list).size === list.length, 'each language once');

/** What differs from house to house. A file of its own (`HOST_FILE`) may hold any of it, in place of content/site.yaml. */
export const hostSchema = z.strictObject({
  original: original.exactOptional(),
  languages: languages.exactOptional(),
  brand: brandSchema.exactOptional(),
});

export const siteSchema = z.strictObject({
  /** Where the site lives; a mirror (`MIRROR=1`) points there. */
  original: original.optional(),
  /** Languages on offer; of one that is left out nothing is built. */
  languages: languages.default(['en', 'fr']),
  brand: brandSchema.prefault({}),
  title: both,
  sentence: both,
  /** The last day the story can speak for. */
  horizon: day,
  /** The last event told, which may be thinner than the horizon suggests. */
  lastReport: day,
  repository: z.string().optional(),
  licence: z.strictObject({ text: z.string(), code: z.string() }),
  /** The day of this edition; citations carry it beside the version of package.json. */
  edition: day,
});
