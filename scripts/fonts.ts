/**
 * Cuts Gentium Plus down to the glyphs the content uses, before every build: `.generated/fonts/`. Same
 * content, same bytes. The extended files hold the letters of Mali's languages (ɛ ɔ ɲ ŋ …) and are fetched
 * only by a page that prints one of them.
 */
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import subsetFont from 'subset-font';

const root = join(import.meta.dirname, '..');
const out = join(root, '.generated', 'fonts');
const WEIGHTS = [400, 700] as const;

/** Always there: what code sets around the content's own words, and the letters of Bambara and Tamasheq. */
const ALWAYS =
  ' \u00a0\u202f\u2011’‘“”«»–—…·×‹›/&0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzœŒæÆŸÀÂÇÉÈÊËÎÏÔÙÛÜàâçéèêëîïôùûü.,:;!?()[]-+%';
const EXTENDED = 'ɛƐɔƆɲƝŋŊǝƎɣƔ';

/** Letters beyond Latin-1 and general punctuation live in the package's extended file. */
const isExtended = (c: string): boolean => {
  const code = c.codePointAt(0) ?? 0;
  return code > 0xff && !(code >= 0x2000 && code <= 0x206f) && !'œŒŸ'.includes(c);
};

const used = new Set([...ALWAYS, ...EXTENDED]);
for (const file of globSync('content/**/*.{mdx,yaml,csv}', { cwd: root }).sort())
  for (const c of readFileSync(join(root, file), 'utf8')) if (c >= ' ') used.add(c);
const sorted = [...used].sort();
const sets = { '': sorted.filter((c) => !isExtended(c)).join(''), '-ext': sorted.filter(isExtended).join('') };

const require = createRequire(import.meta.url);
const source = (weight: number, ext: string): string =>
  require.resolve(`@fontsource/gentium-plus/files/gentium-plus-latin${ext}-${weight}-normal.woff2`);
const range = (text: string): string => [...text].map((c) => `U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase()}`).join(',');

const digest = createHash('sha256')
  .update(JSON.stringify(sets))
  .update(readFileSync(import.meta.filename))
  .update(readFileSync(require.resolve('@fontsource/gentium-plus/package.json')))
  .update(readFileSync(require.resolve('subset-font/package.json')))
  .digest('hex');
const stamp = join(out, 'digest');
if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) process.exit(0);

mkdirSync(out, { recursive: true });
// `optional`: a font that is late is used from the next page on, so nothing ever shifts under a reader's eyes.
const faces: string[] = [];
let bytes = 0;
for (const weight of WEIGHTS) {
  for (const [ext, text] of Object.entries(sets)) {
    // Hints matter on no screen a phone has; ligatures and small capitals are not used.
    const font = await subsetFont(readFileSync(source(weight, ext)), text, {
      targetFormat: 'woff2',
      noHinting: true,
      keepFeatures: ['kern', 'mark', 'mkmk', 'ccmp', 'locl'],
    } as never);
    const name = `gentium${ext}-${weight}.woff2`;
    writeFileSync(join(out, name), font);
    if (!ext) bytes += font.length;
    faces.push(
      `@font-face {\n  font-family: "Gentium Plus";\n  src: url("./${name}") format("woff2");\n  font-weight: ${weight};\n  font-display: optional;\n  unicode-range: ${range(text)};\n}`,
    );
  }
}
writeFileSync(join(out, 'fonts.css'), `${faces.join('\n')}\n`);
writeFileSync(stamp, digest);
console.log(
  `fonts: ${sets[''].length} glyphs, regular and bold ${(bytes / 1024).toFixed(1)} kB; ${sets['-ext'].length} more in the extended files`,
);
