import type { Site } from '../lib/content.ts';

/**
 * security.txt (RFC 9116) of a house that named a contact; nothing where it named none. `origin` is scheme and host. It
 * expires a year after the edition: a contact that nobody has looked at since is worse than none.
 */
export function securityTxt({ brand, edition, languages }: Site, origin: string): string | undefined {
  if (!brand.security) return undefined;
  const expires = `${Number(edition.slice(0, 4)) + 1}${edition.slice(4)}`.replace('-02-29', '-02-28');
  return [
    `Contact: ${brand.security}`,
    `Expires: ${expires}T00:00:00Z`,
    `Preferred-Languages: ${languages.join(', ')}`,
    `Canonical: ${origin}/.well-known/security.txt`,
    '',
  ].join('\n');
}
