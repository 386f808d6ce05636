/**
 * What a host sends with each kind of file: one table, from which the `_headers` of the build, the configurations for
 * nginx and CloudFront, and the local server are made.
 *
 * Rules are disjoint: hosts that read `_headers` apply every rule that matches, and two policies are stricter than either.
 */

/** A folder with all beneath it (`data/*`), or one address; without the base, and without a leading slash. */
export type Pattern = string;

export interface Rule {
  path: Pattern;
  headers: Readonly<Record<string, string>>;
  /** The page states a policy of its own, by hashes that only the build knows: `statedRules` puts it here. */
  stated?: true;
  /** Caching for hosts that are not emptied by each deploy; the same as in `headers` where there is none. */
  edgeCache?: string;
}

/** The policy of pages: who may frame them, and what they may frame (the previews of embeds). */
const policy = (ancestors: string, frames = "frame-src 'self'"): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "media-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    ...(frames ? [frames] : []),
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${ancestors}`,
  ].join('; ');

const CACHE = {
  /** A deploy empties the host's own cache, so that readers always ask. */
  page: 'public, max-age=0, must-revalidate',
  /** A correction is live within about five minutes without anybody emptying anything. */
  edge: 'public, max-age=60, s-maxage=300, stale-while-revalidate=600, stale-if-error=86400',
  /** The name changes with the content. */
  forever: 'public, max-age=31536000, immutable',
  data: 'public, max-age=300, stale-while-revalidate=86400',
  hour: 'public, max-age=3600',
} as const;

/** Only whoever owns the whole domain may promise this; it stands in what is generated as a comment. */
export const HSTS = 'max-age=31536000; includeSubDomains';

const SAFE = { 'X-Content-Type-Options': 'nosniff' } as const;
/** What is no page may load nothing, should anybody open it as one. */
const BARE = { 'Content-Security-Policy': "default-src 'none'", ...SAFE } as const;
const PAGE = {
  'Content-Security-Policy': policy("'self'"),
  ...SAFE,
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': CACHE.page,
} as const;
const { 'Cross-Origin-Opener-Policy': _opener, ...FRAMED } = PAGE;

const page = (path: Pattern): Rule => ({ path, headers: PAGE, edgeCache: CACHE.edge });
/** A figure in somebody else's page: anybody may frame it, and its opener is not its own. */
const embed = (path: Pattern): Rule => ({
  path,
  headers: { ...FRAMED, 'Content-Security-Policy': policy('*', ''), 'Cross-Origin-Resource-Policy': 'cross-origin' },
  edgeCache: CACHE.edge,
});
/** Documents to take away that hold pages of their own: the policy of pages, the caching of files. */
const pack = (path: Pattern): Rule => ({ path, headers: { ...PAGE, 'Cache-Control': CACHE.data } });
/** A page that carries its own script and style. */
const whole = (path: Pattern): Rule => ({ ...page(path), stated: true });
/** Parts of this site's own pages. */
const own = (path: Pattern, cache: string): Rule => ({
  path,
  headers: { ...BARE, 'Cross-Origin-Resource-Policy': 'same-origin', 'Cache-Control': cache },
});
/** Files that others load too: what embeds are made of, and what other sites may show, link and fetch. */
const shared = (path: Pattern, cache: string): Rule => ({
  path,
  headers: { ...BARE, 'Cross-Origin-Resource-Policy': 'cross-origin', 'Access-Control-Allow-Origin': '*', 'Cache-Control': cache },
});

/** Every address of the output, whether this edition has the folder or not. */
export const RULES: readonly Rule[] = [
  page(''),
  page('en/*'),
  page('fr/*'),
  page('kept/*'),
  page('404.html'),
  embed('embed/*'),
  pack('kit/*'),
  whole('offline/mali-en.html'),
  whole('offline/mali-fr.html'),
  pack('offline/mali-en.zip'),
  pack('offline/mali-fr.zip'),
  // A sandboxed embed has no origin of its own: its scripts and fonts are fetched as a stranger would.
  shared('_astro/*', CACHE.forever),
  shared('embed.js', CACHE.hour),
  own('brand/*', CACHE.hour),
  own('search/*', CACHE.data),
  own('boot.js', CACHE.page),
  own('lite.css', CACHE.data),
  own('keep.js', CACHE.page),
  // A worker's own policy rules what it fetches.
  { path: 'sw.js', headers: { ...own('', CACHE.page).headers, 'Content-Security-Policy': "default-src 'none'; connect-src 'self'" } },
  own('icon.svg', CACHE.hour),
  own('manifest.webmanifest', CACHE.hour),
  shared('data/*', CACHE.data),
  shared('figures/*', CACHE.data),
  shared('share/*', CACHE.data),
  shared('epub/*', CACHE.data),
  shared('cite/*', CACHE.data),
  shared('oembed/*', CACHE.hour),
  shared('feed.en.xml', CACHE.hour),
  shared('feed.fr.xml', CACHE.hour),
  shared('sitemap.xml', CACHE.hour),
  shared('robots.txt', CACHE.hour),
  shared('.well-known/security.txt', CACHE.hour),
];

/** The table with the policies that pages state for themselves: `policyOf` reads one, or nothing where there is no such page. */
export const statedRules = (policyOf: (path: string) => string | undefined): readonly Rule[] =>
  RULES.map((rule) => {
    const policy = rule.stated && policyOf(rule.path);
    return policy ? { ...rule, headers: { ...rule.headers, 'Content-Security-Policy': `${policy}; frame-ancestors 'self'` } } : rule;
  });

/** Whether a rule speaks for an address (without base and leading slash). */
export const matches = ({ path }: Pick<Rule, 'path'>, address: string): boolean =>
  path.endsWith('*') ? address.startsWith(path.slice(0, -1)) : address === path;

/** The rule of an address (without base and leading slash); an address of none gets that of the page "not found". */
export function ruleOf(address: string, rules = RULES): Rule {
  const found = rules.find((rule) => matches(rule, address)) ?? rules.find(({ path }) => path === '404.html');
  if (!found) throw new Error('the table of headers has no rule for 404.html');
  return found;
}

/** The headers of a rule for hosts that a deploy does not empty. */
export const edgeHeaders = ({ headers, edgeCache }: Rule): Record<string, string> => ({
  ...headers,
  ...(edgeCache && { 'Cache-Control': edgeCache }),
});

/** `_headers`, as Cloudflare Pages and Netlify read it, for a site under `base`. */
export function headersFile(base: string, rules: readonly Rule[]): string {
  const rule = ({ path, headers }: Rule): string =>
    [`${base}${path}`, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n');
  return `# Made by the build; the table is src/site/headers.ts. Only the owner of the whole domain may add to each rule:
#   Strict-Transport-Security: ${HSTS}
${rules.map(rule).join('\n\n')}
`;
}
