import type { Rule } from './problems.ts';

/** A card travels without its page: where a figure draws how many were killed, it says who counted. */
const cardCounter: Rule = {
  name: 'card-counter',
  check({ content, figures }) {
    const deadly = new Set(
      [...content.facts.values()].flatMap(({ value: f }) => (f.tags.includes('deaths') && f.cell ? [f.cell.series] : [])),
    );
    return figures
      .filter((figure) => figure.series.some((name) => deadly.has(name)))
      .flatMap(({ name }) =>
        (['en', 'fr'] as const).flatMap((lang) => {
          const text = content.figures[lang].get(name);
          if (!text || text.value.counted) return [];
          return [
            {
              file: text.file,
              line: text.line,
              found: `figure ${name} draws numbers of deaths without "counted"`,
              allowed: 'a line "counted" in both languages: who counted',
              hint: 'It stands on every share card of the figure, which travels without the page.',
            },
          ];
        }),
      );
  },
};

export const cardRules: readonly Rule[] = [cardCounter];
