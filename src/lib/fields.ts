/** What the fields of all records are made of. */
import { z } from 'astro/zod';
import { isPartialDate } from './days.ts';

/** It becomes the name of files, so it keeps well within what file systems take. */
export const id = z
  .string()
  .max(80, 'at most 80 characters')
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'lower-case words joined by hyphens');
/** A year, a month or a day: as exact as the source is, no more. */
export const partialDate = z.string().refine(isPartialDate, 'YYYY, YYYY-MM or YYYY-MM-DD, a day there is');
export const day = z.string().refine((text) => text.length === 10 && isPartialDate(text), 'YYYY-MM-DD, a day there is');
/** A number a reader can take in: more is a slip of the keyboard. */
export const quantity = z.number().min(-1e12).max(1e12);
/** The same words in both languages; neither may be empty. */
export const both = z.strictObject({ en: z.string().min(1), fr: z.string().min(1) });
/** A public address. Anything else a browser would follow (`javascript:`, `data:`, `file:`) is refused. */
export const web = z.url({ protocol: /^https?$/, error: 'an address that begins with https:// or http://' });
export const https = z.url({ protocol: /^https$/, error: 'an address that begins with https://' });
