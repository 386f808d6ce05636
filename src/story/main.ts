/**
 * Brings a chapter to life: measures the page when the alarm rings, asks the controller what that
 * means, and tells players, address and listeners. All decisions are the controller's.
 */
import type { Encoded } from '../scene/diff.ts';
import { createPlayer, type Player } from '../scene/player.ts';
import { type Change, type Event, initial, MODES, type Mode, type Outline, reduce } from './controller.ts';
import { startCopying } from './copy.ts';
import type { SceneBox } from './geometry.ts';
import { offerLite } from './lite.ts';
import { keepPlace as keepOnDevice, offerPlace } from './place.ts';
import { startAlarm } from './scroll-adapter.ts';

/** One scene's parts in the document. */
interface Part {
  section: HTMLElement;
  figure: HTMLElement;
  steps: HTMLElement[];
  players: Partial<Record<string, Player>>;
  /** The step each frame's drawing holds now; -1 before its player took over. */
  drawn: Partial<Record<string, number>>;
}

const root = document.documentElement;
const all = <T extends Element>(selector: string, from: ParentNode = document): T[] => [...from.querySelectorAll<T>(selector)];

/** Storage may be closed (sandboxed frames, private windows); a choice then lasts as long as the page. */
function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {}
}

const parts: Part[] = all<HTMLElement>('section[data-scene]').flatMap((section) => {
  const figure = section.querySelector<HTMLElement>('figure[data-figure]');
  return figure ? [{ section, figure, steps: all<HTMLElement>('[data-step-id]', section), players: {}, drawn: {} }] : [];
});
const outline: Outline = parts.map(({ section, steps }) => ({
  scene: section.dataset.scene ?? '',
  steps: steps.map((s) => s.dataset.stepId ?? ''),
}));
const chapter = document.querySelector<HTMLElement>('[data-chapter]')?.dataset.chapter ?? '';

let state = initial(outline, (root.dataset.mode as Mode | undefined) ?? 'scroll');

/** The drawing on show: the other frame is not displayed. */
function frameOf({ figure }: Part): string {
  const svg = all<SVGElement>('svg.scene', figure).find((s) => getComputedStyle(s).display !== 'none');
  return svg?.classList.contains('wide') ? 'wide' : 'compact';
}

function playerOf(part: Part, frame: string): Player | undefined {
  const made = part.players[frame];
  if (made) return made;
  const group = part.figure.querySelector<SVGGElement>(`svg.${frame} > g`);
  const data = part.figure.querySelector(`script[data-frame="${frame}"]`)?.textContent;
  if (!group || !data) return undefined;
  const player = createPlayer(group, JSON.parse(data) as Encoded, (on) => part.figure.toggleAttribute('data-moving', on));
  part.players[frame] = player;
  return player;
}

/** A figure whose steps are dates may have a slider beside its buttons. */
const slideOf = (figure: HTMLElement): HTMLInputElement | null => figure.querySelector<HTMLInputElement>('[data-slide]');

/** Duration of a move in milliseconds, from the one place that sets it: `--move` in the style sheet. */
function duration(): number {
  // Minifiers write 450ms as .45s.
  const value = getComputedStyle(root).getPropertyValue('--move').trim();
  const ms = Number.parseFloat(value) * (value.endsWith('ms') ? 1 : 1000);
  return document.visibilityState === 'visible' && Number.isFinite(ms) ? ms : 0;
}

/** Puts a scene's step on its drawing; the figure then names it. */
function paint(part: Part, frame: string, step: number, ms: number): void {
  if (part.drawn[frame] !== step) playerOf(part, frame)?.show(step, ms);
  part.drawn[frame] = step;
  part.figure.dataset.step = part.steps[step]?.dataset.stepId ?? '';
}

/** Calls back when the browser has nothing better to do. */
const whenIdle = (call: () => void): void => {
  if ('requestIdleCallback' in window) requestIdleCallback(call, { timeout: 400 });
  else setTimeout(call, 100);
};
let waiting = false;

