/**
 * One figure in the document: its two drawings with their players, its steps, its controls. Pages that scroll and embeds
 * that step both put a state on it this way.
 */
import type { Encoded } from '../scene/diff.ts';
import { createPlayer, type Player } from '../scene/player.ts';

/** One scene's parts in the document. */
export interface Part {
  section: HTMLElement;
  figure: HTMLElement;
  steps: HTMLElement[];
  players: Partial<Record<string, Player>>;
  /** The step each frame's drawing holds now; -1 before its player took over. */
  drawn: Partial<Record<string, number>>;
  /** The step that controls and words name now. */
  marked?: number;
  /** When its step last changed, by the page's clock. */
  changed?: number;
}

export const all = <T extends Element>(selector: string, from: ParentNode = document): T[] => [...from.querySelectorAll<T>(selector)];

/** Every scene of the page, in order. */
export const partsOf = (): Part[] =>
  all<HTMLElement>('section[data-scene]').flatMap((section) => {
    const figure = section.querySelector<HTMLElement>('figure[data-figure]');
    return figure ? [{ section, figure, steps: all<HTMLElement>('[data-step-id]', section), players: {}, drawn: {} }] : [];
  });

/** The drawing on show: the other frame is not displayed. */
export function frameOf({ figure }: Part): string {
  const svg = all<SVGElement>('svg.scene', figure).find((s) => getComputedStyle(s).display !== 'none');
  return svg?.classList.contains('wide') ? 'wide' : 'compact';
}

export function playerOf(part: Part, frame: string): Player | undefined {
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
export const slideOf = (figure: HTMLElement): HTMLInputElement | null => figure.querySelector<HTMLInputElement>('[data-slide]');

/** Duration of a move in milliseconds, from the one place that sets it: `--move` in the style sheet. */
export function duration(): number {
  // Minifiers write 450ms as .45s.
  const value = getComputedStyle(document.documentElement).getPropertyValue('--move').trim();
  const ms = Number.parseFloat(value) * (value.endsWith('ms') ? 1 : 1000);
  return document.visibilityState === 'visible' && Number.isFinite(ms) ? ms : 0;
}

/**
 * Puts a scene's step on its drawing; the figure then names it. Whoever flicks through steps faster than a move lasts
 * sees cuts: half a move that is broken off tells nothing, and costs a slow phone its frames.
 */
export function paint(part: Part, frame: string, step: number, ms: number): void {
  const now = performance.now();
  const hurried = now - (part.changed ?? -ms) < ms;
  if (part.drawn[frame] !== step) playerOf(part, frame)?.show(step, hurried ? 0 : ms);
  // What is put in place unseen or without motion is no flick.
  if (ms > 0) part.changed = now;
  part.drawn[frame] = step;
  part.figure.dataset.step = part.steps[step]?.dataset.stepId ?? '';
}

/** Lets the controls and the words say which step it is. Asked on every scroll: writing what stands there already would lay the page out anew. */
export function mark(part: Part, step: number): void {
  if (part.marked === step) return;
  part.marked = step;
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
}

/** Speaks a step's sentence: only where the reader asked for the step by button or key. */
export function say({ figure }: Part, step: number): void {
  const says = JSON.parse(figure.querySelector('[data-says]')?.textContent ?? '[]') as string[];
  const live = figure.querySelector('[data-say]');
  if (live) live.textContent = says[step] ?? '';
}
