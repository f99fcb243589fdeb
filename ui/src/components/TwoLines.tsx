import type { ReactNode } from "react";
import classes from "./TwoLines.module.css";

interface TwoLinesProps {
  first: ReactNode;
  second: string;
}

/** Two lines in one cell of a list: the thing, and what belongs to it. */
export function TwoLines({ first, second }: TwoLinesProps) {
  return (
    <span className={classes.lines} title={second}>
      <span>{first}</span>
      <small>{second}</small>
    </span>
  );
}
