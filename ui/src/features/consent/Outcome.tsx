import type { ConsentView } from "@/bindings/commands";
import { text } from "@/lib/texts";
import classes from "./Consent.module.css";
import type { CellChange } from "./cells";
import { changeLines } from "./words";

interface OutcomeProps {
  view: ConsentView;
  changes: readonly CellChange[];
  /** True when the save excludes from all, false when it takes that back, null when neither. */
  exclusion: boolean | null;
  reconfirmed: boolean;
}

/** Before saving: what will be recorded, in the words of the GDPR tab. */
export function Outcome({ view, changes, exclusion, reconfirmed }: OutcomeProps) {
  const lines = changeLines(view, changes).map(({ key, turn, words }) => ({
    key,
    on: turn === "given",
    words,
  }));
  if (exclusion !== null) {
    const words = text(exclusion ? "consent.outcomeExclude" : "consent.outcomeInclude");
    lines.unshift({ key: "exclusion", on: !exclusion, words });
  }
  return (
    <section className={classes.outcome} aria-live="polite">
      <h3>{text("consent.outcome")}</h3>
      {lines.length > 0 && (
        <ul>
          {lines.map(({ key, on, words }) => (
            <li key={key} className={on ? classes.on : classes.off}>
              <bdi>
                {on ? "+" : "−"} {words}
              </bdi>
            </li>
          ))}
        </ul>
      )}
      {reconfirmed ? (
        <div>{text("consent.outcomeReconfirmed")}</div>
      ) : (
        lines.length === 0 && text("consent.outcomeNothing")
      )}
    </section>
  );
}
