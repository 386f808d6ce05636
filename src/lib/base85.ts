/**
 * Bytes as text, five letters for four bytes: a sixteenth shorter than base64. The letters are those that stand for
 * themselves inside a script element.
 */
const LETTERS = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i))
  .filter((c) => !'<>&"\'`\\!-'.includes(c))
  .join('');
const BASE = LETTERS.length;
const GROUP = 5;

/** Encodes bytes; the text says their number first. */
export function toBase85(bytes: Uint8Array): string {
  let text = `${bytes.length} `;
  for (let i = 0; i < bytes.length; i += 4) {
    let word = 0;
    for (let k = 0; k < 4; k++) word = word * 256 + (bytes[i + k] ?? 0);
    let letters = '';
    for (let k = 0; k < GROUP; k++) {
      letters = LETTERS.charAt(word % BASE) + letters;
      word = Math.floor(word / BASE);
    }
    text += letters;
  }
  return text;
}

/** The bytes that `toBase85` was given. */
export function fromBase85(text: string): Uint8Array {
  const start = text.indexOf(' ');
  const bytes = new Uint8Array(Number(text.slice(0, start)));
  for (let i = start + 1, at = 0; i < text.length; i += GROUP, at += 4) {
    let word = 0;
    for (let k = 0; k < GROUP; k++) word = word * BASE + LETTERS.indexOf(text.charAt(i + k));
    for (let k = 3; k >= 0; k--) {
      if (at + k < bytes.length) bytes[at + k] = word % 256;
      word = Math.floor(word / 256);
    }
  }
  return bytes;
}
