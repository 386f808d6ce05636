/**
 * Search over chapters, claims, terms, actors, places and sources, in the reader's language. MiniSearch does the
 * searching; its entries are one file, fetched at the first letter typed, and indexed in pieces, so that typing stays smooth. What is
 * searched stands in the address.
 */
import MiniSearch from 'minisearch';
import { replaceAddress } from './address.ts';
import { fold } from './explore.ts';
import { FIELDS, type Found, STORED } from './find-fields.ts';

const form = document.querySelector<HTMLFormElement>('[data-find]');
const field = form?.querySelector('input');
const count = form?.querySelector<HTMLElement>('[data-count]');
const list = document.querySelector<HTMLElement>('[data-results]');
/** Results shown: more than anybody reads. */
const MOST = 40;

let index: Promise<MiniSearch<Found>> | undefined;

/** The entries: from the page itself in the copy that opens from disk, where nothing can be fetched; else from the site. */
async function entries(address: string): Promise<Found[]> {
  const own = document.querySelector('script[data-entries]')?.textContent;
  if (own) return JSON.parse(own) as Found[];
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return (await answer.json()) as Found[];
}

async function load(address: string): Promise<MiniSearch<Found>> {
  const found = await entries(address);
  const made = new MiniSearch<Found>({ fields: [...FIELDS], storeFields: [...STORED], processTerm: fold });
  await made.addAllAsync(found, { chunkSize: 50 });
  return made;
}

/** One result, built as elements: nothing of what was typed or found is read as markup. */
function result({ kind, title, text, href }: Found, base: string): HTMLLIElement {
  const li = document.createElement('li');
  const line = (className: string): HTMLParagraphElement => {
    const p = document.createElement('p');
    p.className = className;
    li.append(p);
    return p;
  };
  line('entry-date').textContent = kind;
  const link = document.createElement('a');
  link.href = base + href;
  link.textContent = title;
  line('entry-words').append(link);
  if (text) line('entry-status').textContent = text;
  return li;
}

async function search(): Promise<void> {
  if (!form || !field || !count || !list) return;
  const words = field.value.trim();
  const address = new URL(location.href);
  if (words) address.searchParams.set('q', words);
  else address.searchParams.delete('q');
  replaceAddress(address);
  if (words.length < 2) {
    list.replaceChildren();
    count.textContent = words ? (count.dataset.short ?? '') : '';
    return;
  }
  try {
    index ??= load(form.dataset.find ?? '');
    const found = (await index).search(words, {
      prefix: true,
      fuzzy: (term) => (term.length > 5 ? 0.2 : 0),
      combineWith: 'AND',
      boost: { title: 2 },
    });
    // The reader went on typing while the index was on its way.
    if (field.value.trim() !== words) return;
    list.replaceChildren(...found.slice(0, MOST).map((hit) => result(hit as unknown as Found, form.dataset.base ?? '')));
    count.textContent = found.length ? (count.dataset.some ?? '').replace('#', String(found.length)) : (count.dataset.none ?? '');
  } catch {
    index = undefined;
    count.textContent = count.dataset.failed ?? '';
  }
}

if (form && field) {
  field.addEventListener('input', search);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    search();
  });
  field.value = new URL(location.href).searchParams.get('q') ?? '';
  if (field.value) search();
}
document.documentElement.dataset.ready = '';
