/**
 * The publishers named in a figure's source line, at most `most` of them in about `room` letters (one is always named), and
 * how many more the table lists.
 */
export function publishersOf(publishers: readonly string[], most = 4, room = Number.POSITIVE_INFINITY): { named: string[]; rest: number } {
  const all = [...new Set(publishers)];
  const named = all.slice(0, most);
  while (named.length > 1 && named.join(', ').length > room) named.pop();
  return { named, rest: all.length - named.length };
}
