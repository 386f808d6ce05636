/** Types of the files that a build holds, for every server that does not know them all. */
export const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  svg: 'image/svg+xml',
  json: 'application/json',
  csv: 'text/csv',
  xml: 'application/xml',
  txt: 'text/plain',
  md: 'text/markdown',
  png: 'image/png',
  jpg: 'image/jpeg',
  woff2: 'font/woff2',
  webmanifest: 'application/manifest+json',
  bib: 'text/x-bibtex',
  ris: 'application/x-research-info-systems',
  epub: 'application/epub+zip',
  zip: 'application/zip',
};

/** Whether a type is text, which is UTF-8 in all of this site. */
export const isText = (type: string): boolean => /^text\/|\/(?:json|xml|manifest\+json|x-research-info-systems)$/.test(type);
