import { useLayoutEffect, useMemo } from "react";

/**
 * Gives the focus back to what opened a dialog, also where the screen drops the dialog as a whole: the
 * library does it only for a dialog that stays and is closed.
 */
export function useFocusBack(opened: boolean) {
  // While it is drawn for the first time, a menu that it was chosen in still stands.
  const before = useMemo(() => (opened ? openerOf(document.activeElement) : null), [opened]);
  useLayoutEffect(() => {
    if (!opened) return;
    // A dialog that took the place of another goes back to where that one came from.
    const opener = before?.isConnected ? before : openerOf(document.activeElement);
    return () => {
      const { activeElement } = document;
      const isLost = activeElement === null || activeElement === document.body;
      // Whoever moved the focus elsewhere meanwhile keeps it.
      if (!isLost && !activeElement.closest('[role="dialog"]')) return;
      const back = opener?.isConnected ? opener : screen(opener === null);
      back?.focus({ preventScroll: true });
    };
  }, [opened, before]);
}

/**
 * What opened it is gone: the heading of the screen, as where one begins to read. Where nothing opened it,
 * it stood in the way of the screen, which then begins as it would have: with its list.
 */
function screen(cameByItself: boolean): HTMLElement | null {
  const begin = (what: string) => document.querySelector<HTMLElement>(what);
  return (
    (cameByItself ? begin('#main [role="grid"]') : null) ?? begin("#main h1") ?? begin("#main")
  );
}

/** An item of a menu goes with its menu, so the button that opened the menu stands for it. */
function openerOf(focused: Element | null): HTMLElement | null {
  const active = focused === null || focused === document.body ? pressedJustNow() : focused;
  const menu = active?.closest('[role="menu"]')?.getAttribute("aria-labelledby");
  const opener = menu ? document.getElementById(menu) : active;
  return opener instanceof HTMLElement && opener !== document.body ? opener : null;
}

/** How long after a press a dialog may still be its answer. */
const ANSWERS_MS = 2_000;
let pressed: { control: Element; at: number } | null = null;

// Some webviews do not give the focus to a button that is clicked; what was pressed stands for it.
globalThis.window?.addEventListener(
  "pointerdown",
  ({ target, timeStamp }) => {
    const control = target instanceof Element ? target.closest("button, a[href], input") : null;
    pressed = control && { control, at: timeStamp };
  },
  { capture: true, passive: true },
);

function pressedJustNow(): Element | null {
  if (!pressed || performance.now() - pressed.at > ANSWERS_MS) return null;
  return pressed.control.isConnected ? pressed.control : null;
}
