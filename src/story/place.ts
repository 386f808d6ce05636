/**
 * The reader's place, kept on the device and nowhere else, and only if the reader asked for it on the home page.
 * Without storage (sandboxed frames, private windows) the offer is not made.
 */
import { storage } from './storage.ts';

const KEEP = 'keep-place';
const PLACE = 'place';

interface Place {
  path: string;
  step: string;
  title: string;
}

/** On a chapter: writes each step reached, while the reader wishes it. */
export function keepPlace(): void {
  document.addEventListener('story:step', (event) => {
    const store = storage();
    if (store?.getItem(KEEP) !== 'on') return;
    const { step } = (event as CustomEvent<{ step: string }>).detail;
    const title = document.querySelector('h1')?.textContent ?? '';
    store.setItem(PLACE, JSON.stringify({ path: location.pathname, step, title } satisfies Place));
  });
}

/** On the home page: the switch, and the way back to the step last read. Switched off, the place is forgotten. */
export function offerPlace(box: HTMLElement): void {
  const store = storage();
  const button = box.querySelector<HTMLButtonElement>('[data-keep-place]');
  const link = box.querySelector<HTMLAnchorElement>('[data-continue]');
  if (!store || !button || !link) return;
  const show = (): void => {
    const on = store.getItem(KEEP) === 'on';
    const kept = on ? store.getItem(PLACE) : null;
    button.setAttribute('aria-pressed', String(on));
    link.hidden = !kept;
    if (!kept) return;
    const { path, step, title } = JSON.parse(kept) as Place;
    link.href = new URL(`${path}#${step}`, location.href).href;
    link.textContent = `${link.dataset.words ?? ''} ${title}`;
  };
  button.addEventListener('click', () => {
    if (store.getItem(KEEP) === 'on') {
      store.removeItem(KEEP);
      store.removeItem(PLACE);
    } else store.setItem(KEEP, 'on');
    show();
  });
  box.hidden = false;
  show();
}
