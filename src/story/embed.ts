/**
 * Brings one figure to life inside another site's page: steps by buttons and keys, and tells the host how tall it is.
 * Needs no storage and no origin of its own: it runs in `sandbox="allow-scripts"`.
 */
import { type Event, initial, type Outline, reduce } from './controller.ts';
import { asksForHeight, heightMessages, knownAs } from './host.ts';
import { all, duration, frameOf, mark, paint, partsOf, say } from './part.ts';

const root = document.documentElement;
const [part] = partsOf();

/** Steps: one figure, so the reader's hand alone turns them. */
function startSteps(): void {
  if (!part) return;
  const { figure, steps } = part;
  const outline: Outline = [{ scene: figure.dataset.figure ?? '', steps: steps.map((s) => s.dataset.stepId ?? '') }];
  let state = initial(outline, 'step');
  const draw = (ms: number): void => {
    const step = state.shown[0] ?? 0;
    mark(part, step);
    paint(part, frameOf(part), step, ms);
  };
  const go = (step: number): void => {
    const event: Event = { type: 'go', scene: 0, step };
    const { state: next, redraw } = reduce(outline, state, event);
    state = next;
    if (redraw.length) draw(duration());
    say(part, state.shown[0] ?? 0);
  };
  const by = (n: number): void => go((state.shown[0] ?? 0) + n);
  for (const button of all<HTMLButtonElement>('[data-go]', figure)) button.addEventListener('click', () => by(Number(button.dataset.go)));
  figure.addEventListener('keydown', (event) => {
    const n = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!n || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    by(n);
  });
  // Another width may show the other drawing, which has to catch up.
  addEventListener('resize', () => draw(0));
  state = { ...state, shown: [0] };
  draw(0);
}

/** Height: told on load, on each change of size, and to whoever asks by name. */
function startTelling(): void {
  if (parent === window) return;
  const figure = part?.figure.dataset.figure ?? '';
  let known = knownAs(figure, location.search, location.hash);
  const tell = (): void => {
    const height = Math.ceil(root.getBoundingClientRect().height);
    for (const message of heightMessages(height, known)) parent.postMessage(message, '*');
  };
  if ('ResizeObserver' in window) new ResizeObserver(tell).observe(root);
  addEventListener('resize', tell);
  addEventListener('load', tell);
  addEventListener('message', ({ source, data }) => {
    if (source === parent && asksForHeight(data, known.secret)) tell();
  });
  // WordPress may name the frame only after it was loaded; a footnote's own fragment does not unname it.
  addEventListener('hashchange', () => {
    const { secret } = knownAs(figure, '', location.hash);
    if (!secret || secret === known.secret) return;
    known = { ...known, secret };
    tell();
  });
  startLeaving(() => known.secret);
}

/**
 * Links out of a sandboxed frame. WordPress follows those to this site itself when told; elsewhere the browser may refuse a
 * new window, and then the address is shown to be copied.
 */
function startLeaving(secret: () => string | undefined): void {
  if (self.origin !== 'null') return;
  const shown = document.querySelector<HTMLElement>('[data-address]');
  for (const link of all<HTMLAnchorElement>('a[target]'))
    link.addEventListener('click', (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      const name = secret();
      if (name && link.host === location.host) parent.postMessage({ message: 'link', value: link.href, secret: name }, '*');
      else {
        const opened = open(link.href, '_blank');
        if (opened) opened.opener = null;
        else if (shown) shown.textContent = link.href;
      }
    });
}

startSteps();
startTelling();
root.dataset.ready = '';
