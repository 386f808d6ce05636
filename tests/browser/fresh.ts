import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { elements } from '../../src/scene/elements.ts';
import type { FrameId, Lang } from '../../src/scene/types.ts';
import { drawings } from '../figures/input.ts';
import { outlineOf, rest, shown } from './site.ts';

/** Every step is asked for many times over, and always looks the same. */
const drawn = new Map<string, string[]>();

/** The marks of a step as drawn anew by `svg.ts`'s own elements, in the form `shown` reads them. */
export function freshMarks(figure: string, step: string, lang: Lang, frame: FrameId): string[] {
  const key = [figure, step, lang, frame].join();
  const known = drawn.get(key) ?? marksOf(figure, step, lang, frame);
  drawn.set(key, known);
  return known;
}

function marksOf(figure: string, step: string, lang: Lang, frame: FrameId): string[] {
  const found = drawings.find((d) => d.module.name === figure && d.lang === lang && d.frame === frame);
  if (!found) throw new Error(`no drawing of ${figure}`);
  const scene = found.scenes[found.module.steps.indexOf(step)];
  if (!scene) throw new Error(`${figure} has no step ${step}`);
  return elements(scene).map(
    ({ tag, attrs, text }) =>
      `${tag} ${Object.entries(attrs)
        .map(([k, v]) => `${k}=${v}`)
        .sort()
        .join(' ')} ${text ?? ''}`,
  );
}

/** Every figure, on screen or off, shows the picture of the step it names, and nothing moves. */
export async function expectTruth(page: Page, frame: FrameId, step?: string): Promise<void> {
  await rest(page);
  const figures = await shown(page);
  expect(figures.length).toBe((await outlineOf(page)).length);
  if (step) expect(figures.map((f) => f.step)).toContain(step);
  for (const f of figures) {
    expect(f.moving).toBe(false);
    expect(f.marks, `${f.figure} at ${f.step}`).toEqual(freshMarks(f.figure, f.step, 'en', frame));
  }
}
