/** The words of a closed list with the words for people, in its order. */
export function entriesOf<Word extends string>(list: Record<Word, string>): [Word, string][] {
  return Object.entries(list) as [Word, string][];
}

/** The words of a closed list, in its order. */
export function wordsOf<Word extends string>(list: Record<Word, string>): Word[] {
  return Object.keys(list) as Word[];
}
