import { IconCheck } from "@tabler/icons-react";
import { text } from "@/lib/texts";
import classes from "./SetUpWizard.module.css";

const STEPS = [
  "startup.stepWelcome",
  "startup.stepDealership",
  "startup.stepManager",
  "startup.stepWorkstation",
  "startup.stepKey",
] as const;

/** The steps of the set-up, and which one is at hand. */
export function SetUpRail({ current }: { current: number }) {
  return (
    <ol className={classes.rail}>
      {STEPS.map((name, index) => (
        <li
          key={name}
          aria-current={index === current ? "step" : undefined}
          data-done={index < current || undefined}
        >
          <span className={classes.number} aria-hidden="true">
            {index < current ? <IconCheck size={13} stroke={3} /> : index + 1}
          </span>
          {text(name)}
        </li>
      ))}
    </ol>
  );
}
