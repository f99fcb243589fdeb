import { MantineThemeProvider } from "@mantine/core";
import { Activity, type ReactNode, useLayoutEffect, useMemo, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { text } from "@/lib/texts";
import classes from "./Held.module.css";
import { placeIn } from "./place";

interface HeldProps {
  /** Behind the lock: in no document, and doing nothing. */
  away: boolean;
  children: ReactNode;
}

/**
 * The product, which the lock takes off the screen and brings back as it was: every form with what is typed
 * in it, every list where it stood. Behind the lock its elements are in no document, so nothing of it can be
 * read, found, printed or reached, and its effects are at rest, so that no key and no clock acts on it.
 */
export function Held({ away, children }: HeldProps) {
  const stands = useRef<HTMLDivElement>(null);
  const [{ screen, above }] = useState(() => {
    const screen = document.createElement("div");
    const above = document.createElement("section");
    screen.className = classes.screen ?? "";
    // Menus, dialogs and messages stand here: they go with the screen that opened them.
    above.setAttribute("aria-label", text("frame.above"));
    screen.append(above);
    return { screen, above };
  });
  const theme = useMemo(
    () => ({ components: { Portal: { defaultProps: { target: above } } } }),
    [above],
  );
  const was = useRef({ away, place: null as ReturnType<typeof placeIn> | null });
  // Looked at before anything of it is put away: an element outside of the document is nowhere.
  if (away && !was.current.away) was.current.place = placeIn(screen);
  was.current.away = away;

  // In the document before anything is drawn into it or woken up: what is outside takes no focus and has
  // no size.
  const [isThere, setIsThere] = useState(false);
  const begun = useRef(false);
  begun.current ||= isThere;

  useLayoutEffect(() => {
    if (away) return;
    stands.current?.append(screen);
    setIsThere(true);
    const { place } = was.current;
    was.current.place = null;
    // After what takes the focus when it is drawn: somebody was here already.
    const timer = place ? window.setTimeout(place.back, 30) : 0;
    return () => {
      window.clearTimeout(timer);
      screen.remove();
      setIsThere(false);
    };
  }, [away, screen]);

  return (
    <div ref={stands} className={classes.screen}>
      {begun.current &&
        createPortal(
          <Activity mode={isThere && !away ? "visible" : "hidden"}>
            <MantineThemeProvider inherit theme={theme}>
              {children}
            </MantineThemeProvider>
          </Activity>,
          screen,
        )}
    </div>
  );
}
