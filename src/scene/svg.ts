import { type El, elements } from './elements.ts';
import type { Scene, Status, Tone } from './types.ts';

/** Text as XML may hold it. */
export const escapeXml = (s: string): string =>
  s.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** One element as markup. */
function print({ tag, attrs, text }: El): string {
  const list = Object.entries(attrs).map(([name, value]) => ` ${name}="${escapeXml(value)}"`);
  return text === undefined ? `<${tag}${list.join('')}/>` : `<${tag}${list.join('')}>${escapeXml(text)}</${tag}>`;
}

/** The marks of a scene as SVG markup, one element a mark, in drawing order. */
export const marksMarkup = (scene: Scene): string => elements(scene).map(print).join('');

const TONES: readonly Tone[] = ['state', 'russia', 'azawad', 'jnim', 'is', 'un', 'france', 'algeria', 'civilians', 'ink', 'accent', 'soft'];

/** How each status looks inside a filled mark: the tone stays, the surety shows. Lengths in frame units. */
const PATTERNS: Record<Exclude<Status, 'established'>, string> = {
  reported: '<path d="M-1 7L7-1M-1 1L1-1M5 7L7 5" stroke-width="2.2"/>',
  alleged: '<circle cx="2" cy="2" r="1.1" class="f"/><circle cx="5" cy="5" r="1.1" class="f"/>',
  disputed: '<path d="M0 0L6 6M6 0L0 6" stroke-width="1"/>',
  estimate: '<path d="M0 1.5H6M0 4.5H6" stroke-width="1.2"/>',
};

/**
 * Pattern definitions that `fill="url(#p-<tone>-<status>)"` and the gap hatch point to; once a page. With `drawing`
 * only those that this markup refers to.
 */
export function patterns(drawing?: string): string {
  const open = (id: string, tone: string) =>
    `<pattern id="p-${id}" class="p t-${tone}" width="6" height="6" patternUnits="userSpaceOnUse">`;
  const all = TONES.flatMap((tone) =>
    Object.entries(PATTERNS).map(([status, body]) => ({
      id: `${tone}-${status}`,
      tone,
      body: `<path class="bg" d="M0 0H6V6H0z"/>${body}`,
    })),
  );
  return [{ id: 'gap', tone: 'rule', body: '<path d="M-1 7L7-1" stroke-width="1"/>' }, ...all]
    .filter(({ id }) => drawing === undefined || drawing.includes(`(#p-${id})`))
    .map(({ id, tone, body }) => `${open(id, tone)}${body}</pattern>`)
    .join('');
}

/** The same drawing without a word in it, for looking before reading. `label` names its shapes and gives nothing away. */
export const bareMarkup = (scene: Scene, words: { label: string; className?: string }): string =>
  svgMarkup({ ...scene, marks: scene.marks.filter((mark) => mark.geometry.kind !== 'text') }, words);

/** Lines instead of black shapes where the style sheet did not arrive; where it did, `scene.css` takes this back. */
export const UNSTYLED = 'fill="none" stroke="currentColor" stroke-width=".6"';

/** A whole SVG of one scene. `label` names it; the page carries the longer description in words. */
export function svgMarkup(scene: Scene, { label, className = '' }: { label: string; className?: string }): string {
  const { width, height } = scene;
  return `<svg class="${`scene ${className}`.trim()}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapeXml(label)}"><g ${UNSTYLED}>${marksMarkup(scene)}</g></svg>`;
}
