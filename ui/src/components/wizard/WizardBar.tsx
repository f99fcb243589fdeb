import type { ReactNode } from "react";
import classes from "./Wizard.module.css";

/** The buttons of a step: the way back at the left, the way on at the right. */
export function WizardBar({ children }: { children: ReactNode }) {
  return <div className={classes.bar}>{children}</div>;
}
