import type { ReactNode } from "react";
import classes from "./Tag.module.css";
import tones from "./tones.module.css";

export type Tone = "plain" | "good" | "warn" | "bad" | "accent";

/** A small rounded mark: a reference number, a warning that runs along with a title. */
export function Tag({ tone = "plain", children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`${classes.tag} ${tones[tone]}`}>{children}</span>;
}

/** A smaller, squarer mark that hangs on a value: "TPS" behind a number. */
export function Chip({ tone = "plain", children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`${classes.chip} ${tones[tone]}`}>{children}</span>;
}
