import { Tooltip } from "@mantine/core";
import { type Mark, StatusMark } from "@/components/StatusMark";
import { text } from "@/lib/texts";
import classes from "./Consent.module.css";

interface CellStateProps {
  mark: Mark;
  words: string;
  /** Carried over from another system: a dotted line, a tooltip, and the words for screen readers (N-19). */
  carried: boolean;
  /** More to say on pointing at it, line by line. */
  more?: string;
}

/** A permission's state in word, shape and colour. */
export function CellState({ mark, words, carried, more }: CellStateProps) {
  const lines = [...(carried ? [text("consent.carried")] : []), ...(more ? [more] : [])];
  const state = (
    <span className={carried ? classes.carried : undefined}>
      <StatusMark mark={mark} words={words} />
      {carried && <span className="visually-hidden">, {text("consent.carried")}</span>}
    </span>
  );
  if (lines.length === 0) return state;
  return (
    <Tooltip label={<span className={classes.lines}>{lines.join("\n")}</span>} withinPortal>
      {state}
    </Tooltip>
  );
}

/** What the dotted line means, under a table that has one. */
export function CarriedLegend({ shown }: { shown: boolean }) {
  return shown ? <p className={classes.legend}>{text("consent.carriedLegend")}</p> : null;
}
