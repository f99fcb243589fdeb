/** The words of a closed list with the words for people, in its order. */
export function entriesOf<Word extends string>(list: Record<Word, string>): [Word, string][] {
  return Object.entries(list) as [Word, string][];
}
