import type { Problem } from '../lib/problem.ts';
import type { Block, ChapterOutline } from './outline.ts';
import type { Ledger, Rule } from './problems.ts';

type Found = Omit<Problem, 'rule'>;

/** What two lists of ids do not share, said once. */
function compare(place: { file: string; line: number }, what: string, en: readonly string[], fr: readonly string[]): Found[] {
  if (en.join() === fr.join()) return [];
  const missing = en.filter((id) => !fr.includes(id));
  const extra = fr.filter((id) => !en.includes(id));
  const found =
    [
      missing.length && `missing in French: ${missing.slice(0, 5).join(', ')}`,
      extra.length && `only in French: ${extra.slice(0, 5).join(', ')}`,
    ]
      .filter(Boolean)
      .join('; ') || 'the same ids in another order';
  return [
    {
      ...place,
      found: `${what}: ${found}`,
      allowed: 'the same in both languages, in the same order',
      hint: 'A missing translation is a hole in the page: add it, or take the original out.',
    },
  ];
}

/** The same of one thing. */
function same(place: { file: string; line: number }, what: string, en: string, fr: string): Found[] {
  if (en === fr) return [];
  return [
    {
      ...place,
      found: `${what}: ${fr} in French, ${en} in English`,
      allowed: 'the same in both languages',
      hint: 'The two texts are one chapter: readers may change language in the middle.',
    },
  ];
}

function chapters(en: ChapterOutline, fr: ChapterOutline): Found[] {
  const at = { file: fr.file, line: 1 };
  const perBlock = en.blocks.flatMap((block) => {
    // An id that stands twice has no one twin; paragraph-id reports it.
    const [twin, another] = fr.blocks.filter((b) => b.id === block.id);
    if (!twin || another) return [];
    const place = { file: fr.file, line: twin.line };
    const kind = ({ depth }: Block) => (depth ? `heading of level ${depth}` : 'paragraph');
    return [
      ...compare(place, `facts of ${block.id}`, block.facts, twin.facts),
      ...same(place, `place of ${block.id}`, block.inside || 'the open text', twin.inside || 'the open text'),
      ...same(place, block.id, kind(block), kind(twin)),
    ];
  });
  const ids = (list: readonly { id: string }[]) => list.map((x) => x.id);
  const boxes = (c: ChapterOutline) => `${c.boxes.BothSides} BothSides, ${c.boxes.Unknown} Unknown`;
  return [
    ...compare(at, 'paragraphs and headings', ids(en.blocks), ids(fr.blocks)),
    ...compare(
      at,
      'scenes',
      en.scenes.map((s) => s.figure),
      fr.scenes.map((s) => s.figure),
    ),
    ...compare(
      at,
      'steps',
      en.scenes.flatMap((s) => ids(s.steps)),
      fr.scenes.flatMap((s) => ids(s.steps)),
    ),
    ...compare(at, 'terms', ids(en.terms), ids(fr.terms)),
    ...compare(at, 'sides', ids(en.sides), ids(fr.sides)),
    ...compare(at, 'content notes', ids(en.skips), ids(fr.skips)),
    ...same(at, 'boxes', boxes(en), boxes(fr)),
    ...same(at, 'asOf', en.asOf, fr.asOf),
    ...perBlock,
  ];
}

/** Exported for the short versions, which are held to it apart. */
export const chapterParity: Rule = {
  name: 'translation-parity',
  check({ chapters: all }: Ledger) {
    const numbers = [...new Set(all.map((c) => c.number))];
    const twice = all.flatMap((c, i) => {
      const first = all.findIndex((d) => d.number === c.number && d.lang === c.lang);
      if (first === i) return [];
      return [
        {
          file: c.file,
          line: 1,
          found: `chapter ${c.number} again`,
          allowed: 'each number once in a language',
          hint: `It is taken by ${all[first]?.file}.`,
        },
      ];
    });
    const pairs = numbers.flatMap((n) => {
      const [en, fr] = (['en', 'fr'] as const).map((lang) => all.find((c) => c.number === n && c.lang === lang));
      if (en && fr) return chapters(en, fr);
      const one = en ?? fr;
      return [
        {
          file: one?.file ?? '',
          line: 1,
          found: `chapter ${n} in ${one?.lang} only`,
          allowed: 'every chapter in English and French',
          hint: 'Add the other text, with the same ids.',
        },
      ];
    });
    return [...twice, ...pairs];
  },
};

/** A page of plain prose has its twin: the same file name, the same paragraphs. */
const pageParity: Rule = {
  name: 'page-parity',
  check({ pages }) {
    const nameOf = ({ file }: ChapterOutline): string => file.split(/[\\/]/).at(-1) ?? '';
    const [en, fr] = (['en', 'fr'] as const).map((lang) => pages.filter((p) => p.lang === lang));
    return [
      ...compare({ file: 'content/pages/fr', line: 0 }, 'pages', (en ?? []).map(nameOf), (fr ?? []).map(nameOf)),
      ...(en ?? []).flatMap((page) => {
        const twin = fr?.find((p) => nameOf(p) === nameOf(page));
        const ids = (p: ChapterOutline) => p.blocks.map((b) => b.id);
        return twin ? compare({ file: twin.file, line: 1 }, 'paragraphs and headings', ids(page), ids(twin)) : [];
      }),
    ];
  },
};

const wordsParity: Rule = {
  name: 'words-parity',
  check: ({ content, figures }) => {
    const keys = (record: object): string[] => Object.keys(record).sort();
    const { glossary, ui } = content;
    return [
      ...compare({ file: ui.fr.file, line: 1 }, 'interface strings', keys(ui.en.value), keys(ui.fr.value)),
      ...compare({ file: 'content/glossary/fr.yaml', line: 1 }, 'glossary terms', [...glossary.en.keys()], [...glossary.fr.keys()]),
      ...figures.flatMap((figure) => {
        const [en, fr] = (['en', 'fr'] as const).map((lang) => content.figures[lang].get(figure.name));
        const absent = (['en', 'fr'] as const).filter((lang) => !content.figures[lang].has(figure.name));
        if (!en || !fr)
          return absent.map((lang) => ({
            file: `content/figures/${lang}/${figure.name}.yaml`,
            line: 0,
            found: 'no such file',
            allowed: 'the words of every figure in both languages',
            hint: 'Copy the other language’s file and translate it.',
          }));
        return [
          ...compare({ file: fr.file, line: 1 }, 'labels', keys(en.value.labels), keys(fr.value.labels)),
          ...compare({ file: fr.file, line: 1 }, 'table columns', keys(en.value.table.columns), keys(fr.value.table.columns)),
          ...[en, fr].flatMap(({ file, value }) => {
            const told = Object.keys(value.steps);
            return told.join() === figure.steps.join()
              ? []
              : [
                  {
                    file,
                    line: 1,
                    found: `steps ${told.join(', ')}`,
                    allowed: figure.steps.join(', '),
                    hint: 'Every step has its sentence (say), in the figure’s order.',
                  },
                ];
          }),
        ];
      }),
    ];
  },
};

export const parityRules: readonly Rule[] = [chapterParity, pageParity, wordsParity];
