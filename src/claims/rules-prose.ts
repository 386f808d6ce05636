import { countWords } from './outline.ts';
import { type Rule, unknown } from './problems.ts';

const MONTHS =
  'January|February|March|April|May|June|July|August|September|October|November|December|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre';
/** What digits in prose may be without a fact: days of a month, years, ordinals of days and centuries. */
const ALLOWED = [
  new RegExp(`\\b(?:\\d{1,2}(?:er)?(?:\\s?[–-]\\s?|\\s+(?:and|et|to|au)\\s+))?\\d{1,2}(?:er)?\\s+(?:${MONTHS})\\b`, 'g'),
  /\b(?:19|20)\d\d(?:[–-](?:19|20)?\d\d)?\b/g,
  /\b(?:the|le|au)\s+\d{1,2}(?:st|nd|rd|th|er)?(?=[\s.,;:)]|$)/gi,
  /\b[XVI]+e?\b/g,
];
const WORDS = /\b(?:hundreds?|thousands?|millions?|billions?|dozens?|cents?|mille|milliers?|milliards?|centaines?|douzaines?)\b/i;

const nakedNumber: Rule = {
  name: 'naked-number',
  check: ({ chapters }) =>
    chapters.flatMap(({ file, blocks }) =>
      blocks.flatMap(({ line, bare }) => {
        const rest = ALLOWED.reduce((text, pattern) => text.replace(pattern, ' '), bare);
        const found = /\d[\d.,\u202f\u00a0]*/.exec(rest)?.[0] ?? WORDS.exec(rest)?.[0];
        if (!found) return [];
        return [
          {
            file,
            line,
            found: `"${found}" in: ${bare.slice(0, 80)}`,
            allowed: 'years, dates and list numbers; any other number through <Fact id="…" />',
            hint: 'Give the number a record in content/facts and print it with <Fact>.',
          },
        ];
      }),
    ),
};

const unknownIds: Rule = {
  name: 'unknown-id',
  check: ({ content, chapters }) =>
    chapters.flatMap(({ file, lang, facts, terms, sides, skips, components, blocks }) => {
      const ids = blocks.map((b) => b.id);
      const at = (line: number) => ({ file, line });
      const known = ['Scene', 'Step', 'Fact', 'Cite', 'Term', 'BothSides', 'Side', 'Unknown', 'ContentNote'];
      return [
        ...facts.filter((f) => !content.facts.has(f.id)).map((f) => unknown(at(f.line), 'fact', f.id, content.facts.keys())),
        ...terms
          .filter((t) => !content.glossary[lang].has(t.id))
          .map((t) => unknown(at(t.line), 'term', t.id, content.glossary[lang].keys())),
        ...sides.filter((s) => !content.actors.has(s.id)).map((s) => unknown(at(s.line), 'actor', s.id, content.actors.keys())),
        ...skips.filter((s) => !ids.includes(s.id)).map((s) => unknown(at(s.line), 'paragraph', s.id, ids)),
        ...components.filter((c) => !known.includes(c.id)).map((c) => unknown(at(c.line), 'component', c.id, known)),
      ];
    }),
};

/** A Fact that prints a number needs one; a Fact around words does not. */
const factWithoutNumber: Rule = {
  name: 'fact-without-number',
  check: ({ content, chapters }) =>
    chapters.flatMap(({ file, facts }) =>
      facts.flatMap((use) => {
        const fact = content.facts.get(use.id)?.value;
        if (use.via !== 'Fact' || use.words || !fact || fact.unit) return [];
        return [
          {
            file,
            line: use.line,
            found: `<Fact id="${use.id}" />, a claim without a number`,
            allowed: 'a fact with value, low, high or cell, and a unit',
            hint: `Use <Cite ids="${use.id}" />, or put words inside the Fact.`,
          },
        ];
      }),
    ),
};

