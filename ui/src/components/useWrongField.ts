import { type RefObject, useEffect, useRef } from "react";
import { firstWrong } from "./typedIn";

/**
 * After a save that was refused the keyboard stands in the first wrong field. `ask` is called when
 * something is sent; the answer may come with the next drawing or much later.
 */
export function useWrongField(form: RefObject<HTMLElement | null>, running: boolean) {
  const asked = useRef(false);
  // After every drawing: which one brings the words of a refusal, only the form itself knows.
  useEffect(() => {
    if (!asked.current || running || !form.current) return;
    const wrong = firstWrong(form.current);
    if (!wrong) return;
    asked.current = false;
    wrong.focus();
  });
  return {
    ask: () => {
      asked.current = true;
    },
    /** Something is typed again: the keyboard stays where it is. */
    forget: () => {
      asked.current = false;
    },
  };
}
