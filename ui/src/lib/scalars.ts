/** Counts Unicode scalars, the way the length of a note is counted everywhere: an emoji of one scalar is one. */
export function scalars(words: string): number {
  let count = 0;
  for (const _ of words) count += 1;
  return count;
}
