import { useRef } from "react";

/** Letters that follow one another sooner than this are one word. */
const TOGETHER_MS = 900;

/**
 * Gathers letters typed over a list into the word they begin. The answer takes a key and says whether it
 * was one of them.
 */
export function useTypedLetters(onLetters: (letters: string) => void): (key: string) => boolean {
  const typed = useRef({ letters: "", at: 0 });
  return (key) => {
    if (!/^[\p{L}\p{N}]$/u.test(key)) return false;
    const now = performance.now();
    const before = now - typed.current.at < TOGETHER_MS ? typed.current.letters : "";
    // The same letter again means the same letter, not a name of two.
    const letters = before === key ? key : before + key;
    typed.current = { letters, at: now };
    onLetters(letters);
    return true;
  };
}
