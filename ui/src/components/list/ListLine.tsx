import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { count as grouped } from "@/lib/format";
import { plural, text } from "@/lib/texts";
import classes from "./List.module.css";
import type { Counted } from "./list";

interface ListLineProps {
  counted?: Counted;
  /** How many there are; undefined while nobody knows. */
  total: number | undefined;
  /** How many rows are here, of a list that goes on. */
  latest?: number;
  ticked?: Counted;
  tickedCount: number;
  /** What can be done with the ticked rows. */
  actions: ReactNode;
  onClear: () => void;
  /** Words beside the number. */
  note?: ReactNode;
  /** What stands at the right end. */
  aside?: ReactNode;
}

/** The line above a list: how many there are, or how many are ticked and what can be done with them. */
export function ListLine({
  counted,
  total,
  latest,
  ticked,
  tickedCount,
  actions,
  onClear,
  note,
  aside,
}: ListLineProps) {
  const words = () => {
    if (!counted) return null;
    if (latest !== undefined && counted.latest) {
      return text(counted.latest, { count: grouped(latest) });
    }
    return total === undefined ? null : plural(total, counted.one, counted.many);
  };
  return (
    <div className={classes.line}>
      <div className={classes.count} aria-live="polite">
        {ticked && tickedCount > 0 ? (
          <>
            <b>{plural(tickedCount, ticked.one, ticked.many)}</b>
            {actions}
            <Button variant="subtle" onClick={onClear}>
              {text("common.clearTicks")}
            </Button>
          </>
        ) : (
          <span>{words()}</span>
        )}
      </div>
      {note && <span className={classes.note}>{note}</span>}
      {aside && <div className={classes.aside}>{aside}</div>}
    </div>
  );
}
