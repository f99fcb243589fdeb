/** The longest note there may be, in Unicode scalars (D-07, A-44). */
export const NOTES_MAX = 10_000;

/** Counts Unicode scalars, the way the length of a note is counted everywhere: an emoji of one scalar is one. */
export function scalars(words: string): number {
  let count = 0;
  for (const _ of words) count += 1;
  return count;
}
