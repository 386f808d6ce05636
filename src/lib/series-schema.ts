/** Series and their descriptor, after the Data Package specification. */
import { z } from 'astro/zod';
import { day, id, web } from './fields.ts';

/** Field of a series, after the Data Package specification (datapackage.org, version 2). */
const fieldSchema = z.strictObject({
  name: z.string(),
  type: z.enum(['string', 'integer', 'number', 'date', 'year', 'any']),
  title: z.string().optional(),
  description: z.string().min(1),
  unit: z.string().optional(),
  constraints: z
    .strictObject({
      required: z.boolean().optional(),
      unique: z.boolean().optional(),
      enum: z.array(z.string()).optional(),
      minimum: z.number().optional(),
      maximum: z.number().optional(),
    })
    .optional(),
});
export const resourceSchema = z.strictObject({
  name: id,
  path: z.string().regex(/^[a-z0-9-]+\.csv$/, 'the name of a CSV file in content/series'),
  title: z.string().min(1),
  description: z.string().min(1),
  type: z.literal('table'),
  format: z.literal('csv'),
  mediatype: z.literal('text/csv'),
  encoding: z.literal('utf-8'),
  schema: z.strictObject({ fields: z.array(fieldSchema).min(1), primaryKey: z.string(), missingValues: z.array(z.string()).length(1) }),
  licenses: z.array(z.strictObject({ name: z.string(), title: z.string(), path: web.optional() })).min(1),
  /** Who the numbers come from, in words; the rows carry source ids. */
  sources: z.array(z.strictObject({ title: z.string(), path: web.optional() })).min(1),
  /** Whether a commercial host may show and pass on this series. */
  commercialUse: z.boolean(),
  asOf: day,
});
export const packageSchema = z.looseObject({
  $schema: z.url(),
  name: id,
  title: z.string(),
  resources: z.array(resourceSchema).min(1),
});
