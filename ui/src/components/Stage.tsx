import type { ReactNode } from "react";
import { text } from "@/lib/texts";
import classes from "./Stage.module.css";

interface StageProps {
  /** Words at the foot: workstation, version. */
  foot?: ReactNode;
  children: ReactNode;
}

/** The ground of every screen before somebody is signed in. */
export function Stage({ foot, children }: StageProps) {
  return (
    <div className={classes.stage}>
      <header className={classes.brand}>
        <span className={classes.mark} aria-hidden="true" />
        {text("common.product")}
      </header>
      <main className={classes.middle}>{children}</main>
      <footer className={classes.foot}>{foot}</footer>
    </div>
  );
}
