/** A new chapter in both languages, around one figure: pure, names in, paths and texts out. */
import type { File } from './scaffold.ts';

export interface ChapterNames {
  number: number;
  slugs: Readonly<Record<'en' | 'fr', string>>;
  figure: string;
  steps: readonly string[];
  /** ISO day. */
  today: string;
}

/** Words for people, in both languages. */
export const WORDS = {
  en: {
    title: 'A new chapter',
    question: 'Which question does it answer?',
    standfirst: 'Say in two sentences what a reader will know at its end.',
    description: 'For search results and cards: say here in one line what this chapter tells.',
    open: 'Begin with a place and a moment.',
    head: 'The first part',
    step: 'Say what this step shows, in one idea.',
    side: 'What this side says, with who says it and when.',
    unknown: 'Say what nobody has established.',
  },
  fr: {
    title: 'Un nouveau chapitre',
    question: 'À quelle question répond-il ?',
    standfirst: 'Dire en deux phrases ce que le lecteur saura à la fin.',
    description: 'Pour les moteurs de recherche et les cartes : dire ici en une ligne ce que raconte ce chapitre.',
    open: 'Commencer par un lieu et un moment.',
    head: 'La première partie',
    step: 'Dire ce que montre cette étape, en une idée.',
    side: 'Ce que dit cette partie, avec qui le dit et quand.',
    unknown: 'Dire ce que personne n’a établi.',
  },
} as const;

/** The two MDX files. Paragraph ids are those of a first draft: once published they stay. */
export function chapterFiles({ number, slugs, figure, steps, today }: ChapterNames): File[] {
  return (['en', 'fr'] as const).map((lang) => {
    const w = WORDS[lang];
    const told = steps.map((step, i) => `<Step id="${step}">\n\n${w.step} ^p${String(i + 2).padStart(2, '0')}\n\n</Step>`).join('\n');
    const next = (i: number): string => `p${String(steps.length + 1 + i).padStart(2, '0')}`;
    return {
      path: `content/chapters/${lang}/${String(number).padStart(2, '0')}-${slugs[lang]}.mdx`,
      text: `---
number: ${number}
slug: ${slugs[lang]}
title: '${w.title}'
question: '${w.question}'
standfirst: '${w.standfirst}'
description: '${w.description}'
published: '${today}'
updated: '${today}'
asOf: '${today}'
---

${w.open} ^p01

## ${w.head} ^h-first

<Scene figure="${figure}">
${told}
</Scene>

<BothSides>
<Side who="state">

${w.side} ^${next(1)}

</Side>
</BothSides>

<Unknown>

${w.unknown} ^${next(2)}

</Unknown>
`,
    };
  });
}
