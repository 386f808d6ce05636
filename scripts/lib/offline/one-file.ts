/**
 * The whole story in one HTML file: made of the built pages, so that it says what they say. What they repeat stands
 * once (base map, style, script, notes, sources); what only the script reads is packed; nothing a reader reads is left out.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { selectAll } from 'hast-util-select';
import { toHtml } from 'hast-util-to-html';
import { fileBehind, relinkTree } from '../../../src/lib/relink.ts';
import { pathOf } from '../../../src/site/site.ts';
import { classic } from './classic.ts';
import { type Edition, oneFilePath } from './edition.ts';
import { FigurePack } from './figures.ts';
import { idsOf, rename, renamed } from './ids.ts';
import { gatherNotes } from './notes.ts';
import { gatherSources, SourceList } from './sources.ts';
import { usedBy } from './styles.ts';
import { hasClass, must, prune } from './tree.ts';

/** One page's share: its place on the site, its name in the file, and what is taken of it. */
interface Part {
  file: string;
  name: string;
  tree: Root;
}

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const escaped = (words: string): string => words.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** What a page has that the file has once, or that leads nowhere in it. */
const REPEATED = ['ways', 'rail', 'mark-link', 'home-place', 'home-ways', 'lite-offer', 'defs'];

function partOf(page: Root, file: string, name: string): Part {
  const main = must('main', page);
  prune(
    main,
    (e) => REPEATED.some((part) => hasClass(e, part)) || 'dataOnline' in e.properties || (e.tagName === 'script' && 'src' in e.properties),
  );
  // In this file the scenes have the whole width, as on the home page: one rail a chapter would be three.
  for (const story of selectAll('.story', main)) story.properties.className = ['story', 'home-story'];
  // Outside a form a button needs no type.
  for (const button of selectAll('button', main)) delete button.properties.type;
  return { file, name, tree: { type: 'root', children: main.children } };
}

/** Links among the parts become anchors; all others lead to the site. */
function relinkParts(parts: readonly Part[], names: ReadonlyMap<string, ReadonlyMap<string, string>>, site: URL): void {
  for (const { file, tree } of parts) {
    const here = new URL(file.replace(/index\.html$/, ''), site);
    relinkTree(tree, (address) => {
      if (address.startsWith('#')) return address;
      const full = new URL(address, here);
      const part = parts.find((p) => p.file === fileBehind(full, site));
      if (!part) return full.href;
      const id = decodeURIComponent(full.hash.slice(1));
      if (!id) return `#${part.name}`;
      const now = names.get(part.name)?.get(id);
      return now === undefined ? full.href : `#${now}`;
    });
  }
}

