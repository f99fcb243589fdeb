import type { VerdictMark } from "@/bindings/commands";
import classes from "./ChannelMarks.module.css";
import type { Mark } from "./StatusMark";

/** How each verdict looks, here and beside its words. */
export const VERDICT_MARKS: Record<VerdictMark, Mark> = {
  yes: "good",
  partly: "caution",
  no: "bad",
  not_asked: "none",
  no_address: "absent",
};

interface ChannelMarksProps {
  /** A letter, what it comes to, and the same in full words. */
  marks: readonly { letter: string; mark: VerdictMark; words: string }[];
}

/**
 * A small mark for each of several things, told by letter, shape and colour: disc = yes, diamond = in part,
 * square = no, ring = not asked, bare letter = nothing there. The full words are its tooltip, and what
 * screen readers read.
 */
export function ChannelMarks({ marks }: ChannelMarksProps) {
  return (
    <span className={classes.marks}>
      {marks.map(({ letter, mark, words }, at) => (
        <span
          key={letter}
          className={`${classes.mark} ${classes[VERDICT_MARKS[mark]]}`}
          title={words}
        >
          <span aria-hidden="true">{letter}</span>
          <span className="visually-hidden">{at === marks.length - 1 ? words : `${words}; `}</span>
        </span>
      ))}
    </span>
  );
}
