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
      const back = opener?.isConnected ? opener : screen();
      back?.focus({ preventScroll: true });
    };
  }, [opened, before]);
}

/** Nothing opened it, or what did is gone: the list of the screen, or the screen, as where it begins. */
function screen(): HTMLElement | null {
  return (
    document.querySelector<HTMLElement>('#main [role="grid"]') ?? document.getElementById("main")
  );
}

/** An item of a menu goes with its menu, so the button that opened the menu stands for it. */
function openerOf(active: Element | null): HTMLElement | null {
  const menu = active?.closest('[role="menu"]')?.getAttribute("aria-labelledby");
  const opener = menu ? document.getElementById(menu) : active;
  return opener instanceof HTMLElement && opener !== document.body ? opener : null;
}
