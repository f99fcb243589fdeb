import classes from "./StatusMark.module.css";

/**
 * How a state looks. Each has a shape of its own, so that it can be told without colour:
 * good = disc, caution = diamond, lapsed = hollow diamond, bad = square, half = half disc, none = ring,
 * absent = dash, missing = bar.
 */
export type Mark = "good" | "caution" | "lapsed" | "bad" | "half" | "none" | "absent" | "missing";

interface StatusMarkProps {
  mark: Mark;
  /** The state in words; always there for screen readers, `quiet` leaves only the shape to see. */
  words: string;
  quiet?: boolean;
}

/** A state, told by word, shape and colour at once. */
export function StatusMark({ mark, words, quiet }: StatusMarkProps) {
  return (
    <span className={`${classes.status} ${classes[mark]}`} title={quiet ? words : undefined}>
      <span className={classes.shape} aria-hidden="true" />
      <span className={quiet ? "visually-hidden" : undefined}>{words}</span>
    </span>
  );
}
