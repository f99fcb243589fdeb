import { Tooltip } from "@mantine/core";
import type { Shade } from "@/bindings/commands";
import { ShadeMark } from "@/components/ShadeMark";
import { text } from "@/lib/texts";
import classes from "./Consent.module.css";

interface CellStateProps {
  /**
   * A cell, or several in one mark. What was carried over from another system has a dotted line, a
   * tooltip, and the words for screen readers (N-19).
   */
  state: { shade: Shade; words: string; carried: boolean };
  /** More to say on pointing at it, line by line. */
  more?: string;
}

/** A permission's state in word, shape and colour. */
export function CellState({ state, more }: CellStateProps) {
  const { shade, words, carried } = state;
  const lines = [...(carried ? [text("consent.carried")] : []), ...(more ? [more] : [])];
  const shown = (
    <span className={carried ? classes.carried : undefined}>
      <ShadeMark shade={shade} words={words} />
      {carried && <span className="visually-hidden">, {text("consent.carried")}</span>}
    </span>
  );
  if (lines.length === 0) return shown;
  return (
    <Tooltip label={<span className={classes.lines}>{lines.join("\n")}</span>} withinPortal>
      {shown}
    </Tooltip>
  );
}

/** What the dotted line means, under a table that has one. */
export function CarriedLegend({ shown }: { shown: boolean }) {
  return shown ? <p className={classes.legend}>{text("consent.carriedLegend")}</p> : null;
}
