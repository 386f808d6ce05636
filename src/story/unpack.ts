/** Puts back what the edition in one file leaves to its script, so that its pages are those of the site. Runs before `main.ts`. */
import { strFromU8, unzlibSync } from 'fflate';
import { fromBase85 } from '../lib/base85.ts';
import { type Columns, fromColumns } from '../lib/columns.ts';
import type { Packed, PackedFigure } from './packed.ts';

const all = (selector: string, from: ParentNode = document): HTMLElement[] => [...from.querySelectorAll<HTMLElement>(selector)];

const text = document.querySelector('script[data-packed]')?.textContent ?? '';
const packed = fromColumns(JSON.parse(strFromU8(unzlibSync(fromBase85(text)))) as Columns) as unknown as Packed;

const data = (attribute: string, name: string, value: unknown): HTMLScriptElement => {
  const block = document.createElement('script');
  block.type = 'application/json';
  block.setAttribute(attribute, name);
  block.textContent = JSON.stringify(value);
  return block;
};

function wide({ head, marks }: PackedFigure): string {
  const drawn = marks.map(([tag, attributes, words]) => {
    const list = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`);
    return `<${tag}${list.join('')}>${words}</${tag}>`;
  });
  return `${head}${drawn.join('')}</g></svg>`;
}

packed.looks.forEach((look, i) => {
  for (const mark of document.querySelectorAll(`.compact .k${i}`)) {
    mark.classList.remove(`k${i}`);
    for (const [name, value] of Object.entries(look)) mark.setAttribute(name, value);
  }
});
const hidden = (words: string): HTMLElement => {
  const span = document.createElement('span');
  span.className = 'vh';
  span.textContent = words;
  return span;
};
for (const summary of all('.fig-data > summary')) {
  const title = summary.closest('section')?.querySelector('.fig-title')?.textContent ?? '';
  summary.append(hidden(packed.words.titled.replace('#', title)));
}
for (const rows of all('.fig-csv > [download] + a')) rows.append(hidden(` ${(rows as HTMLAnchorElement).pathname.split('/').at(-2)}`));
for (const cell of all('.fig-data th')) cell.setAttribute('scope', cell.closest('tbody') ? 'row' : 'col');
for (const region of all('.table-scroll')) {
  region.tabIndex = 0;
  region.setAttribute('role', 'region');
  region.setAttribute('aria-label', region.querySelector('caption')?.textContent ?? '');
}
for (const step of all('.step')) step.dataset.stepId = step.id;
for (const figure of all('figure[data-figure]')) {
  const name = figure.dataset.figure ?? '';
  const own = packed.figures.find((f) => f.name === name);
  if (!own) continue;
  figure.tabIndex = 0;
  figure.dataset.step = all('.step', figure.closest('section') ?? document).at(-1)?.id ?? '';
  figure.setAttribute('aria-labelledby', `ft-${name}`);
  figure.setAttribute('aria-describedby', `fd-${name} fk-${name}`);
  figure.querySelector('.stage')?.insertAdjacentHTML('beforeend', wide(own));
  figure.querySelector('.fig-bar')?.insertAdjacentHTML('beforeend', packed.controls.replaceAll('#', String(own.says.length)));
  const [keys, said] = [document.createElement('p'), document.createElement('p')];
  keys.id = `fk-${name}`;
  keys.textContent = packed.words.keys;
  said.setAttribute('role', 'status');
  said.setAttribute('aria-live', 'polite');
  said.dataset.say = '';
  keys.className = 'vh';
  said.className = 'vh';
  figure.append(keys, said, data('data-says', '', own.says));
  for (const { frame, encoded } of own.steps) figure.append(data('data-frame', frame, encoded));
}
const named = (number: string): string => packed.words.note.replace('#', number);
for (const note of all('.note')) {
  const fact = packed.facts[Number(note.id.slice(1)) - 1];
  if (fact) note.dataset.fact = fact;
  // A term says of itself what it is called; its foot holds only the button.
  note.setAttribute('role', 'dialog');
  note.setAttribute('aria-label', fact ? named(note.id.slice(1)) : (note.querySelector('b')?.textContent ?? ''));
  if (!fact) note.append(document.createElement('p'));
  const foot = note.lastElementChild as HTMLElement;
  foot.className = 'note-foot';
  if (fact) {
    const link = document.createElement('a');
    link.href = `${packed.claims}${fact}/`;
    link.textContent = packed.words.claim;
    foot.append(' ', link, ' ');
  }
  const close = document.createElement('button');
  close.type = 'button';
  close.setAttribute('popovertarget', note.id);
  close.setAttribute('popovertargetaction', 'hide');
  close.textContent = packed.words.close;
  foot.append(close);
}
for (const mark of all('.mark')) {
  const sup = mark.querySelector('sup');
  if (!sup || !mark.parentElement) continue;
  if (mark.parentElement.className === 'cite') {
    const own = document.createElement('span');
    mark.replaceWith(own);
    own.append(mark);
  }
  mark.parentElement.dataset.fact = document.getElementById(mark.getAttribute('popovertarget') ?? '')?.dataset.fact ?? '';
  sup.setAttribute('aria-hidden', 'true');
  sup.before(hidden(`${mark.firstChild === sup ? '' : ', '}${named(sup.textContent ?? '')}`));
}
