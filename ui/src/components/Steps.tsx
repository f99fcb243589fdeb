import { IconCheck } from "@tabler/icons-react";
import classes from "./Steps.module.css";

interface StepsProps {
  label: string;
  /** The names of the steps, in their order. */
  steps: readonly string[];
  /** Which one somebody is at, counted from 0. */
  current: number;
}

/** The steps of a guided task: done, at hand, to come. */
export function Steps({ label, steps, current }: StepsProps) {
  return (
    <ol className={classes.steps} aria-label={label}>
      {steps.map((step, index) => (
        <li
          key={step}
          className={classes.step}
          aria-current={index === current ? "step" : undefined}
          data-done={index < current || undefined}
        >
          <span aria-hidden="true">{index < current ? <IconCheck size={12} /> : index + 1}</span>
          {step}
        </li>
      ))}
    </ol>
  );
}
