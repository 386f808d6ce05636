/** Notes of several chapters in one document: each claim has one note, counted through. */
import type { Element, Root } from 'hast';
import { select, selectAll } from 'hast-util-select';
import { toHtml } from 'hast-util-to-html';
import { hasClass, must, prune } from './tree.ts';

const text = (value: string): Element['children'] => [{ type: 'text', value }];

/**
 * Takes the notes and terms out of the parts and gives them back as two lists of markup, with the claims that the notes
 * tell, in their order; marks get the new numbers. What the script puts back is left out: the name of a mark for screen
 * readers, the span around each mark of a citation, and a note's claim, link and button.
 */
export function gatherNotes(parts: readonly (Root | Element)[]): { notes: string; terms: string; facts: string[] } {
  const notes = new Map<string, { number: number; html: string }>();
  const terms = new Map<string, string>();
  for (const part of parts) {
    for (const note of selectAll('.note', part)) {
      const id = String(note.properties.id);
      const foot = must('.note-foot', note);
      prune(foot, ({ tagName }) => tagName === 'a' || tagName === 'button');
      for (const child of foot.children) if (child.type === 'text') child.value = child.value.trim();
      delete note.properties.role;
      delete note.properties.ariaLabel;
      if (hasClass(note, 'gloss')) {
        prune(note, (element) => element === foot);
        terms.set(id, toHtml(note));
        continue;
      }
      const number = notes.get(id)?.number ?? notes.size + 1;
      note.properties.id = `n${number}`;
      delete note.properties.dataFact;
      must('.note-claim b', note).children = text(String(number));
      // What each line of a note is, its place says: see one-file.css.
      for (const line of selectAll('p', note)) delete line.properties.className;
      const html = toHtml(note);
      if ((notes.get(id)?.html ?? html) !== html) throw new Error(`note ${id} says one thing in one chapter and another in the next`);
      notes.set(id, { number, html });
    }
    prune(part, (element) => hasClass(element, 'notes'));
    for (const mark of selectAll('.mark', part)) {
      const id = String(mark.properties.popoverTarget);
      const number = notes.get(id)?.number;
      if (number === undefined) throw new Error(`a mark without a note: ${id}`);
      mark.properties.popoverTarget = `n${number}`;
      prune(mark, (element) => hasClass(element, 'vh'));
      const sup = must('sup', mark);
      sup.properties = {};
      sup.children = text(String(number));
    }
    for (const fact of selectAll('[data-fact]', part)) if (select('.mark', fact)) delete fact.properties.dataFact;
    // What held a citation's claim alone holds nothing now.
    for (const cite of selectAll('.cite', part))
      cite.children = cite.children.flatMap((child) =>
        child.type === 'element' && child.tagName === 'span' && Object.keys(child.properties).length === 0 ? child.children : [child],
      );
  }
  return {
    notes: [...notes.values()].map(({ html }) => html).join(''),
    terms: [...terms.values()].join(''),
    facts: [...notes.keys()].map((id) => id.replace(/^n-/, '')),
  };
}
