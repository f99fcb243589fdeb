import { Tooltip } from "@mantine/core";
import type { VerdictView } from "@/bindings/commands";
import { VERDICT_MARKS } from "@/components/ChannelMarks";
import { StatusMark } from "@/components/StatusMark";
import { text } from "@/lib/texts";
import classes from "./Consent.module.css";

interface VerdictCellProps {
  verdict: VerdictView;
  /** What was recorded: `Yes`, `No`, `Not asked`. */
  answer: string;
  /** Carried over from another system (N-19): a dotted line, a tooltip, and the words for screen readers. */
  carried: boolean;
  /** More to say on pointing at it, line by line. */
  more?: string | null;
}

/** What the decision says, and below it, smaller, what was recorded. The same as Why?, so that they never differ. */
export function VerdictCell({ verdict, answer, carried, more }: VerdictCellProps) {
  const lines = [...(carried ? [text("consent.carried")] : []), ...(more ? [more] : [])];
  const shown = (
    <span className={classes.verdict}>
      <StatusMark mark={VERDICT_MARKS[verdict.mark]} words={verdict.words} />
      <span className={classes.recorded}>
        <span className={carried ? classes.carried : undefined}>{answer}</span>
        {verdict.why && `, ${verdict.why}`}
        {carried && <span className="visually-hidden">, {text("consent.carried")}</span>}
      </span>
    </span>
  );
  if (lines.length === 0) return shown;
  return (
    <Tooltip label={<span className={classes.lines}>{lines.join("\n")}</span>} withinPortal>
      {shown}
    </Tooltip>
  );
}
