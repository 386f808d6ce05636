/** What an e-book says of itself: package document, navigation, cover. EPUB 3.3; what it offers to
 * every reader, by the vocabulary of schema.org. No conformance is claimed: nobody has audited it. */
import { formats } from '../../src/i18n/format.ts';
import { typeset } from '../../src/i18n/typography.ts';
import type { Content } from '../../src/lib/content.ts';
import { estimateWidth, wrap } from '../../src/scene/marks.ts';
import { escapeXml } from '../../src/scene/svg.ts';
import type { Lang } from '../../src/scene/types.ts';
import { type Anchor, type Part, xhtmlFile } from './epub-parts.ts';

export interface Book {
  lang: Lang;
  content: Content;
  parts: readonly Part[];
  /** Full address of the e-book itself: its identifier. */
  address: string;
  version: string;
}

/** A string of the interface. */
export function ui({ lang, content }: Pick<Book, 'lang' | 'content'>, key: string): string {
  const words = content.ui[lang].value[key];
  if (!words) throw new Error(`unknown interface string "${key}"`);
  return typeset(words, lang);
}

const titleOf = ({ lang, content }: Book): string => typeset(content.site.value.title[lang], lang);

/** The container file that leads to the package. */
export const CONTAINER =
  '<?xml version="1.0" encoding="UTF-8"?>\n<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>\n';

const A11Y = [
  ['accessMode', 'textual'],
  ['accessMode', 'visual'],
  ['accessModeSufficient', 'textual'],
  ['accessModeSufficient', 'textual,visual'],
  ...['structuralNavigation', 'tableOfContents', 'readingOrder', 'alternativeText', 'displayTransformability', 'ARIA'].map((f) => [
    'accessibilityFeature',
    f,
  ]),
  ...['noFlashingHazard', 'noMotionSimulationHazard', 'noSoundHazard'].map((h) => ['accessibilityHazard', h]),
] as const;

/** The package document: metadata, every file, reading order. */
export function packageDocument(book: Book): string {
  const { lang, content, parts, address, version } = book;
  const { sentence, edition } = content.site.value;
  const title = escapeXml(titleOf(book));
  const steps = [...new Set(parts.flatMap((p) => p.steps))];
  const metas = [
    ...A11Y.map(([name, value]) => `<meta property="schema:${name}">${value}</meta>`),
    `<meta property="schema:accessibilitySummary">${escapeXml(ui(book, 'epub-summary'))}</meta>`,
    `<meta property="dcterms:modified">${edition}T00:00:00Z</meta>`,
    `<meta property="schema:version">${version}</meta>`,
  ];
  const items = [
    '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>',
    '<item id="css" href="book.css" media-type="text/css"/>',
    '<item id="cover" href="img/cover.png" media-type="image/png" properties="cover-image"/>',
    ...parts.map(({ name, href }) => `<item id="${name}" href="${href}" media-type="application/xhtml+xml"/>`),
    ...steps.map((step) => `<item id="img-${step}" href="img/${step}.svg" media-type="image/svg+xml"/>`),
  ];
  const [first, ...rest] = parts.map(({ name }) => `<itemref idref="${name}"/>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${lang}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">${escapeXml(address)}</dc:identifier>
<dc:title>${title}</dc:title>
<dc:language>${lang}</dc:language>
<dc:publisher>${title}</dc:publisher>
<dc:date>${edition}</dc:date>
<dc:rights>CC BY 4.0 https://creativecommons.org/licenses/by/4.0/</dc:rights>
<dc:description>${escapeXml(typeset(sentence[lang], lang))}</dc:description>
${metas.join('\n')}
</metadata>
<manifest>
${items.join('\n')}
</manifest>
<spine>
${[first, '<itemref idref="nav"/>', ...rest].join('\n')}
</spine>
</package>
`;
}

const link = ({ href, words }: Anchor, type = ''): string => `<a${type && ` epub:type="${type}"`} href="${href}">${escapeXml(words)}</a>`;

/** Contents, figures and landmarks. */
export function navigation(book: Book): string {
  const { parts, lang } = book;
  const list = (anchors: readonly Anchor[]): string => `<ol>${anchors.map((a) => `<li>${link(a)}</li>`).join('')}</ol>`;
  const heading = ui(book, 'print-contents');
  const contents = parts.map((part) => `<li>${link(part)}${part.sections.length ? list(part.sections) : ''}</li>`).join('\n');
  const landmarks = [
    `<li>${link({ href: 'nav.xhtml', words: heading }, 'toc')}</li>`,
    ...Object.entries({ 'chapter-1': 'bodymatter', notes: 'endnotes', glossary: 'glossary', sources: 'bibliography' }).flatMap(
      ([name, type]) => parts.filter((p) => p.name === name).map((p) => `<li>${link(p, type)}</li>`),
    ),
  ];
  const body = [
    `<nav epub:type="toc" role="doc-toc" id="toc" aria-labelledby="h-toc"><h1 id="h-toc">${escapeXml(heading)}</h1><ol>${contents}</ol></nav>`,
    `<nav epub:type="loi" id="loi" aria-labelledby="h-loi"><h2 id="h-loi">${escapeXml(ui(book, 'page-figures'))}</h2>${list(parts.flatMap((p) => p.figures))}</nav>`,
    `<nav epub:type="landmarks" id="landmarks" aria-labelledby="h-landmarks" hidden=""><h2 id="h-landmarks">${escapeXml(ui(book, 'epub-landmarks'))}</h2><ol>${landmarks.join('')}</ol></nav>`,
  ];
  return xhtmlFile(lang, heading, body.join('\n'));
}

/** The cover as SVG, 600 by 800: paper, title, sentence, and one of the book's own drawings. */
export function coverSvg(book: Book, drawing: string): string {
  const { content, lang } = book;
  const { sentence, edition } = content.site.value;
  const text = (rows: readonly string[], y: number, size: number, face: string, fill: string, weight = 400): string =>
    rows
      .map(
        (row, i) =>
          `<text x="40" y="${y + i * size * 1.25}" font-size="${size}" font-family="${face}" font-weight="${weight}" fill="${fill}">${escapeXml(row)}</text>`,
      )
      .join('');
  const [serif, sans] = ['Gentium Plus', 'Noto Sans'];
  const title = titleOf(book);
  const size = Math.min(56, (55 * 520) / estimateWidth(title, 55, 'serif'));
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 800" width="600" height="800"><rect width="600" height="800" fill="#faf6ee"/>',
    drawing.replace('<svg ', '<svg x="40" y="370" ').replace(/ width="\d+" height="\d+" role/, ' width="520" height="370" role'),
    '<rect x="40" y="60" width="520" height="2" fill="#8a4b08"/>',
    text([title], 62 + size * 1.35, size, serif, '#1d1b33', 700),
    text(wrap(typeset(sentence[lang], lang), 520, 25, 'serif'), 190, 25, serif, '#1d1b33'),
    text([`${formats(lang).date(edition)} · CC BY 4.0`], 775, 15, sans, '#57536b'),
    '</svg>',
  ].join('');
}
