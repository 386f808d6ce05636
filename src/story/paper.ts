/** Paper: every step gets its own picture for as long as it is printed. */
import type { Player } from '../scene/player.ts';

/** A figure's steps, and who can draw each of them on the small sheet. */
export interface PaperScene {
  steps: readonly HTMLElement[];
  drawing: SVGSVGElement;
  player: Player;
}

/**
 * Before printing puts each step's picture beside its words, after it takes them away. `scenes` is asked when it is
 * time: figures far off may not have been drawn yet.
 */
export function startPaper(scenes: () => readonly PaperScene[]): void {
  const added: Element[] = [];
  const clear = (): void => {
    for (const svg of added.splice(0)) {
      svg.parentElement?.classList.remove('paper-step');
      svg.remove();
    }
    delete document.documentElement.dataset.paper;
  };
  addEventListener('beforeprint', () => {
    clear();
    for (const { steps, drawing, player } of scenes())
      for (const [i, step] of steps.entries()) {
        const svg = drawing.cloneNode(false) as SVGSVGElement;
        svg.setAttribute('class', 'scene paper');
        const group = document.createElementNS(svg.namespaceURI ?? '', 'g');
        group.append(...player.drawing(i));
        svg.append(group);
        step.classList.add('paper-step');
        step.prepend(svg);
        added.push(svg);
      }
    document.documentElement.dataset.paper = '';
  });
  addEventListener('afterprint', clear);
}
