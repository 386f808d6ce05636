/** The sentence of a step says what its figure shows, and a figure has the words it prints. */
import { describe, expect, it } from 'vitest';
import { type Content, readContent } from '../../src/lib/content.ts';
import { printProblem } from '../../src/lib/problem.ts';
import { figureWords } from '../../src/site/figure-words.ts';

const whole = readContent('.');
/** The site's content with one cell of one row changed. */
function withCell(series: string, id: string, cell: string, value: string): Content {
  const old = whole.series.get(series);
  if (!old) throw new Error(`no series ${series}`);
  const rows = old.rows.map((row) => (row.id === id ? { ...row, [cell]: value } : row));
  return { ...whole, series: new Map([...whole.series, [series, { ...old, rows }]]) };
}
/** The site's content with the English words of a figure changed. */
function withWords(figure: string, change: (text: never) => object): Content {
  const old = whole.figures.en.get(figure);
  if (!old) throw new Error(`no words for ${figure}`);
  const en = new Map([...whole.figures.en, [figure, { ...old, value: change(old.value as never) as never }]]);
  return { ...whole, figures: { ...whole.figures, en } };
}
const said = (content: Content): string[] => figureWords(content).map(printProblem);

describe('the words of figures', () => {
  it('say what is in their rows and pictures', () => {
    expect(said(whole)).toEqual([]);
  });

  it('are stopped in both languages when a row changes and its sentence does not', () => {
    const problems = said(withCell('attacks', 'diallassagou-2022', 'low', '133'));
    expect(problems).toEqual(
      ['en', 'fr'].map((lang) =>
        expect.stringMatching(`^content/figures/${lang}/attacks\\.yaml  \\[figure-words\\]\\n  found:   attacks-2022 says 132,`),
      ),
    );
  });

  it('are stopped when a sentence gives another number, but not for a year', () => {
    const changed = (say: string) =>
      withWords('gold', (text: { steps: Record<string, object> }) => ({ ...text, steps: { ...text.steps, 'gold-years': { say } } }));
    expect(said(changed('Output by year: 46.4 tonnes in 2015.'))).toEqual([expect.stringContaining('gold-years says 46.4')]);
    expect(said(changed('Output by year: 46.5 tonnes in 2015, and less in 1999.'))).toEqual([]);
  });

  it('are asked for by name and file when a picture has none', () => {
    const [problem] = said(withWords('gold', (text: { labels: object }) => ({ ...text, labels: {} })));
    expect(problem).toMatch(
      /^content\/figures\/en\/gold\.yaml {2}\[unknown-id\]\n {2}found: {3}no label "[\w-]+", which figure gold prints/,
    );
  });
});
