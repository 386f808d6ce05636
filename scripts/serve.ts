/** Serves a built folder as a plain file host would: `node scripts/serve.ts dist`. PORT and BASE_PATH are respected. */
import { createServer } from 'node:http';
import { join } from 'node:path';
import { readSettings } from '../src/site/settings.ts';
import { fileHandler } from './lib/files.ts';

const folder = join(import.meta.dirname, '..', process.argv[2] ?? 'dist');
const { base } = readSettings(process.env);
const port = Number(process.env.PORT ?? 4321);

createServer(fileHandler(folder, base))
  .on('error', (error: NodeJS.ErrnoException) => {
    console.error(error.code === 'EADDRINUSE' ? `Port ${port} is taken: set PORT to another, e.g. PORT=4322 npm start` : error.message);
    process.exit(1);
  })
  .listen(port, () => console.log(`\nMali: a peace undone\n  http://localhost:${port}${base}\n(Ctrl+C stops it)`));
