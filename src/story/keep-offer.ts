/**
 * The offer to keep the chapters for reading without a network. Nothing is registered, stored or fetched before the
 * reader asks: what does the work comes with the first press, and on later visits only where something is kept.
 */
import { KEEP } from './keep-words.ts';
import { storage } from './storage.ts';

/** What the script that does the work offers: `keep.ts`. */
type Keeper = typeof import('./keep.ts');

/** Shows the offer where the browser can keep it. Framed, from a file or without storage there is none. */
export function offerKeeping(box: HTMLElement): void {
  const store = storage();
  if (!store || !('serviceWorker' in navigator) || location.protocol === 'file:' || top !== self) return;
  // By an address that the page gives: the script lies outside what the page loads.
  const load = (): Promise<Keeper> => import(/* @vite-ignore */ new URL(box.dataset.code ?? '', location.href).href);
  const ask = box.querySelector('button');
  box.hidden = false;
  if (store.getItem(KEEP)) load().then(({ resume }) => resume(box, store));
  else
    ask?.addEventListener(
      'click',
      () =>
        load().then(
          ({ begin }) => begin(box, store),
          // The network went before the work could begin; the next press tries again.
          () => offerKeeping(box),
        ),
      { once: true },
    );
}
