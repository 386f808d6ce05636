import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { headersFile } from '../../../src/site/headers.ts';
import { securityTxt } from '../../../src/site/security.ts';
import type { Settings } from '../../../src/site/settings.ts';
import { source } from '../source.ts';
import { cloudFront, INDEX_FUNCTION, s3Upload } from './cloudfront.ts';
import { nginxConf } from './nginx.ts';
import { rulesFor } from './rules.ts';

/** Where the nginx configuration looks for the site, until its reader writes another folder. */
export const NGINX_ROOT = '/srv/www';

/** Writes `_headers` into the build, and what other hosts need into `.generated/hosting/<name of the build>/`. */
export const hosting = ({ base, site, outDir }: Settings): AstroIntegration => ({
  name: 'hosting',
  hooks: {
    'astro:build:done': ({ dir }) => {
      const out = fileURLToPath(dir);
      const rules = rulesFor(out);
      writeFileSync(join(out, '_headers'), headersFile(base, rules));
      // The build stands beside its place until it is whole (scripts/build.ts).
      const folder = join('.generated', 'hosting', basename(outDir).replace(/\.next$/, ''));
      // What an earlier build wrote for other settings is not this build's.
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { recursive: true });
      const security = securityTxt(source().content.site.value, site);
      if (security) {
        writeFileSync(join(folder, 'security.txt'), security);
        // It speaks for a whole host: a site in a folder of one leaves it to the owner of the root.
        if (base === '/') {
          mkdirSync(join(out, '.well-known'), { recursive: true });
          writeFileSync(join(out, '.well-known', 'security.txt'), security);
        }
      }
      writeFileSync(join(folder, 'nginx.conf'), nginxConf(base, NGINX_ROOT, rules));
      writeFileSync(join(folder, 'cloudfront.json'), `${JSON.stringify(cloudFront(base, rules), undefined, 2)}\n`);
      writeFileSync(join(folder, 'cloudfront-function.js'), INDEX_FUNCTION);
      writeFileSync(join(folder, 's3-upload.sh'), s3Upload(base));
    },
  },
});
