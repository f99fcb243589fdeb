import { SHORTEST_PASSWORD } from "./rules";

export type Strength = "empty" | "short" | "weak" | "fair" | "good" | "strong";

const worn = [
  "password",
  "passwort",
  "forecourt",
  "dealer",
  "qwerty",
  "letmein",
  "welcome",
  "admin",
  "monday",
  "summer",
  "winter",
];

/**
 * How hard a password is to guess, in words for the person who chooses it. Length counts most;
 * repeats, runs, worn words and one's own name count against it. Only advice: the dispatcher decides.
 */
export function strengthOf(password: string, own: readonly string[] = []): Strength {
  if (password === "") return "empty";
  const characters = Array.from(password);
  if (characters.length < SHORTEST_PASSWORD) return "short";
  const lower = password.toLowerCase();
  let rest = lower;
  for (const word of [...worn, ...own.flatMap((name) => name.toLowerCase().split(/\s+/))]) {
    if (word.length >= 3) rest = rest.replaceAll(word, "-");
  }
  let surprising = 0;
  const letters = Array.from(rest);
  letters.forEach((letter, index) => {
    const before = letters[index - 1]?.codePointAt(0);
    const now = letter.codePointAt(0) ?? 0;
    const step = before === undefined ? 99 : Math.abs(now - before);
    surprising += step > 1 ? 1 : 0.25;
  });
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\d/u, /[^\p{L}\d]/u].filter((kind) => kind.test(password));
  const score = surprising + (kinds.length - 1) * 1.5;
  if (score < 8) return "weak";
  if (score < 12) return "fair";
  if (score < 17) return "good";
  return "strong";
}
