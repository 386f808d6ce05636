/** What an entry of the search holds; build and browser have to agree on it. */
export interface Found {
  id: number;
  /** "Claim", "Source", …, in the reader's language. */
  kind: string;
  title: string;
  /** A line under the title; may be empty. */
  text: string;
  /** Path under the base of the site, without leading slash. */
  href: string;
  /** Words that are searched but not shown. */
  more: string;
}

export const FIELDS = ['title', 'text', 'more'] as const;
export const STORED = ['kind', 'title', 'text', 'href'] as const;
