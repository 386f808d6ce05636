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

/** Attributes that marks share, and the properties that hold them. */
const LOOKS = new Map([
  ['font-size', 'fontSize'],
  ['text-anchor', 'textAnchor'],
  ['stroke-width', 'strokeWidth'],
  ['opacity', 'opacity'],
]);
type Look = Record<string, string>;
const lookOf = (properties: Element['properties']): Look =>
  Object.fromEntries([...LOOKS].flatMap(([name, property]) => (property in properties ? [[name, String(properties[property])]] : [])));
/** Whether scene.css gives marks of this class a width whatever their attribute says. */
const ownWidth = (mark: Element): boolean => ['r-hair', 'r-dot', 'halo'].some((name) => hasClass(mark, name));

/** The parts of figures as they are taken from the pages. */
export class FigurePack {
  readonly #figures = new Map<string, PackedFigure>();
  readonly #looks: { look: Look; ruled: Look }[] = [];
  /** What every figure has, in the same words. */
  readonly #common = { controls: '', keys: '', titled: '' };

  /** Takes what is packed out of every figure of the trees. */
  take(trees: readonly (Root | Element)[]): void {
    for (const tree of trees) this.#takeFrom(tree);
    this.#shareLooks(trees.flatMap((tree) => selectAll('svg.compact > g > *', tree)));
  }

  #takeFrom(tree: Root | Element): void {
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
      // A small drawing is called as its figure is. Its size and the looks of its group are for pages without a style
      // sheet; this one has its own inside.
      const small = must('svg.compact', figure);
      for (const attribute of ['ariaLabel', 'width', 'height']) delete small.properties[attribute];
      small.properties.ariaLabelledBy = [`ft-${name}`];
      must('g', small).properties = {};
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
    for (const foot of selectAll('.fig-foot', tree)) {
      const title = wordsOf(must(`#${String(foot.properties.id).replace('data-', 'ft-')}`, tree));
      const titled = wordsOf(must('.fig-data > summary > .vh', foot)).replace(title, '#');
      if (!titled.includes('#')) throw new Error(`a table that is not called as its figure is: ${titled}`);
      this.#once('titled', titled);
      for (const named of selectAll('.fig-data > summary, .fig-csv > a', foot)) prune(named, (e) => hasClass(e, 'vh'));
    }
    for (const step of selectAll('.step', tree)) delete step.properties.dataStepId;
    for (const table of selectAll('.fig-data table', tree)) alignOnce(table);
    for (const { properties } of selectAll('.fig-data th', tree)) delete properties.scope;
    for (const region of selectAll('.table-scroll', tree)) region.properties = { className: ['table-scroll'] };
  }

  /** The figures as they are packed, for whoever has to know what is in them. */
  get json(): string {
    return JSON.stringify([[...this.#figures.values()], this.#common.controls]);
  }

  /** All of it as text that a data block may hold: columns, zlib, base 85. Same figures, same text. */
  text(words: Omit<Packed['words'], 'keys' | 'titled'>, claims: string, facts: readonly string[]): string {
    const packed: Packed = {
      figures: [...this.#figures.values()],
      looks: this.#looks.map(({ look }) => look),
      controls: this.#common.controls,
      words: { ...words, keys: this.#common.keys, titled: this.#common.titled },
      claims,
      facts,
    };
    return toBase85(zlibSync(strToU8(JSON.stringify(toColumns(packed as unknown as Json))), { level: 9 }));
  }

  /** Rules that do without script what the script does with the shared attributes, before what marks without them look like. */
  get css(): string {
    const rules = this.#looks.map(({ ruled }, i) => {
      const said = Object.entries(ruled).map(([name, value]) => `${name}:${value}${name === 'font-size' ? 'px' : ''}`);
      return said.length ? `.k${i}.k${i}{${said.join(';')}}` : '';
    });
    return rules.join('');
  }

  /** Size and alignment of words, width and opacity of marks become one class where more than one mark has them. */
  #shareLooks(marks: readonly Element[]): void {
    const alike = Map.groupBy(marks, (mark) => JSON.stringify([lookOf(mark.properties), ownWidth(mark)]));
    for (const [name, those] of alike) {
      const [look, own] = JSON.parse(name) as [Look, boolean];
      if (those.length === 1 || Object.keys(look).length === 0) continue;
      const className = `k${this.#looks.length}`;
      const { 'stroke-width': _, ...rest } = look;
      this.#looks.push({ look, ruled: own ? rest : look });
      for (const { properties } of those) {
        properties.className = [...((properties.className as string[] | undefined) ?? []), className];
        for (const shared of LOOKS.values()) delete properties[shared];
      }
    }
  }

  #once(what: 'controls' | 'keys' | 'titled', found: string): void {
    const known = this.#common[what];
    if (known && known !== found) throw new Error(`figures differ in their ${what}: ${known} and ${found}`);
    this.#common[what] = found;
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
