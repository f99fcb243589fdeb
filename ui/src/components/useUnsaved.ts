import { useEffect, useRef } from "react";
import { holdTyped, type Typed } from "@/lib/unsaved";

/** Has whatever leaves the screen ask first, while the form holds something typed and not saved. */
export function useUnsaved(form: Typed) {
  const now = useRef(form);
  now.current = form;
  useEffect(
    () =>
      holdTyped({
        isTyped: () => now.current.isTyped(),
        isKept: () => now.current.isKept?.() ?? false,
        discard: () => now.current.discard?.(),
      }),
    [],
  );
}
