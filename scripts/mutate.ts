/**
 * `npm run mutate [-- i18n scene story claims]`: breaks the code of a folder in a few hundred ways, one at a time, and
 * says which the tests did not notice. Takes minutes a folder. What needs a page is left to the browser tests.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './lib/setup.mjs';

const FILES = {
  i18n: 'src/i18n/*.ts',
  scene: 'src/scene/*.ts',
  story: ['geometry', 'controller', 'address', 'host', 'theme', 'find-fields', 'explore'].map((name) => `src/story/${name}.ts`).join(),
  claims: 'src/claims/*.ts',
} as const;
type Folder = keyof typeof FILES;

const tools = join(import.meta.dirname, 'tools');
const stryker = join(tools, 'node_modules', '.bin', 'stryker');
const chosen = process.argv.slice(2);
const unknown = chosen.find((name) => !(name in FILES));
if (unknown) {
  console.error(`  found:   ${unknown}\n  allowed: ${Object.keys(FILES).join(', ')}`);
  process.exit(1);
}
if (!existsSync(stryker) && run('npm', ['ci', '--no-audit', '--no-fund', '--prefix', tools]) !== 0) process.exit(1);
const codes = ((chosen.length ? chosen : Object.keys(FILES)) as Folder[]).map((folder) => {
  console.log(`\n── ${folder}`);
  return run(stryker, ['run', join(tools, 'stryker.config.json'), '--mutate', FILES[folder]], { MUTATE: folder });
});
process.exit(Math.max(...codes));
