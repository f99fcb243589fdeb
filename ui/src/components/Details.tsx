import type { ReactNode } from "react";
import { text } from "@/lib/texts";
import classes from "./Details.module.css";

/** What only somebody who checks the records needs: hashes, tables, counts. Folded until it is asked for. */
export function Details({ children }: { children: ReactNode }) {
  return (
    <details className={classes.details}>
      <summary>{text("common.details")}</summary>
      <div>{children}</div>
    </details>
  );
}
