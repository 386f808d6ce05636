/** What S3 with CloudFront needs: a policy of response headers a kind of file, and a function for folders. */
import { edgeHeaders, RULES, type Rule } from '../../../src/site/headers.ts';

/** Headers that CloudFront sets by fields of its own and refuses among the custom ones. */
const OWN_FIELDS = ['Content-Security-Policy', 'X-Content-Type-Options', 'Referrer-Policy', 'Access-Control-Allow-Origin'];

/** One `ResponseHeadersPolicyConfig` of the CloudFront API. */
function policyConfig(name: string, headers: Readonly<Record<string, string>>): object {
  const custom = Object.entries(headers).filter(([header]) => !OWN_FIELDS.includes(header));
  const { 'Content-Security-Policy': csp, 'Referrer-Policy': referrer, 'Access-Control-Allow-Origin': origin } = headers;
  return {
    Name: name,
    SecurityHeadersConfig: {
      ContentTypeOptions: { Override: true },
      ...(csp && { ContentSecurityPolicy: { Override: true, ContentSecurityPolicy: csp } }),
      ...(referrer && { ReferrerPolicy: { Override: true, ReferrerPolicy: referrer } }),
    },
    ...(origin && {
      CorsConfig: {
        AccessControlAllowOrigins: { Quantity: 1, Items: [origin] },
        AccessControlAllowHeaders: { Quantity: 1, Items: ['*'] },
        AccessControlAllowMethods: { Quantity: 2, Items: ['GET', 'HEAD'] },
        AccessControlAllowCredentials: false,
        OriginOverride: true,
      },
    }),
    CustomHeadersConfig: {
      Quantity: custom.length,
      Items: custom.map(([Header, Value]) => ({ Header, Value, Override: true })),
    },
  };
}

export interface CloudFront {
  /** Behaviours with the policy of each; the first one is the default. */
  behaviours: { pathPattern: string; policy: string }[];
  policies: object[];
}

/** Policies and the paths they belong to, for a site under `base`. Rules of the same headers share a policy. */
export function cloudFront(base: string, rules: readonly Rule[] = RULES): CloudFront {
  const policies = new Map<string, { name: string; headers: Record<string, string> }>();
  const behaviours = rules.map((rule) => {
    const headers = edgeHeaders(rule);
    const key = JSON.stringify(headers);
    const made = policies.get(key) ?? { name: `mali-${policies.size + 1}`, headers };
    policies.set(key, made);
    return { pathPattern: `${base}${rule.path}`, policy: made.name };
  });
  return { behaviours, policies: [...policies.values()].map(({ name, headers }) => policyConfig(name, headers)) };
}

/**
 * The upload to S3, one command a way of caching: CloudFront caches by what the object itself says, and a policy of
 * response headers speaks to browsers only. New files come before the pages that need them; nothing is deleted.
 */
export function s3Upload(base: string): string {
  const caches = new Map<string, string[]>();
  for (const rule of RULES) {
    const cache = edgeHeaders(rule)['Cache-Control'] ?? '';
    // The rule of the cover names a folder; its file is the page.
    caches.set(cache, [...(caches.get(cache) ?? []), rule.path || 'index.html']);
  }
  const pagesLast = [...caches].sort(([, a], [, b]) => Number(a.includes('index.html')) - Number(b.includes('index.html')));
  const commands = pagesLast.map(([cache, paths]) =>
    [
      `aws s3 cp "$1" "s3://$2${base}" --recursive --exclude '*'`,
      ...paths.map((path) => `  --include '${path}'`),
      `  --cache-control '${cache}'`,
    ].join(' \\\n'),
  );
  return `#!/bin/sh\n# Usage: sh s3-upload.sh FOLDER BUCKET. Made by the build; the table is src/site/headers.ts.\nset -eu\n\n${commands.join('\n\n')}\n`;
}

/** The CloudFront Function for the viewer's request: S3 knows no folders. Extra slashes in front could name another host. */
export const INDEX_FUNCTION = `function handler(event) {
  var request = event.request;
  if (request.uri.endsWith('/')) {
    request.uri += 'index.html';
  } else if (request.uri.split('/').pop().indexOf('.') < 0) {
    var there = request.uri.replace(/^[\\/\\\\]+/, '/') + '/';
    return { statusCode: 301, statusDescription: 'Moved Permanently', headers: { location: { value: there } } };
  }
  return request;
}
`;
