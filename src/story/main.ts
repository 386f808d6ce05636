/**
 * Brings a chapter to life: measures the page when the alarm rings, asks the controller what that
 * means, and tells players, address and listeners. All decisions are the controller's.
 */
import { replaceAddress, shareable } from './address.ts';
import { type Change, type Event, initial, MODES, type Mode, type Outline, reduce } from './controller.ts';
import { startCopying } from './copy.ts';
import { type SceneBox, stepAt } from './geometry.ts';
import { offerKeeping } from './keep-offer.ts';
import { offerLite } from './lite.ts';
import { startPaper } from './paper.ts';
import { all, duration, frameOf, mark, paint, partsOf, playerOf, say, slideOf } from './part.ts';
import { keepPlace, offerPlace } from './place.ts';
import { startAlarm } from './scroll-adapter.ts';

const root = document.documentElement;

/** Storage may be closed (sandboxed frames, private windows); a choice then lasts as long as the page. */
function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {}
}

const parts = partsOf();
const outline: Outline = parts.map(({ section, steps }) => ({
  scene: section.dataset.scene ?? '',
  steps: steps.map((s) => s.dataset.stepId ?? ''),
}));
/** The number of the chapter a scene stands in: one a page, but several in the edition of one file. */
const chapterOf = (section: HTMLElement | undefined): string => section?.closest<HTMLElement>('[data-chapter]')?.dataset.chapter ?? '';

let state = initial(outline, (root.dataset.mode as Mode | undefined) ?? 'scroll');

/** Calls back when the browser has nothing better to do. */
const whenIdle = (call: () => void): void => {
  if ('requestIdleCallback' in window) requestIdleCallback(call, { timeout: 400 });
  else setTimeout(call, 100);
};
let waiting = false;

/** What the page looks like before anything is written to it: reading after writing would lay it out once more. */
interface View {
  frame: string;
  boxes: readonly DOMRect[];
}
const look = (): View => ({
  // One break point for all figures of a page.
  frame: parts[0] ? frameOf(parts[0]) : '',
  boxes: parts.map(({ figure }) => figure.getBoundingClientRect()),
});

/** Draws a scene's step in the frame on show. What is far off screen waits for an idle moment and does not move. */
function draw(index: number, ms: number, { frame, boxes }: View, idle = false): void {
  const [part, box] = [parts[index], boxes[index]];
  const step = state.shown[index];
  if (!part || !box || step === undefined) return;
  const { figure, steps } = part;
  mark(part, step);
  if (part.drawn[frame] === step && figure.dataset.step === steps[step]?.dataset.stepId) return;
  const near = box.bottom > -innerHeight && box.top < 2 * innerHeight;
  if (near || idle) {
    paint(part, frame, step, box.bottom > 0 && box.top < innerHeight ? ms : 0);
  } else if (!waiting) {
    waiting = true;
    whenIdle(() => {
      waiting = false;
      drawAll(0, look(), true);
    });
  }
}

function drawAll(ms: number, view = look(), idle = false): void {
  for (const i of parts.keys()) draw(i, ms, view, idle);
}

/** Where the trigger line runs, as a share of the viewport: below a figure pinned on top, else past the middle. */
function line(): number {
  const pinned = parts[0]?.figure;
  if (!pinned) return 0.6;
  const run = pinned.parentElement;
  const beside = run ? getComputedStyle(run).display === 'grid' : false;
  if (beside) return 0.6;
  const height = pinned.offsetHeight / innerHeight;
  return Math.min(0.9, height + (1 - height) * 0.4);
}

function measure(): SceneBox[] {
  return parts.map(({ section, steps }) => {
    const { top, bottom } = section.getBoundingClientRect();
    return { top, bottom, steps: steps.map((s) => s.getBoundingClientRect().top) };
  });
}