/** Draws a scene's step in the frame on show. What is far off screen waits for an idle moment and does not move. */
function draw(index: number, ms: number, idle = false): void {
  const part = parts[index];
  const step = state.shown[index];
  if (!part || step === undefined) return;
  const { figure, steps } = part;
  const count = figure.querySelector('[data-count]');
  if (count) count.textContent = String(step + 1);
  const [back, on] = all<HTMLButtonElement>('[data-go]', figure);
  back?.setAttribute('aria-disabled', String(step === 0));
  on?.setAttribute('aria-disabled', String(step === steps.length - 1));
  steps.forEach((s, i) => {
    s.toggleAttribute('data-current', i === step);
  });
  const slide = slideOf(figure);
  if (slide) {
    slide.value = String(step);
    slide.setAttribute('aria-valuetext', (slide.dataset.words ?? '').split('|')[step] ?? '');
  }
  const frame = frameOf(part);
  if (part.drawn[frame] === step && figure.dataset.step === steps[step]?.dataset.stepId) return;
  const box = figure.getBoundingClientRect();
  const near = box.bottom > -innerHeight && box.top < 2 * innerHeight;
  if (near || idle) {
    paint(part, frame, step, box.bottom > 0 && box.top < innerHeight ? ms : 0);
  } else if (!waiting) {
    waiting = true;
    whenIdle(() => {
      waiting = false;
      for (const i of parts.keys()) draw(i, 0, true);
    });
  }
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

function act({ state: next, redraw, entered }: Change, ms: number): void {
  state = next;
  for (const i of redraw) draw(i, ms);
  all<HTMLElement>('[data-rail]').forEach((link, i) => {
    link.toggleAttribute('data-current', i === state.reading);
  });
  if (!entered) return;
  const { scene, steps } = outline[entered.scene] ?? { scene: '', steps: [] };
  const step = steps[entered.step] ?? '';
  if (location.hash !== `#${step}`) history.replaceState(history.state, '', `#${step}`);
  document.dispatchEvent(new CustomEvent('story:step', { detail: { chapter, scene, step } }));
}

const send = (event: Event, ms = duration()): void => act(reduce(outline, state, event), ms);

const wake = (): void => {
  send({ type: 'measure', boxes: measure(), line: line() * innerHeight });
  // A figure that has come near since its step was decided is drawn now, before it is seen.
  for (const i of parts.keys()) draw(i, duration());
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
  const says = JSON.parse(part.figure.querySelector('[data-says]')?.textContent ?? '[]') as string[];
  const live = part.figure.querySelector('[data-say]');
  if (live) live.textContent = says[step] ?? '';
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
      const address = new URL(`#${figure.dataset.step}`, location.href);
      await navigator.clipboard.writeText(address.href);
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
  wake,
);

/** Keeps the reader's place across a change of layout: the step being read stays the step being read. */
function keepPlace(change: () => void): void {
  const scene = state.reading;
  const step = state.shown[scene] ?? 0;
  change();
  const part = parts[scene];
  if (!part) return;
  if (state.mode === 'scroll') scrollToStep(scene, step);
  else part.figure.scrollIntoView({ block: 'start', behavior: 'instant' });
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
    keepPlace(() => {
      root.dataset.mode = mode;
      send({ type: 'mode', mode }, 0);
    });
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
  const place = state.reading >= 0 ? outline[state.reading]?.steps[state.shown[state.reading] ?? 0] : passed.at(-1)?.id;
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

/** Paper shows each figure finished, on the wide sheet that the print style puts there. */
addEventListener('beforeprint', () => {
  for (const part of parts) {
    paint(part, 'wide', part.steps.length - 1, 0);
  }
});
addEventListener('afterprint', () => {
  for (const i of parts.keys()) draw(i, 0);
});

const offer = document.querySelector<HTMLElement>('[data-place]');
if (offer) offerPlace(offer);
else if (chapter !== '0') keepOnDevice();
startCopying();
offerLite();

press();
if (state.mode === 'step') state = { ...state, shown: state.shown.map(() => 0) };
for (const i of parts.keys()) draw(i, 0);
const jumped = (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming | undefined)?.type === 'navigate';
if (location.hash && jumped) followAddress();
addEventListener('hashchange', followAddress);
wake();
root.dataset.ready = '';
