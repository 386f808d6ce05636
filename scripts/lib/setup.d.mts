/** The path of a Chromium on this machine, or an empty string. */
export function findChromium(): string;
/** The path of a program on this machine, or an empty string. */
export function findProgram(name: string): string;
/** The command that runs EPUBCheck, as words; empty where there is none. */
export function findEpubcheck(): string[];