function act({ state: next, redraw, entered }: Change, ms: number, view: View): void {
  state = next;
  for (const i of redraw) draw(i, ms, view);
  for (const link of all<HTMLElement>('[data-rail]'))
    link.toggleAttribute('data-current', link.dataset.rail === outline[state.reading]?.scene);
  if (!entered) return;
  const { scene, steps } = outline[entered.scene] ?? { scene: '', steps: [] };
  const step = steps[entered.step] ?? '';
  // Not on arrival, which is at the page and not at a step; nor before all is loaded: until then the browser goes to
  // whatever the address names.
  if (location.hash !== `#${step}` && 'ready' in root.dataset && document.readyState === 'complete') replaceAddress(`#${step}`);
  const chapter = chapterOf(parts[entered.scene]?.section);
  document.dispatchEvent(new CustomEvent('story:step', { detail: { chapter, scene, step } }));
}

const send = (event: Event, ms = duration(), view = look()): void => act(reduce(outline, state, event), ms, view);

const wake = (ms = duration()): void => {
  const view = look();
  send({ type: 'measure', boxes: measure(), line: line() * innerHeight }, ms, view);
  // A figure that has come near since its step was decided is drawn now, before it is seen.
  drawAll(ms, view);
};

/** Puts a step's first line just above the trigger line, by the browser's own scrolling. */
function scrollToStep(scene: number, step: number): void {
  const target = parts[scene]?.steps[step];
  if (!target) return;
  const y = target.getBoundingClientRect().top + scrollY - line() * innerHeight + 2;
  scrollTo({ top: Math.max(0, Math.ceil(y)), behavior: 'instant' });
}

/** The reader asked for a step: by button or key, so the sentence for it is also spoken. */
function go(scene: number, by: number): void {
  const part = parts[scene];
  if (!part) return;
  const step = Math.max(0, Math.min(part.steps.length - 1, (state.shown[scene] ?? 0) + by));
  send({ type: 'go', scene, step });
  if (state.mode === 'scroll') scrollToStep(scene, step);
  say(part, step);
}

parts.forEach(({ figure }, scene) => {
  for (const button of all<HTMLButtonElement>('[data-go]', figure))
    button.addEventListener('click', () => go(scene, Number(button.dataset.go)));
  const slide = slideOf(figure);
  slide?.addEventListener('input', () => go(scene, Number(slide.value) - (state.shown[scene] ?? 0)));
  figure.addEventListener('keydown', (event) => {
    // The slider turns the steps by itself.
    if (event.target === slide) return;
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    go(scene, by);
  });
  const copy = figure.querySelector<HTMLButtonElement>('[data-copy]');
  if (copy && navigator.clipboard) {
    const words = copy.textContent;
    copy.hidden = false;
    copy.addEventListener('click', async () => {
      await navigator.clipboard.writeText(shareable(figure.dataset.step ?? ''));
      copy.textContent = copy.dataset.done ?? words;
      setTimeout(() => {
        copy.textContent = words;
      }, 2000);
    });
  }
});

const alarm = startAlarm(
  parts.flatMap((p) => p.steps),
  line,
  () => wake(),
);

/** The step of each figure that the reader is at: the one on show, but in plain text, where figures stand finished, that of the words. */
function read(): readonly number[] {
  if (state.mode !== 'text') return state.shown;
  return measure().map(({ steps }) => stepAt(steps, line() * innerHeight));
}

/** Changes the way of reading; the step being read stays the step being read. */
function setMode(mode: Mode): void {
  const [scene, at] = [state.reading, read()];
  root.dataset.mode = mode;
  send({ type: 'mode', mode, read: at }, 0);
  const part = parts[scene];
  if (!part) return;
  if (mode === 'step') part.figure.scrollIntoView({ block: 'start', behavior: 'instant' });
  else scrollToStep(scene, at[scene] ?? 0);
}

