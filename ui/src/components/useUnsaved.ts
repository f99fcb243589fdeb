import { useEffect, useRef } from "react";
import { holdTyped } from "@/lib/unsaved";

/** Has whatever leaves the screen ask first, while the form holds something typed and not saved. */
export function useUnsaved(typed: () => boolean) {
  const now = useRef(typed);
  now.current = typed;
  useEffect(() => holdTyped(() => now.current()), []);
}
