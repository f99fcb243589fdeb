import type { ReactNode } from "react";
import classes from "./Scroll.module.css";

interface ScrollProps {
  label: string;
  /** Scrolls sideways alone: the page has the one upright scrollbar. */
  sideways?: boolean;
  children: ReactNode;
}

/** A wide or long table in a place of its own; the keyboard can scroll it. */
export function Scroll({ label, sideways = false, children }: ScrollProps) {
  return (
    <div
      className={sideways ? classes.sideways : classes.scroll}
      role="group"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
      tabIndex={0}
    >
      {children}
    </div>
  );
}