const paragraphIds: Rule = {
  name: 'paragraph-id',
  check: ({ chapters }) =>
    chapters.flatMap(({ file, blocks, scenes }) => {
      const seen = new Map<string, number>();
      const steps = scenes.flatMap((s) => s.steps);
      return [...blocks, ...steps].flatMap(({ id, line }) => {
        const first = seen.get(id);
        if (id) seen.set(id, first ?? line);
        if (!id)
          return [
            {
              file,
              line,
              found: 'a paragraph or heading without id',
              allowed: 'a permanent id at its end, such as ^p12',
              hint: 'Give it the next free number; never renumber the others.',
            },
          ];
        return first === undefined
          ? []
          : [{ file, line, found: `id "${id}" again`, allowed: 'each id once', hint: `It stands first on line ${first}.` }];
      });
    }),
};

const scenes: Rule = {
  name: 'scene',
  check: ({ chapters, figures }) =>
    chapters.flatMap(({ file, scenes: used }) =>
      used.flatMap(({ figure: name, line, steps }) => {
        const figure = figures.find((f) => f.name === name);
        if (!figure)
          return [
            unknown(
              { file, line },
              'figure',
              name,
              figures.map((f) => f.name),
            ),
          ];
        const strange = steps.filter((s) => !figure.steps.includes(s.id));
        if (strange.length) return strange.map((s) => unknown({ file, line: s.line }, 'step', s.id, figure.steps));
        const told = steps.map((s) => s.id);
        if (told.join() === figure.steps.join()) return [];
        return [
          {
            file,
            line,
            found: `steps ${told.join(', ')}`,
            allowed: figure.steps.join(', '),
            hint: 'Every step of a figure is told once, in the figure’s order.',
          },
        ];
      }),
    ),
};

/** Words our own voice does not use of people or groups (EDITORIAL: describe, or attribute). */
const LABELS =
  /\b(terrorist|terrorists|terroriste|terroristes|mercenary|mercenaries|mercenaire|mercenaires|junta|juntas|junte|regime|régime|so-called|soi-disant)\b/i;
const unquoted = (text: string): string => text.replace(/“[^”]*”|"[^"]*"|«[^»]*»/g, ' ');

const ownVoice: Rule = {
  name: 'own-voice',
  check({ content, chapters }) {
    const label = (file: string, line: number, text: string) => {
      const found = LABELS.exec(unquoted(text))?.[0];
      return found
        ? [
            {
              file,
              line,
              found: `"${found}" in our own voice: ${text.slice(0, 70)}`,
              allowed: 'a description, an attribution, or the word inside quotation marks',
              hint: 'Say what they are or did, or who calls them that.',
            },
          ]
        : [];
    };
    return [
      ...chapters.flatMap((c) => c.blocks.flatMap((b) => label(c.file, b.line, b.text))),
      ...[...content.facts.values()].flatMap(({ file, line, value }) => [
        ...label(file, line, value.claim.en),
        ...label(file, line, value.claim.fr),
      ]),
      ...(['en', 'fr'] as const).flatMap((lang) =>
        [...content.figures[lang].values()].flatMap(({ file, value }) => label(file, 0, JSON.stringify(value).replace(/"/g, ' '))),
      ),
    ];
  },
};

/** The longest sentence a reader on a phone is asked to hold. */
const LONGEST = 35;
const longSentence: Rule = {
  name: 'long-sentence',
  check: ({ chapters }) =>
    chapters.flatMap(({ file, blocks }) =>
      blocks.flatMap(({ line, text }) =>
        sentences(text)
          .filter((s) => countWords(s) > LONGEST)
          .map((s) => ({
            file,
            line,
            found: `${countWords(s)} words: ${s.slice(0, 70)}…`,
            allowed: `at most ${LONGEST} words a sentence`,
            hint: 'Make two sentences of it.',
          })),
      ),
    ),
};

/** Sentences of a paragraph; good enough for prose without abbreviations. */
export const sentences = (text: string): string[] => text.split(/(?<=[.!?…])\s+(?=[«“\p{Lu}])/u).filter((s) => /\p{L}/u.test(s));

export const proseRules: readonly Rule[] = [nakedNumber, unknownIds, factWithoutNumber, paragraphIds, scenes, ownVoice, longSentence];
