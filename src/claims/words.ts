import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Content } from '../lib/content.ts';
import type { Lang } from '../scene/types.ts';
import type { ChapterOutline } from './outline.ts';

/** Words the site prints, with their place and language. */
export interface Words {
  file: string;
  line: number;
  lang: Lang;
  text: string;
  /** Said by the site itself, not by somebody it names. */
  ours: boolean;
}

const LANGS = ['en', 'fr'] as const;
type Both = Readonly<Record<Lang, string>>;

/** Every string inside a record, however deep. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value && typeof value === 'object' ? Object.values(value).flatMap(strings) : [];
}

/** The line that first holds these words; 1 where they are folded over several. */
function lineOf(lines: readonly string[], text: string): number {
  const start = text.split('\n')[0]?.slice(0, 30) ?? '';
  return (
    Math.max(
      0,
      lines.findIndex((line) => line.includes(start)),
    ) + 1
  );
}

/** All words of the content that a reader may see; names of actors and titles of sources are theirs, not ours, and stay out. */
export function allWords(content: Content, chapters: readonly ChapterOutline[]): Words[] {
  const pair = (place: { file: string; line: number }, both: Both | undefined, ours: boolean): Words[] =>
    both ? LANGS.map((lang) => ({ file: place.file, line: place.line, lang, text: both[lang], ours })) : [];
  const whole = (file: string, lang: Lang, value: unknown): Words[] => {
    const lines = readFileSync(join(content.root, file), 'utf8').split('\n');
    return strings(value).map((text) => ({ file, line: lineOf(lines, text), lang, text, ours: true }));
  };
  const { site } = content;
  return [
    ...chapters.flatMap(({ file, lang, heads, blocks }) =>
      [...heads, ...blocks].map(({ line, text }) => ({ file, line, lang, text, ours: true })),
    ),
    ...[...content.facts.values()].flatMap((at) => [
      ...pair(at, at.value.claim, true),
      ...pair(at, at.value.note, true),
      ...pair(at, at.value.attributedTo, false),
      ...pair(at, at.value.counterclaim, false),
    ]),
    ...[...content.actors.values()].flatMap((at) => pair(at, at.value.gloss, true)),
    ...[...content.corrections.values()].flatMap((at) =>
      [at.value.said, at.value.says, at.value.why].flatMap((both) => pair(at, both, true)),
    ),
    ...[site.value.title, site.value.sentence].flatMap((both) => pair(site, both, true)),
    ...LANGS.flatMap((lang) => [
      ...[...content.glossary[lang].values()].map(({ file, line, value }) => ({ file, line, lang, text: value.text, ours: true })),
      ...[...content.figures[lang].values()].flatMap(({ file, value }) => whole(file, lang, value)),
      ...whole(content.ui[lang].file, lang, content.ui[lang].value),
    ]),
    ...[...content.series.values()].flatMap((series) =>
      series.rows.flatMap((row, i) =>
        LANGS.flatMap((lang) =>
          ['label', 'counter'].flatMap((column) => {
            const text = row[`${column}_${lang}`];
            return text ? [{ file: series.file, line: series.lineOf(i), lang, text, ours: true }] : [];
          }),
        ),
      ),
    ),
  ];
}
