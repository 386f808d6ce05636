/** Keeps the chapters of the page's language in this browser, says how far it is and what is kept, and takes all of it away again. */
import { cacheOf, KEEP, type Progress, type Question } from './keep-words.ts';

const workers = navigator.serviceWorker;

/** The parts of the offer, and the words it says. */
function partsOf(box: HTMLElement) {
  const one = <T extends HTMLElement>(name: string): T => {
    const found = box.querySelector<T>(name);
    if (!found) throw new Error(`the offer has no ${name}`);
    return found;
  };
  return {
    scope: new URL(box.dataset.scope ?? '', location.href).href,
    script: box.dataset.keep ?? '',
    offer: one('[data-keep-offer]'),
    ask: one<HTMLButtonElement>('[data-keep-ask]'),
    bar: one<HTMLProgressElement>('progress'),
    says: one('[data-keep-says]'),
    remove: one<HTMLButtonElement>('[data-keep-remove]'),
  };
}
type Parts = ReturnType<typeof partsOf>;

const own = document.documentElement.lang;

/** Shows a state of the offer: its sentence, and which of its parts can be used. */
function show({ offer, bar, says, remove }: Parts, words: string, can: { ask?: true; remove?: true; wait?: true }): void {
  const focused = document.activeElement;
  says.textContent = words;
  offer.hidden = !can.ask;
  remove.hidden = !can.remove;
  bar.hidden = !can.wait;
  // Who pressed a button that is gone now stays at this place of the page.
  if (offer.hidden && offer.contains(focused)) says.focus({ preventScroll: true });
  if (remove.hidden && remove.contains(focused)) says.focus({ preventScroll: true });
}

/** Puts a question to a worker that waits. */
const put = (worker: ServiceWorker, question: Question): Promise<boolean> =>
  new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => done(data === true);
    worker.postMessage(question, [port2]);
  });

/** The registration of this site: not one of a site around it. */
async function registrationOf({ scope }: Parts): Promise<ServiceWorkerRegistration | undefined> {
  const found = await workers.getRegistration(scope);
  return found?.scope === scope ? found : undefined;
}

/** Follows a worker until it has everything; throws where it gave up. */
const whole = (worker: ServiceWorker, bar: HTMLProgressElement): Promise<void> =>
  new Promise((done, failed) => {
    const tell = ({ data }: MessageEvent<Progress>): void => {
      bar.max = data.of;
      bar.value = data.fetched;
    };
    const look = (): void => {
      if (worker.state === 'installing') return;
      workers.removeEventListener('message', tell);
      if (worker.state === 'redundant') failed(new Error('not fetched whole'));
      else {
        // The last word may come after the worker is done.
        bar.value = bar.max;
        done();
      }
    };
    workers.addEventListener('message', tell);
    worker.addEventListener('statechange', look);
    look();
  });

/**
 * Says what is kept: in this language, whose pages are of the version kept, or in the other one. The worker's address
 * names the language; asking the worker itself would keep it busy, and a busy worker is not replaced.
 */
function showKept(parts: Parts, { scriptURL }: ServiceWorker): void {
  const { kept = '', other = '' } = parts.says.dataset;
  if (new URL(scriptURL).searchParams.get('lang') === own) show(parts, kept, { remove: true });
  else show(parts, other, { ask: true, remove: true });
}

/** Fetches; what was kept before stays until all is there. */
async function fetchAll(parts: Parts, store: Storage): Promise<void> {
  const before = store.getItem(KEEP);
  show(parts, parts.says.dataset.busy ?? '', { wait: true });
  parts.bar.removeAttribute('value');
  try {
    const made = await workers.register(`${parts.script}?lang=${own}`, { scope: parts.scope, updateViaCache: 'none' });
    store.setItem(KEEP, own);
    const worker = made.installing ?? made.waiting ?? made.active;
    if (!worker) throw new Error('no worker');
    await whole(worker, parts.bar);
    if (worker === made.waiting) await put(worker, 'replace');
    showKept(parts, worker);
  } catch {
    if (before) store.setItem(KEEP, before);
    else store.removeItem(KEEP);
    show(parts, parts.says.dataset.failed ?? '', { ask: true, remove: true });
  }
}

/** Takes everything away: the worker, the files, the choice. */
async function removeAll(parts: Parts, store: Storage): Promise<void> {
  await (await registrationOf(parts))?.unregister();
  await caches.delete(cacheOf(parts.scope));
  store.removeItem(KEEP);
  show(parts, parts.says.dataset.removed ?? '', { ask: true });
}

function wake(parts: Parts, store: Storage): void {
  parts.ask.addEventListener('click', () => fetchAll(parts, store));
  parts.remove.addEventListener('click', () => removeAll(parts, store));
}

/** The reader asks for the first time on this page. */
export async function begin(box: HTMLElement, store: Storage): Promise<void> {
  const parts = partsOf(box);
  wake(parts, store);
  await fetchAll(parts, store);
}

/** Asks a waiting worker to take over; more than once, since the page before this one may be only just leaving. */
async function takesOver(worker: ServiceWorker): Promise<boolean> {
  for (const wait of [0, 100, 300, 600]) {
    await new Promise((done) => setTimeout(done, wait));
    if (await put(worker, 'take-over')) return true;
  }
  return false;
}

/**
 * A later visit. A version that was fetched whole meanwhile takes over now, before anything is read, and the page is
 * loaded again from it; with other windows of the site open it waits for a visit without.
 */
export async function resume(box: HTMLElement, store: Storage): Promise<void> {
  const parts = partsOf(box);
  wake(parts, store);
  const made = await registrationOf(parts);
  if (made?.waiting) {
    const since = performance.now();
    // Where the old worker is slow to go, the reader has begun: the page is whole, and stays.
    const again = (): void => {
      if (performance.now() - since < 5000) location.reload();
    };
    workers.addEventListener('controllerchange', again, { once: true });
    if (!(await takesOver(made.waiting))) workers.removeEventListener('controllerchange', again);
  }
  if (made?.active) showKept(parts, made.active);
  else if (made?.installing) await fetchAll(parts, store);
  else {
    // The browser has thrown it away, as browsers do when space is short.
    store.removeItem(KEEP);
    show(parts, '', { ask: true });
  }
}
