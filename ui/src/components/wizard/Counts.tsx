import { Fragment } from "react";
import { count } from "@/lib/format";
import classes from "./Counts.module.css";

/** Lines of a number and what it counts. */
export function Counts({ counts }: { counts: readonly { label: string; value: number }[] }) {
  return (
    <dl className={classes.counts}>
      {counts.map(({ label, value }) => (
        <Fragment key={label}>
          <dt>{count(value)}</dt>
          <dd>{label}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
