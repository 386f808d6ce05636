/** The edition in one file: unpacks its figures, wakes the same engine as the site, and gives notes and tables their sources. */
import './unpack.ts';
import './main.ts';

const anchored = (number: string): HTMLAnchorElement => {
  const link = document.createElement('a');
  link.href = `#s${number}`;
  link.textContent = number;
  return link;
};

for (const [i, source] of document.querySelectorAll('.source-list > li').entries()) source.id = `s${i + 1}`;

/** The numbers of sources at the end of each row of a table lead to the list. */
for (const cell of document.querySelectorAll('.fig-data tbody td:last-child')) {
  const numbers = (cell.textContent ?? '').split(', ').filter(Boolean);
  cell.replaceChildren(...numbers.flatMap((number, i) => (i ? [', ', anchored(number)] : [anchored(number)])));
}

/** A note names its sources by publisher and number; opened, it shows them as the list at the end has them. */
function withSources(note: Element): void {
  for (const link of note.querySelectorAll('li > a[href^="#s"]')) {
    const source = document.getElementById(link.getAttribute('href')?.slice(1) ?? '');
    link.parentElement?.replaceChildren(...[...(source?.childNodes ?? [])].map((node) => node.cloneNode(true)));
  }
}

// This event does not bubble: it is caught on its way down.
document.addEventListener('beforetoggle', ({ target }) => target instanceof Element && withSources(target), true);

// Browsers without popovers show the notes open at the end: the mark goes there.
if (!('popover' in HTMLElement.prototype))
  for (const mark of document.querySelectorAll('[popovertarget]'))
    mark.addEventListener('click', () => {
      location.hash = mark.getAttribute('popovertarget') ?? '';
    });
