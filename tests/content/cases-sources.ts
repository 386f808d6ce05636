import { type Cases, FACTS } from './broken.ts';

/** What sources may not be. */
export const sourceCases: Cases = {
  'a source without address': {
    edits: { 'sources/a.json': ['    "URL": "https://example.org/report",\n', ''] },
    rule: 'source-date-address',
    where: 'sources/a.json:2',
    found: 'report without address',
    allowed: 'URL or archive',
    hint: 'find it',
  },
  'a source without date': {
    edits: { 'sources/a.json': [/ {4}"issued".*\n/, ''] },
    rule: 'source-date-address',
    where: 'sources/a.json:2',
    found: 'report without date',
    allowed: 'issued or accessed',
    hint: 'find it',
  },
  'a claim that nobody read': {
    edits: { 'sources/a.json': ['"read": "read"', '"read": "known"'] },
    rule: 'source-unread',
    where: `${FACTS}:1`,
    found: 'not re-read',
    allowed: 'at least one source read',
    hint: 'leave the claim out',
  },
  'an established claim on one newspaper': {
    edits: { 'sources/a.json': [', "primary": true', ''] },
    rule: 'established-by',
    where: `${FACTS}:1`,
    found: 'days: established, on report alone',
    allowed: 'two sources',
    hint: 'call it reported',
  },
  'a page with two records': {
    edits: {
      'sources/a.json': [
        '\n]',
        ',\n  { "id": "again", "type": "report", "title": "It", "publisher": "P", "issued": { "date-parts": [[2020]] }, "URL": "http://example.org/report/", "language": "en", "custom": { "read": "read" } }\n]',
      ],
    },
    rule: 'source-twice',
    where: 'sources/a.json:12',
    found: 'again: the page of report',
    allowed: 'one record a page',
    hint: 'custom.formerly',
  },
};
