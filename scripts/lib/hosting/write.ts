import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { headersFile } from '../../../src/site/headers.ts';
import { cloudFront, INDEX_FUNCTION, s3Upload } from './cloudfront.ts';
import { nginxConf } from './nginx.ts';
import { rulesFor } from './rules.ts';

/** Where the nginx configuration looks for the site, until its reader writes another folder. */
export const NGINX_ROOT = '/srv/www';

/** Writes `_headers` into the build, and what other hosts need into `.generated/hosting/<name of the build>/`. */
export const hosting = (base: string): AstroIntegration => ({
  name: 'hosting',
  hooks: {
    'astro:build:done': ({ dir }) => {
      const out = fileURLToPath(dir);
      const rules = rulesFor(out);
      writeFileSync(join(out, '_headers'), headersFile(base, rules));
      const folder = join('.generated', 'hosting', basename(out));
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'nginx.conf'), nginxConf(base, NGINX_ROOT, rules));
      writeFileSync(join(folder, 'cloudfront.json'), `${JSON.stringify(cloudFront(base, rules), undefined, 2)}\n`);
      writeFileSync(join(folder, 'cloudfront-function.js'), INDEX_FUNCTION);
      writeFileSync(join(folder, 's3-upload.sh'), s3Upload(base));
    },
  },
});
