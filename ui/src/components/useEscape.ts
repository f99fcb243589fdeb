import { useEffect, useRef } from "react";

type Act = { current: () => void };

/** The open dialogs, the uppermost last. */
const open: Act[] = [];

/** One listener for all of them: Esc is for the uppermost dialog, and for no other. */
function onKeyDown(event: KeyboardEvent) {
  if (event.key !== "Escape" || event.isComposing) return;
  // What drops down within a dialog closes first.
  const { target } = event;
  if (
    target instanceof Element &&
    target.getAttribute("data-mantine-stop-propagation") === "true"
  ) {
    return;
  }
  open.at(-1)?.current();
}

/** What Esc does while a dialog is open and no other stands above it. */
export function useEscape(opened: boolean, act: () => void) {
  const now = useRef(act);
  now.current = act;
  useEffect(() => {
    if (!opened) return;
    if (open.length === 0) window.addEventListener("keydown", onKeyDown, { capture: true });
    open.push(now);
    return () => {
      open.splice(open.indexOf(now), 1);
      if (open.length === 0) window.removeEventListener("keydown", onKeyDown, { capture: true });
    };
  }, [opened]);
}