/** The shapes that drawings refer to, without patterns that none is filled with at any step. Mali's area and outline are one shape. */
function usedDefs(page: Root, text: string): string {
  const defs = must('svg.defs', page);
  const [area, outline] = [must('#map-mali > .mali', defs), must('#map-mali > .outline', defs)];
  if (outline.properties.d !== area.properties.d) throw new Error('Mali’s outline is not that of its area: one-file.ts draws it so');
  const shape = { id: 'map-shape', d: area.properties.d, vectorEffect: 'non-scaling-stroke' };
  for (const part of [area, outline])
    Object.assign(part, { tagName: 'use', properties: { className: part.properties.className, href: '#map-shape' } });
  must('defs', defs).children.push({ type: 'element', tagName: 'path', properties: shape, children: [] });
  const named = new Set(text.match(/#(?:p|map)-[\w-]+/g));
  prune(defs, ({ tagName, properties }) => tagName === 'pattern' && !named.has(`#${properties.id}`));
  return toHtml(defs, { closeEmptyElements: true });
}

/** The parts of the file, from the built pages. */
function partsOf({ folder, lang, slugs, site }: Edition) {
  const read = (file: string): Root => fromHtml(readFileSync(join(folder, file), 'utf8'));
  const files = [`${lang}/index.html`, ...slugs.map((slug) => `${lang}/${slug}/index.html`)];
  const page = read(files[1] ?? '');
  const parts = files.map((file, i) => partOf(read(file), file, `c${i}`));
  const trees = parts.map(({ tree }) => tree);
  const { notes, terms, facts } = gatherNotes(trees);
  const gathered: Root = fromHtml(notes, { fragment: true });
  const [figures, sources] = [new FigurePack(), new SourceList()];
  figures.take(trees);
  for (const tree of [...trees, gathered]) gatherSources(tree, sources);
  const names = renamed(new Map(parts.map((p) => [p.name, idsOf(p.tree)])));
  relinkParts(parts, names, site);
  for (const { name, tree } of parts) rename(tree, names.get(name) ?? new Map());
  const foot: Root = { type: 'root', children: [must('.site-foot', page)] };
  relinkTree(foot, (to) => new URL(to, site).href);
  return {
    parts,
    page,
    home: read(files[0] ?? ''),
    figures,
    sources: sources.html,
    notes: toHtml(gathered),
    terms,
    facts,
    foot: toHtml(foot),
  };
}

/** What this file is, how old, and where the newest is; and the ways to read. */
function about({ t, site, lang, version, date }: Edition, page: Root): string {
  const address = new URL(oneFilePath(lang), site).href;
  return `<div class="file-about"><p>${t('file-about')} ${t('version', { version, date })} ${t('file-newest')} <a href="${address}">${address}</a></p>${toHtml(must('.ways', page))}</div>`;
}

/** The file as text. Throws where the built pages are not what it is made of. */
export async function oneFile(edition: Edition): Promise<string> {
  const { folder, root, site, lang, t, title } = edition;
  const { parts, page, home, figures, sources, notes, terms, facts, foot } = partsOf(edition);
  const note = (words: string): string => words.replace(/\d+/, '#');
  const packed = figures.text(
    { note: note(t('note-mark', { n: 1 })), close: t('close'), claim: t('claim-page') },
    new URL(pathOf('claims', lang), site).href,
    facts,
  );
  const [first = '', ...chapters] = parts.map(
    ({ name, tree }) => `<section id="${name}" data-chapter="${name.slice(1)}">${toHtml(tree)}</section>`,
  );
  const body = `<main id="story">${first.replace('</header>', `</header>${about(edition, page)}`)}${chapters.join('')}
<section class="notes" id="notes" aria-label="${escaped(t('notes'))}"><h2 class="notes-title">${t('notes')}</h2>${notes}</section>
<section class="notes" id="glossary" aria-label="${escaped(t('page-glossary'))}"><h2 class="notes-title">${t('page-glossary')}</h2>${terms}</section>
<section class="file-sources" id="sources"><h2>${t('page-sources')}</h2><ol class="source-list">${sources}</ol></section></main>${foot}`;

  const boot = readFileSync(join(folder, 'boot.js'), 'utf8');
  const script = await classic(join(root, 'src', 'story', 'one-file.ts'));
  for (const code of [boot, script]) if (/<\/script/i.test(code)) throw new Error('a script that would end early');
  const defs = usedDefs(page, `${body} ${figures.json}`);
  const shell = `<a class="skip" href="#story">${t('skip-to-story')}</a>${defs}<div class="progress" aria-hidden="true"></div>`;
  const sheets = [
    readFileSync(join(folder, '_astro', styleSheet(page)), 'utf8'),
    readFileSync(join(root, 'src', 'styles', 'one-file.css'), 'utf8'),
  ];
  const style = `${usedBy(`${shell} ${body}`, `${figures.json} ${boot} ${script}`, sheets.join('\n'))}${figures.css}`;
  const policy = `default-src 'none'; script-src ${hash(boot)} ${hash(script)}; style-src ${hash(style)}; img-src data:; base-uri 'none'; form-action 'none'`;
  const icon = `data:image/svg+xml;base64,${readFileSync(join(folder, 'icon.svg')).toString('base64')}`;
  const description = String(must('meta[name="description"]', home).properties.content);
  const html = `<!doctype html>
<html lang="${lang}" data-mode="scroll" data-motion="on"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)}</title><meta name="description" content="${escaped(description)}"><link rel="canonical" href="${new URL(oneFilePath(lang), site).href}"><meta name="robots" content="noindex"><link rel="icon" href="${icon}"><script>${boot}</script><style>${style}</style></head>
<body class="one-file">${shell}${body}<script type="text/plain" data-packed>${packed}</script><script>${script}</script></body></html>`;
  // A last pass leaves out the end tags and quotes that HTML lets one leave out.
  return `${toHtml(fromHtml(html), { omitOptionalTags: true, preferUnquoted: true, collapseEmptyAttributes: true, closeEmptyElements: true })}\n`;
}

/** The one style sheet that every page has. */
const styleSheet = (page: Root): string => basename(String(must('link[rel~="stylesheet"]', page).properties.href));
