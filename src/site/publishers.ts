/** The publishers named in a figure's source line, and how many more the table lists. */
export function publishersOf(publishers: readonly string[]): { named: string[]; rest: number } {
  const all = [...new Set(publishers)];
  const named = all.slice(0, 4);
  return { named, rest: all.length - named.length };
}
