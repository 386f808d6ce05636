/**
 * The offer to keep the chapters for reading without a network. Nothing is registered, stored or fetched before the
 * reader asks: what does the work comes with the first press, and on later visits only where something is kept.
 */
import { storage } from './storage.ts';

/** Where the reader's choice is remembered: the language kept. */
export const KEEP = 'keep';

/** Shows the offer where the browser can keep it. Framed, from a file or without storage there is none. */
export function offerKeeping(box: HTMLElement): void {
  const store = storage();
  if (!store || !('serviceWorker' in navigator) || location.protocol === 'file:' || top !== self) return;
  const load = () => import('./keep.ts');
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