function press(): void {
  for (const button of all<HTMLButtonElement>('[data-set-mode]'))
    button.setAttribute('aria-pressed', String(button.dataset.setMode === state.mode));
  for (const button of all<HTMLButtonElement>('[data-set-motion]'))
    button.setAttribute('aria-pressed', String(root.dataset.motion !== 'off'));
  for (const button of all<HTMLButtonElement>('[data-set-numbers]'))
    button.setAttribute('aria-pressed', String(root.dataset.numbers === 'on'));
}
for (const button of all<HTMLButtonElement>('[data-set-mode]')) {
  button.addEventListener('click', () => {
    const mode = MODES.find((m) => m === button.dataset.setMode);
    if (!mode) return;
    setMode(mode);
    remember('mode', mode);
    press();
    alarm.reset();
  });
}
for (const button of all<HTMLButtonElement>('[data-set-motion]')) {
  button.addEventListener('click', () => {
    root.dataset.motion = root.dataset.motion === 'off' ? 'on' : 'off';
    remember('motion', root.dataset.motion);
    press();
  });
}

// The number of each paragraph, for those who cite one: it is its address.
for (const button of all<HTMLButtonElement>('[data-set-numbers]')) {
  button.addEventListener('click', () => {
    root.dataset.numbers = root.dataset.numbers === 'on' ? 'off' : 'on';
    press();
  });
}

// The language switch keeps the reader's place: ids are the same in both languages.
document.querySelector<HTMLAnchorElement>('[data-switch]')?.addEventListener('click', (event) => {
  const link = event.currentTarget as HTMLAnchorElement;
  const passed = all<HTMLElement>('.prose [id]').filter((el) => el.getBoundingClientRect().top <= line() * innerHeight);
  const place = state.reading >= 0 ? outline[state.reading]?.steps[read()[state.reading] ?? 0] : passed.at(-1)?.id;
  link.hash = place ?? '';
});

/** A step named in the address, or a paragraph within one: in the two modes without scrolling it has to be asked for. */
function followAddress(): void {
  const named = document.getElementById(location.hash.slice(1));
  const id = named?.closest<HTMLElement>('[data-step-id]')?.dataset.stepId ?? '';
  const scene = outline.findIndex(({ steps }) => steps.includes(id));
  if (scene < 0) return;
  const step = outline[scene]?.steps.indexOf(id) ?? 0;
  if (state.mode === 'scroll') scrollToStep(scene, step);
  else {
    send({ type: 'go', scene, step }, 0);
    parts[scene]?.figure.scrollIntoView({ block: 'start', behavior: 'instant' });
  }
}

// "Table, sources" leads to the foot of the figure and opens it.
for (const link of all<HTMLAnchorElement>('.fig-bar a')) {
  link.addEventListener('click', () => {
    const details = document.querySelector<HTMLDetailsElement>(`${link.getAttribute('href')} details`);
    if (details) details.open = true;
  });
}

startPaper(() =>
  parts.flatMap((part) => {
    const drawing = part.figure.querySelector<SVGSVGElement>('svg.compact');
    const player = playerOf(part, 'compact');
    return drawing && player ? [{ steps: part.steps, drawing, player }] : [];
  }),
);

const offer = document.querySelector<HTMLElement>('[data-place]');
if (offer) offerPlace(offer);
else if (document.querySelector('[data-chapter]:not([data-chapter="0"])')) keepPlace();
startCopying();
offerLite();
const keeping = document.querySelector<HTMLElement>('[data-keep]');
if (keeping) offerKeeping(keeping);

press();
if (state.mode === 'step') state = { ...state, shown: state.shown.map(() => 0) };

/** Players take over, where the reader is. What came before wired the page; a task of its own lets the browser answer in between. */
function begin(): void {
  if (state.mode !== 'scroll') drawAll(0);
  const jumped = (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming | undefined)?.type === 'navigate';
  if (location.hash && jumped) followAddress();
  addEventListener('hashchange', followAddress);
  wake(0);
  root.dataset.ready = '';
}
root.dataset.started = '';
setTimeout(begin);
