/** A role of DPUB-ARIA, as attributes to spread: Astro's typings know those of ARIA alone. */
export const dpub = (role: 'endnotes' | 'noteref' | 'backlink' | 'glossary' | 'bibliography'): object => ({ role: `doc-${role}` });
