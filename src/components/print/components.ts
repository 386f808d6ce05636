/** What the prose is rendered with in the print edition; boxes are the story's own. */
import BothSides from '../prose/BothSides.astro';
import ContentNote from '../prose/ContentNote.astro';
import Side from '../prose/Side.astro';
import Unknown from '../prose/Unknown.astro';
import ChapterLink from './ChapterLink.astro';
import Cite from './Cite.astro';
import Fact from './Fact.astro';
import Scene from './Scene.astro';
import Step from './Step.astro';
import Term from './Term.astro';

export const components = { Scene, Step, Fact, Cite, Term, BothSides, Side, Unknown, ContentNote, ChapterLink };
