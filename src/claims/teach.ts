/** Reads the teaching pages under `content/teach`: front matter and outline. */
import type { z } from 'astro/zod';
import { teachSchema } from '../content.config.ts';
import type { Lang } from '../scene/types.ts';
import { type ChapterOutline, matterOf, readProse } from './outline.ts';

export type TeachMatter = z.infer<typeof teachSchema> & { lang: Lang };

/** A teaching page: what its head says, and its prose as the audit reads it. */
export interface TeachPage {
  matter: TeachMatter;
  outline: ChapterOutline;
}

/** Every page under `content/teach`. Throws a `ContentError` with the problems of all. */
export const readTeach = (root: string): TeachPage[] =>
  readProse(root, 'teach', teachSchema).map((outline) => ({
    outline,
    matter: { ...teachSchema.parse(matterOf(root, outline.file)), lang: outline.lang },
  }));
