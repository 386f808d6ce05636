/**
 * Pictures that do not change by accident: every figure, step, frame and language beside the file that was last looked
 * at. `npx vitest run --project figures -u` accepts what is drawn now: look at the gallery page first.
 */
import { describe, expect, it } from 'vitest';
import { marksMarkup } from '../../src/scene/svg.ts';
import { drawings } from './input.ts';

/** The steps of a drawing under each other, a mark a line, in the site's own style sheets; the base map stays a reference. */
function sheet({ module, scenes }: (typeof drawings)[number]): string {
  const height = scenes.reduce((sum, scene) => sum + scene.height + 20, 0);
  const width = scenes[0]?.width ?? 0;
  let y = 0;
  const steps = scenes.map((scene, i) => {
    const marks = marksMarkup(scene).replaceAll('><', '>\n<');
    const part = `<svg class="scene" id="${module.steps[i]}" y="${y}" width="${scene.width}" height="${scene.height}">\n${marks}\n</svg>`;
    y += scene.height + 20;
    return part;
  });
  const styles = ['tokens', 'scene'].map((name) => `<?xml-stylesheet href="../../../../src/styles/${name}.css"?>`);
  return `${styles.join('\n')}\n<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">\n${steps.join('\n')}\n</svg>\n`;
}

describe.each(drawings)('the picture of $name', (drawing) => {
  it('is the one that was looked at', async () => {
    const { module, lang, frame } = drawing;
    await expect(sheet(drawing)).toMatchFileSnapshot(`pictures/${module.name}/${lang}-${frame}.svg`);
  });
});
