/** A piece of a text, and whether it is what was searched for. */
export interface Piece {
  words: string;
  marked: boolean;
}

interface Folded {
  letters: string;
  /** Where in the text each letter stands. */
  at: number[];
  /** Which letters begin a word. */
  begins: boolean[];
}

/** The letters and digits of a text without accents and case, and where they stand. */
function fold(words: string, keep: RegExp): Folded {
  const folded: Folded = { letters: "", at: [], begins: [] };
  let inWord = false;
  let at = 0;
  for (const sign of words) {
    const plain = sign.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    const letters = [...plain].filter((letter) => keep.test(letter));
    for (const letter of letters) {
      folded.letters += letter;
      for (let unit = 0; unit < letter.length; unit += 1) {
        folded.at.push(at);
        folded.begins.push(!inWord && unit === 0);
      }
      inWord = true;
    }
    // A combining mark goes on with its letter, an apostrophe with its name.
    if (letters.length === 0 && !/[\p{M}'’]/u.test(sign)) inWord = false;
    at += sign.length;
  }
  return folded;
}

const LETTERS = /[\p{L}\p{N}]/u;
const DIGITS = /[0-9]/;

/** What is dialled in front of a number and not part of it. */
const IN_FRONT = /^(?:0044|44(?=\d{6})|0)/;

/** Where in `shown` stands what was typed: [from, to) in characters. */
function places(shown: string, typed: string): [number, number][] {
  const isNumber = /\d{3}/.test(typed.replace(/\D/g, "")) && !/[\p{L}@]/u.test(typed);
  if (isNumber) {
    const number = fold(shown, DIGITS);
    const digits = typed.replace(/\D/g, "");
    for (const sought of [digits, digits.replace(IN_FRONT, "")]) {
      const from = sought.length < 3 ? -1 : number.letters.lastIndexOf(sought);
      if (from >= 0) return [span(number, from, sought.length, shown)];
    }
    return [];
  }
  const text = fold(shown, LETTERS);
  const whole = fold(typed, LETTERS).letters;
  const found = beginning(text, whole);
  if (found >= 0) return [span(text, found, whole.length, shown)];
  return typed.split(/\s+/).flatMap((word) => {
    const { letters } = fold(word, LETTERS);
    const at = beginning(text, letters);
    return at < 0 ? [] : [span(text, at, letters.length, shown)];
  });
}

/** Where a word begins with these letters; -1 where none does. */
function beginning({ letters, begins }: Folded, sought: string): number {
  if (sought === "") return -1;
  let at = letters.indexOf(sought);
  while (at >= 0 && !begins[at]) at = letters.indexOf(sought, at + 1);
  return at;
}

function span({ at }: Folded, from: number, length: number, shown: string): [number, number] {
  const start = at[from] ?? 0;
  const last = at[from + length - 1] ?? start;
  // With the marks that belong to the last letter.
  const rest = /^.\p{M}*/su.exec(shown.slice(last))?.[0].length ?? 1;
  return [start, last + rest];
}

/** A text in pieces, those marked that were searched for: names by their beginnings, numbers by their digits. */
export function markFound(shown: string, typed: string): Piece[] {
  const spans = places(shown, typed).sort(([one], [other]) => one - other);
  const pieces: Piece[] = [];
  let done = 0;
  for (const [from, to] of spans) {
    if (from < done) continue;
    if (from > done) pieces.push({ words: shown.slice(done, from), marked: false });
    pieces.push({ words: shown.slice(from, to), marked: true });
    done = to;
  }
  if (done < shown.length) pieces.push({ words: shown.slice(done), marked: false });
  return pieces;
}
