/** The path of a Chromium on this machine, or an empty string. */
export function findChromium(): string;
