import { type ReactNode, useEffect } from "react";
import { text } from "@/lib/texts";
import { Steps } from "../Steps";
import classes from "./Wizard.module.css";

interface WizardProps {
  /** The names of the steps, in their order. */
  steps: readonly string[];
  /** Which one somebody is at, counted from 0. */
  current: number;
  children: ReactNode;
}

/** A guided task with a file: its steps above, the one at hand below. */
export function Wizard({ steps, current, children }: WizardProps) {
  // Each step begins at its top, wherever the button stood that led to it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the step is what it waits for
  useEffect(() => {
    document.getElementById("main")?.scrollTo({ top: 0 });
  }, [current]);
  return (
    <div className={classes.wizard}>
      <Steps label={text("file.steps")} steps={steps} current={current} />
      {children}
    </div>
  );
}
