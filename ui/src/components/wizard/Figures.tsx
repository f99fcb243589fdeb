import { count } from "@/lib/format";
import classes from "./Figures.module.css";

export interface Figure {
  label: string;
  value: number;
  tone?: "good" | "warn" | "bad";
}

/** The numbers of a report, side by side; a warning colour only where there is something to warn of. */
export function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <dl className={classes.figures}>
      {figures.map(({ label, value, tone }) => (
        <div
          key={label}
          className={classes.figure}
          data-tone={value > 0 || tone === "good" ? tone : undefined}
        >
          <dt>{label}</dt>
          <dd>{count(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
