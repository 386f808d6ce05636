/** The path of a program that tests need on this machine, or an empty string. */
export function find(program: 'chromium' | 'nginx'): string;
/** The path of a Chromium on this machine, or an empty string. */
export function findChromium(): string;
