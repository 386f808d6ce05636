export function findProgram(...names: string[]): string;
export function findFirefox(): string;
export function findWebKit(): { driver: string; xvfb: string; browser: string } | undefined;
