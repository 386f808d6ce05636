/** `npm run pdf`: the print edition of the built site as PDFs, A4 and Letter, into `.generated/pdf/`. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FORMATS, pageCount, printPages, startPrinter } from './lib/paper.ts';

const root = join(import.meta.dirname, '..');
const out = join(root, '.generated', 'pdf');
const dist = join(root, process.env.OUT_DIR ?? 'dist');
if (!existsSync(join(dist, 'en', 'print', 'index.html'))) {
  console.error(`${dist} holds no built site: run npm run build first.`);
  process.exit(1);
}

mkdirSync(out, { recursive: true });
const printer = await startPrinter(dist);
console.log(`${'file'.padEnd(24)}${'pages'.padStart(6)}${'kB'.padStart(7)}`);
for (const { path, name } of printPages())
  for (const format of FORMATS) {
    const bytes = await printer.pdf(path, format);
    const file = `${name}-${format.toLowerCase()}.pdf`;
    writeFileSync(join(out, file), bytes);
    console.log(`${file.padEnd(24)}${String(pageCount(bytes)).padStart(6)}${String(Math.round(bytes.length / 1000)).padStart(7)}`);
  }
await printer.close();
