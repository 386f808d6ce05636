/** `npm run check`: types, lint and format, content audit. All of it runs, so that all failures show. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const run = (command: string, args: string[]): boolean => spawnSync(command, args, { cwd: root, stdio: 'inherit' }).status === 0;

const results = [
  run('node', ['scripts/fonts.ts']),
  run('astro', ['check', '--minimumFailingSeverity', 'hint']),
  run('biome', ['ci', '.']),
  run('node', ['scripts/audit.ts']),
];
process.exit(results.every(Boolean) ? 0 : 1);
