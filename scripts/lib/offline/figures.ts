/** Figures of the edition in one file: what only the script reads is packed, what every figure has is kept once. */
import { strToU8, zlibSync } from 'fflate';
import type { Element, Root } from 'hast';
import { selectAll } from 'hast-util-select';
import { toHtml } from 'hast-util-to-html';
import { toBase85 } from '../../../src/lib/base85.ts';
import { type Json, toColumns } from '../../../src/lib/columns.ts';
import type { Encoded } from '../../../src/scene/diff.ts';
import type { Packed, PackedFigure, PackedMark } from '../../../src/story/packed.ts';
import { hasClass, must, prune, wordsOf } from './tree.ts';

/** A drawing taken apart; throws where its markup is more than a flat list of marks. */
function takeApart(svg: string): Pick<PackedFigure, 'head' | 'marks'> {
  const head = /^<svg[^>]*><g[^>]*>/.exec(svg)?.[0] ?? '';
  const marks = [...svg.slice(head.length).matchAll(/<(\w+)((?: [\w-]+="[^"]*")*)>([^<]*)<\/\1>/g)].map(
    ([, tag = '', attributes = '', words = '']): PackedMark => [
      tag,
      Object.fromEntries([...attributes.matchAll(/ ([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value])),
      words,
    ],
  );
  const again = marks.map(([tag, attributes, words]) => {
    const list = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`);
    return `<${tag}${list.join('')}>${words}</${tag}>`;
  });
  if (`${head}${again.join('')}</g></svg>` !== svg) throw new Error(`a drawing that cannot be packed: ${svg.slice(0, 200)}`);
  return { head, marks };
}

/** The parts of figures as they are taken from the pages. */
export class FigurePack {
  readonly #figures = new Map<string, PackedFigure>();
  readonly #looks = new Map<string, Record<string, string>>();
  #controls = '';
  #keys = '';

  /** Takes what is packed out of every figure of a tree. */
  take(tree: Root | Element): void {
    for (const figure of selectAll('figure[data-figure]', tree)) {
      const name = String(figure.properties.dataFigure);
      if (this.#figures.has(name)) throw new Error(`figure ${name} stands twice in the edition of one file`);
      const says = JSON.parse(wordsOf(must('script[data-says]', figure))) as string[];
      const blocks = selectAll('script[data-frame]', figure);
      this.#figures.set(name, {
        name,
        ...takeApart(toHtml(must('svg.wide', figure))),
        steps: blocks.map((b) => ({ frame: String(b.properties.dataFrame), encoded: JSON.parse(wordsOf(b)) as Encoded })),
        says,
      });
      const bar = must('.fig-bar', figure);
      const controls = bar.children.filter((child) => child.type === 'element' && child.tagName !== 'a');
      this.#once('controls', toHtml(controls).replaceAll(new RegExp(`\\b${says.length}\\b`, 'g'), '#'));
      this.#once('keys', wordsOf(must(`#fk-${name}`, figure)));
      for (const name of ['dataStep', 'tabIndex', 'ariaLabelledBy', 'ariaDescribedBy']) delete figure.properties[name];
      prune(
        figure,
        (e) =>
          e.tagName === 'script' ||
          (e.tagName === 'svg' && hasClass(e, 'wide')) ||
          controls.includes(e) ||
          e.properties.id === `fk-${name}` ||
          'dataSay' in e.properties,
      );
    }
    for (const mark of selectAll('svg.compact text', tree)) this.#lookOnce(mark);
    for (const step of selectAll('.step', tree)) delete step.properties.dataStepId;
    for (const table of selectAll('.fig-data table', tree)) alignOnce(table);
    for (const { properties } of selectAll('.fig-data th', tree)) delete properties.scope;
    for (const region of selectAll('.table-scroll', tree)) region.properties = { className: ['table-scroll'] };
  }

  /** The figures as they are packed, for whoever has to know what is in them. */
  get json(): string {
    return JSON.stringify([[...this.#figures.values()], this.#controls]);
  }

  /** All of it as text that a data block may hold: columns, zlib, base 85. Same figures, same text. */
  text(words: Omit<Packed['words'], 'keys'>, claims: string, facts: readonly string[]): string {
    const packed: Packed = {
      figures: [...this.#figures.values()],
      looks: [...this.#looks.values()],
      controls: this.#controls,
      words: { ...words, keys: this.#keys },
      claims,
      facts,
    };
    return toBase85(zlibSync(strToU8(JSON.stringify(toColumns(packed as unknown as Json))), { level: 9 }));
  }

  /** Rules that do without script what the script does with the shared attributes. */
  get css(): string {
    return [...this.#looks.values()]
      .map(
        (look, i) =>
          `.k${i}{${Object.entries(look)
            .map(([name, value]) => `${name}:${value}${name === 'font-size' ? 'px' : ''}`)
            .join(';')}}`,
      )
      .join('');
  }

  /** Size and alignment of words, which hundreds of marks share, become one class. */
  #lookOnce({ properties }: Element): void {
    const { fontSize, textAnchor } = properties;
    const look = { ...(fontSize && { 'font-size': String(fontSize) }), ...(textAnchor && { 'text-anchor': String(textAnchor) }) };
    const name = JSON.stringify(look);
    if (!this.#looks.has(name)) this.#looks.set(name, look);
    properties.className = [...((properties.className as string[] | undefined) ?? []), `k${[...this.#looks.keys()].indexOf(name)}`];
    delete properties.fontSize;
    delete properties.textAnchor;
  }

  #once(what: 'controls' | 'keys', found: string): void {
    const known = what === 'controls' ? this.#controls : this.#keys;
    if (known && known !== found) throw new Error(`figures differ in their ${what}: ${known} and ${found}`);
    if (what === 'controls') this.#controls = found;
    else this.#keys = found;
  }
}

/** A column of numbers is said once on its table, not on each of its cells. */
function alignOnce(table: Element): void {
  const rows = selectAll('tr', table);
  const cells = (row: Element): Element[] => row.children.filter((cell) => cell.type === 'element');
  const numeric = cells(rows[0] ?? table).flatMap((cell, i) => (hasClass(cell, 'num') ? [i] : []));
  for (const row of rows)
    cells(row).forEach((cell, i) => {
      if (hasClass(cell, 'num') !== numeric.includes(i)) throw new Error('a column of numbers that is not one in every row');
      delete cell.properties.className;
    });
  if (numeric.length) table.properties.className = numeric.map((i) => `n${i + 1}`);
}
