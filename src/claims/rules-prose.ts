import { type Rule, unknown } from './problems.ts';
import { digits } from './rules-ledger.ts';

const MONTHS =
  'January|February|March|April|May|June|July|August|September|October|November|December|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre';
const DAY = '(?:[12]?\\d|3[01]|0[1-9])(?:er)?';
/** What digits in prose may be without a fact: days of a month, years and decades, ordinals. */
const ALLOWED = [
  new RegExp(`\\b(?:${DAY}(?:\\s?[–-]\\s?|\\s+(?:and|or|et|ou|to|au)\\s+(?:le\\s+)?))*${DAY}\\s+(?:${MONTHS})\\b`, 'g'),
  /\b(?:19|20)\d\d(?:s|[–-](?:19|20)?\d\d)?\b/g,
  /\b\d{1,2}(?:st|nd|rd|th|er|ère|e)(?!\p{L})/gu,
  // Names with a digit in them: a licence, a standard, a library.
  /(?:Creative Commons Attribution|CC BY|Content Accessibility Guidelines|\(WCAG\)) \d\.\d\b|\b[Dd]3(?:-[a-z]+)?\b/g,
  // "Le 31, les rebelles": a day whose month has just been named. A number before a noun counts something.
  new RegExp(`\\b(?:le|du|au) ${DAY}(?=[,.;:!?)]|$)`, 'gi'),
];
const WORDS =
  /(?<!\p{L})(?:hundreds?|thousands?|millions?|billions?|dozens?|cents?|mille|milliers?|milliards?|centaines?|douzaines?)(?!\p{L})/iu;
const withoutDates = (text: string, more: readonly RegExp[] = []): string =>
  [...ALLOWED, ...more].reduce((rest, pattern) => rest.replace(pattern, ' '), text);

/** `more`: what digits may be besides, on pages of another kind. */
export const nakedNumber = (more: readonly RegExp[] = []): Rule => ({
  name: 'naked-number',
  check: ({ chapters, pages }) =>
    [...chapters, ...pages].flatMap(({ file, heads, blocks }) =>
      [...heads.map(({ line, text }) => ({ line, bare: text })), ...blocks].flatMap(({ line, bare }) => {
        const rest = withoutDates(bare, more);
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
});

/** A Fact around the author's own words may say no other number than its claim. */
const factWords: Rule = {
  name: 'fact-words',
  check: ({ content, chapters }) =>
    chapters.flatMap(({ file, lang, facts }) =>
      facts.flatMap(({ id, line, words }) => {
        const claim = content.facts.get(id)?.value.claim[lang];
        if (!claim) return [];
        const said = digits(claim);
        const strange = digits(withoutDates(words)).filter((n) => !said.includes(n));
        return strange.length
          ? [
              {
                file,
                line,
                found: `${strange.join(', ')} in <Fact id="${id}">${words}</Fact>`,
                allowed: `the numbers of its claim: ${said.join(', ') || 'none'}`,
                hint: 'The note would contradict the sentence; mend one or the other.',
              },
            ]
          : [];
      }),
    ),
};

/** Only prose and components: what an expression prints, no rule can read. */
const proseOnly: Rule = {
  name: 'prose-only',
  check: ({ chapters, pages }) =>
    [...chapters, ...pages].flatMap(({ file, code }) =>
      code.map(({ id, line }) => ({
        file,
        line,
        found: `code: ${id.slice(0, 60)}`,
        allowed: 'prose and the components of docs/editing.md',
        hint: 'Write the words out, and numbers through <Fact>; a comment {/* … */} may stand.',
      })),
    ),
};

/** A link leads to a public page or to a paragraph; never to a script, a file of somebody's machine, or a host's own paths. */
const linkTarget: Rule = {
  name: 'link-target',
  check: ({ chapters, pages }) =>
    [...chapters, ...pages].flatMap(({ file, links }) =>
      links
        .filter(({ id }) => !/^(?:https:\/\/[^\s]+|#[a-z][a-z0-9-]*)$/.test(id))
        .map(({ id, line }) => ({
          file,
          line,
          found: `a link to "${id.slice(0, 60)}"`,
          allowed: 'https://… or #paragraph',
          hint: 'Sources are cited by <Cite>, other chapters by <ChapterLink>.',
        })),
    ),
};

/** Components an author may use, and their attributes; a list where only some values are allowed. */
export type Components = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
export const COMPONENTS: Components = {
  Scene: { figure: [] },
  Step: { id: [] },
  Fact: { id: [], show: ['unit', 'number'] },
  Cite: { ids: [] },
  Term: { id: [] },
  BothSides: {},
  Side: { who: [] },
  Unknown: {},
  ContentNote: { skip: [] },
  ChapterLink: { number: [] },
};

export const unknownIds = (components: Components): Rule => ({
  name: 'unknown-id',
  check: ({ content, chapters, pages }) => [
    // Pages of plain prose have none.
    ...pages.flatMap(({ file, components: used }) => used.map(({ id, line }) => unknown({ file, line }, 'component', id, []))),
    ...chapters.flatMap(({ file, lang, facts, terms, sides, skips, components: used, blocks }) => {
      const ids = blocks.map((b) => b.id);
      const at = (line: number) => ({ file, line });
      const known = Object.keys(components);
      return [
        ...facts.filter((f) => !content.facts.has(f.id)).map((f) => unknown(at(f.line), 'fact', f.id, content.facts.keys())),
        ...terms
          .filter((t) => !content.glossary[lang].has(t.id))
          .map((t) => unknown(at(t.line), 'term', t.id, content.glossary[lang].keys())),
        ...sides.filter((s) => !content.actors.has(s.id)).map((s) => unknown(at(s.line), 'actor', s.id, content.actors.keys())),
        ...skips.filter((s) => !ids.includes(s.id)).map((s) => unknown(at(s.line), 'paragraph', s.id, ids)),
        ...used.flatMap(({ id, line, attributes }) => {
          const own = Object.hasOwn(components, id) ? components[id] : undefined;
          if (!own) return [unknown(at(line), 'component', id, known)];
          return Object.entries(attributes).flatMap(([name, value]) => {
            const values = Object.hasOwn(own, name) ? own[name] : undefined;
            if (!values) return [unknown(at(line), `attribute of ${id}`, name, Object.keys(own))];
            return values.length && !values.includes(value) ? [unknown(at(line), `${name} of ${id}`, value, values)] : [];
          });
        }),
      ];
    }),
  ],
});

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

/** What holds for prose of every kind that prints claims. */
export const claimRules: readonly Rule[] = [factWords, proseOnly, linkTarget, factWithoutNumber];

export const proseRules: readonly Rule[] = [nakedNumber(), unknownIds(COMPONENTS), ...claimRules, paragraphIds, scenes];
