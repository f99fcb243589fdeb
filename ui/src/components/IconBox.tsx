import type { CSSProperties, ReactNode } from "react";
import classes from "./IconBox.module.css";
import tones from "./tones.module.css";

interface IconBoxProps {
  tone?: "plain" | "good" | "warn" | "bad" | "accent";
  /** In pixels. */
  size?: number;
  round?: boolean;
  children: ReactNode;
}

/** An icon on a soft ground. It only repeats what the words beside it say. */
export function IconBox({ tone = "plain", size = 44, round, children }: IconBoxProps) {
  return (
    <span
      className={`${classes.box} ${tones[tone]}`}
      style={{ "--size": `${size}px` } as CSSProperties}
      data-round={round || undefined}
      aria-hidden="true"
    >
      {children}
    </span>
  );
}
