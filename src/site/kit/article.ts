/** One chapter as a newsroom can republish it: the article, its notes and credits, and what its editor should know. */
import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import type { ChapterOutline } from '../../claims/outline.ts';
import type { Content } from '../../lib/content.ts';
import { sizeOf } from '../../scene/standalone.ts';
import { FRAMES } from '../../scene/types.ts';
import { figureNamed, localeOf } from '../figure.ts';
import { pageContext } from '../page.ts';
import { fileOf } from '../picture.ts';
import { creditFor } from '../share.ts';
import { EXTRA_PAGES } from '../site.ts';
import { blocksOf, type Source } from './convert.ts';
import { el, link, textOf } from './tree.ts';

export interface Built {
  /** The built page of the chapter, and of its short version if it has one. */
  chapter: string;
  short: string | undefined;
  /** The full address of a path of the site. */
  address(path: string): string;
}

export interface Kit {
  /** The whole kit, of the tags of `tree.ts` alone. */
  tree: Root;
  /** Figures of the chapter, with the path of the picture shown. */
  figures: { name: string; picture: string }[];
  credits: Element;
  checklist: Element;
}

/** Items of the editor's checklist in content/ui, in order. */
const CHECKS = ['byline', 'licence', 'claims', 'deaths', 'figures', 'alt', 'notes', 'corrections', 'index'] as const;

function part(page: Root, selector: string, where: string): Element {
  const found = select(selector, page);
  if (!found) throw new Error(`${where}: nothing matches "${selector}", so no republishing kit can be made of it`);
  return found;
}

const idOf = (note: Element): string => String(note.properties.id).replace(/^n-/, '');

/** Makes the kit of one chapter from its built pages. Throws where a part of them is missing or unknown. */
export function kitOf(chapter: ChapterOutline, content: Content, built: Built): Kit {
  const { lang } = chapter;
  const { t, fmt, set } = pageContext(lang, content, chapter);
  const here = built.address(`${lang}/${chapter.slug}/`);
  const [page, short] = [fromHtml(built.chapter), fromHtml(built.short ?? '')];
  const notesOf = (root: Root): Element[] => selectAll('.note:not(.gloss)', root);
  const own = notesOf(page);
  // Marks of the short version count on where the chapter's end.
  const notes = [...own, ...notesOf(short).filter((n) => !own.some((o) => idOf(o) === idOf(n)))];
  const numbers = new Map(notes.map((note, i) => [idOf(note), i + 1]));
  const figures: Kit['figures'] = [];
  const from: Source = {
    page: here,
    note(fact) {
      const number = numbers.get(fact);
      if (number === undefined) throw new Error(`${chapter.file}: no note for "${fact}"`);
      return number;
    },
    figure(name, scene) {
      const { text } = localeOf(name, lang, content);
      const picture = fileOf(lang, name, figureNamed(name).steps.at(-1) ?? '', 'wide', 'png');
      figures.push({ name, picture });
      const { width, height } = sizeOf('wide', FRAMES.wide);
      const note = select('.fig-note', scene);
      return el('figure', [
        el('img', [], { src: built.address(picture), alt: text.description, width, height }),
        el('figcaption', [
          el('strong', [text.title]),
          ` · ${text.subtitle}.`,
          ...(text.counted ? [` ${text.counted}`] : []),
          ` ${creditFor(name, lang, content)} `,
          ...(note
            ? [
                `${textOf(note)
                  .replace(/[ \t\r\n]+/g, ' ')
                  .trim()} `,
              ]
            : []),
          link(built.address(`${lang}/${EXTRA_PAGES.figures[lang]}/${name}/`), t('kit-figure-link')),
        ]),
      ]);
    },
  };
  const body = blocksOf(part(page, 'article.prose', here), from);
  const head = (field: string): string => set(chapter.heads.find((h) => h.field === field)?.text ?? '');
  const name = set(content.site.value.title[lang]);

  const noteItem = (note: Element): Element => {
    const claim = select('.note-claim', note);
    // The number is the list's own.
    if (claim) claim.children = claim.children.filter((c) => !(c.type === 'element' && c.tagName === 'b'));
    return el('li', blocksOf(note, from));
  };
  const terms = selectAll('.note.gloss', page).map((term) => el('li', blocksOf(term, from)));
  const credits = el(
    'ul',
    figures.map(({ name: figure }) => {
      const resources = figureNamed(figure).series.flatMap((id) => content.series.get(id)?.resource ?? []);
      const free = resources.every((r) => r.commercialUse);
      const data = resources.map(
        (r) => `${r.path}, ${r.licenses.map((l) => l.title).join(', ')}, ${t(r.commercialUse ? 'commercial-yes' : 'commercial-no')}`,
      );
      return el('li', [
        el('strong', [localeOf(figure, lang, content).text.title]),
        ` · ${t(free ? 'kit-commercial-yes' : 'kit-commercial-no')} · ${t('kit-data')} ${set(data.join('; '))}`,
      ]);
    }),
  );
  const checklist = el(
    'ol',
    CHECKS.map((id) => el('li', [t(`kit-check-${id}`)])),
  );
  // A chapter that has no short version yet is republished without.
  const shortBlocks = built.short === undefined ? [] : blocksOf(part(short, 'article.prose-page', `${here} (short)`), from);
  const children: ElementContent[] = [
    el('h2', [head('title')]),
    el('p', [el('em', [head('standfirst')])]),
    el('p', [head('question')]),
    el('p', [
      `${t('kit-byline', { name })} `,
      t('kit-dates', { published: fmt.date(chapter.published), updated: fmt.date(chapter.updated), asOf: fmt.date(chapter.asOf) }),
      ' ',
      t('kit-first'),
      ' ',
      link(here, here),
    ]),
    ...body,
    el('h2', [t('notes')]),
    el('ol', notes.map(noteItem)),
    ...(terms.length > 0 ? [el('h2', [t('page-glossary')]), el('ul', terms)] : []),
    el('h2', [t('kit-credits')]),
    el('p', [t('licence')]),
    credits,
    el('h2', [t('kit-editor')]),
    el('h3', [t('kit-checklist')]),
    checklist,
    ...(shortBlocks.length > 0 ? [el('h3', [t('short-title', { title: head('title') })]), ...shortBlocks] : []),
  ];
  return { tree: { type: 'root', children }, figures, credits, checklist };
}
