/**
 * Filters over a list that is whole in the page. The state stands in the address, so that it can be linked to; an
 * item carries its values in `data-<name>`, separated by spaces.
 */

import { replaceAddress } from './address.ts';

/** Lower case, without accents: "Menaka" finds Ménaka. */
export const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether an item passes every filter that is set. Pure. */
export function passes(values: Readonly<Record<string, string>>, text: string, wanted: Readonly<Record<string, string>>): boolean {
  return Object.entries(wanted).every(([name, want]) => {
    if (!want) return true;
    if (name === 'q')
      return fold(want)
        .split(/\s+/)
        .every((word) => text.includes(word));
    return (values[name] ?? '').split(' ').includes(want);
  });
}

type Field = HTMLSelectElement | HTMLInputElement;

/** The form's state as the address keeps it: what is not set is left out. */
function toAddress(wanted: Readonly<Record<string, string>>): void {
  const address = new URL(location.href);
  for (const [name, value] of Object.entries(wanted)) {
    if (value) address.searchParams.set(name, value);
    else address.searchParams.delete(name);
  }
  replaceAddress(address);
}

function start(form: HTMLFormElement, list: HTMLElement): void {
  const fields = [...form.querySelectorAll<Field>('select, input')];
  const items = [...list.querySelectorAll<HTMLElement>('[data-item]')].map((item) => ({
    item,
    values: Object.fromEntries(Object.entries(item.dataset).map(([name, value]) => [name, value ?? ''])),
    text: fold(item.textContent ?? ''),
  }));
  const groups = [...list.querySelectorAll<HTMLElement>('[data-group]')];
  const count = form.querySelector<HTMLElement>('[data-count]');
  const apply = (): void => {
    const wanted = Object.fromEntries(fields.map((f) => [f.name, f.value.trim()]));
    let shown = 0;
    for (const { item, values, text } of items) {
      item.hidden = !passes(values, text, wanted);
      if (!item.hidden) shown++;
    }
    for (const group of groups) group.hidden = !group.querySelector('[data-item]:not([hidden])');
    if (count) count.textContent = (count.dataset.words ?? '').replace('##', String(items.length)).replace('#', String(shown));
    toAddress(wanted);
  };
  const given = new URL(location.href).searchParams;
  for (const field of fields) {
    const value = given.get(field.name) ?? '';
    // A value that is no choice of ours is dropped, not shown as an empty list.
    if (field instanceof HTMLSelectElement && ![...field.options].some((o) => o.value === value)) continue;
    field.value = value;
  }
  form.addEventListener('input', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  apply();
  // An address that names an item goes to it even where a filter would hide it.
  const named = items.find(({ item }) => item.id && item.id === decodeURIComponent(location.hash.slice(1)));
  if (named) {
    named.item.hidden = false;
    named.item.closest<HTMLElement>('[data-group]')?.removeAttribute('hidden');
    named.item.scrollIntoView();
  }
}

/** Radio buttons that a style sheet acts on: only their state is kept in the address. */
function keepRadios(form: HTMLElement): void {
  const radios = [...form.querySelectorAll<HTMLInputElement>('input[type="radio"]')];
  const given = new URL(location.href).searchParams;
  for (const radio of radios) if (given.get(radio.name) === radio.value) radio.checked = true;
  form.addEventListener('change', () => {
    toAddress(Object.fromEntries(radios.filter((r) => r.checked).map((r) => [r.name, r.value === 'all' ? '' : r.value])));
  });
}

/** Wakes every filter of the page. */
export function startExploring(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-explore]')) {
    const list = document.getElementById(form.dataset.explore ?? '');
    if (list) start(form, list);
  }
  for (const form of document.querySelectorAll<HTMLElement>('[data-keep-radios]')) keepRadios(form);
}
