/** Runs a command in the project, with its own Node first, and gives back its exit code. */
export function run(command: string, args: string[], env?: Record<string, string>): number;
/** The path of a program that tests need on this machine, or an empty string. */
export function find(program: 'chromium' | 'nginx' | 'poppler' | 'java' | 'epubcheck'): string;
/** The path of a Chromium on this machine, or an empty string. */
export function findChromium(): string;
export function needChromium(whole?: boolean): string;
/** The command that runs EPUBCheck, as words; empty where there is none. */
export function findEpubcheck(): string[];
type Program = Parameters<typeof find>[0];
/** Those without which no test of a built site runs. */
export const TESTED: readonly Program[];
/** Finds programs, or installs Debian's where this user may; otherwise says what to do and ends the process. Gives the environment that names them. */
export function ensure(programs: readonly Program[]): Record<string, string>;
/** The environment of every child: the Node that package `node` brought comes first. */
export function environment(extra?: Record<string, string>): NodeJS.ProcessEnv;
