// `npm start`: on a fresh clone installs, builds and serves the site.
import { install, run } from './lib/setup.mjs';

install();
if (run('npm', ['run', '--silent', 'build']) !== 0) process.exit(1);
process.exit(run('node', ['scripts/serve.ts', 'dist']));
