/** The part of an nginx configuration that serves the site. */
import { edgeHeaders, HSTS, type Rule } from '../../../src/site/headers.ts';
import { isText, TYPES } from './mime.ts';

const quoted = (value: string): string => `"${value.replace(/["\\]/g, '\\$&')}"`;

/** Headers go out with every answer of a location, "not found" and "moved" included; nothing is inherited by it. */
const headersOf = (rule: Rule, indent: string): string[] =>
  Object.entries(edgeHeaders(rule)).map(([name, value]) => `${indent}add_header ${name} ${quoted(value)} always;`);

function location(rule: Rule, base: string): string {
  const address = `${base}${rule.path.replace(/\*$/, '')}`;
  return [
    `    location ${rule.path.endsWith('*') ? '^~' : '='} ${address} {`,
    '        try_files $uri $uri/ =404;',
    ...headersOf(rule, '        '),
    '    }',
  ].join('\n');
}

/**
 * The configuration for a site under `base`, to be included in a `server` block. `root` is the folder whose
 * sub-folder `base` holds the files.
 */
export function nginxConf(base: string, root: string, rules: readonly Rule[]): string {
  const cover = rules.find(({ path }) => path === '');
  if (!cover) throw new Error('the table of headers has no rule for the cover');
  const text = Object.values(TYPES).filter((type) => isText(type) && type !== 'text/html');
  return `# Made by the build; the table is src/site/headers.ts. Include it in a server block:
#   include /etc/nginx/mali.conf;
# The files lie in ${root}${base}. Only the owner of the whole domain may add to each location:
#   add_header Strict-Transport-Security "${HSTS}" always;
${base === '/' ? '' : `location = ${base.slice(0, -1)} {\n    absolute_redirect off;\n    return 301 ${base};\n}\n`}location ^~ ${base} {
    root ${quoted(root)};
    index index.html;
    absolute_redirect off;
    error_page 404 ${base}404.html;
    charset utf-8;
    charset_types ${text.join(' ')};
    types {
${Object.entries(TYPES)
  .map(([ext, type]) => `        ${type} ${ext};`)
  .join('\n')}
    }
    try_files $uri $uri/ =404;
${headersOf(cover, '    ').join('\n')}

${rules
  .filter((rule) => rule.path !== '')
  .map((rule) => location(rule, base))
  .join('\n')}
}
`;
}
