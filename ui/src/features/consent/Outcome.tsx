import type { ConsentOutcome } from "@/bindings/commands";
import { Notice } from "@/components/Notice";
import { text } from "@/lib/texts";
import classes from "./Consent.module.css";

interface OutcomeProps {
  outcome: ConsentOutcome;
  reconfirmed: boolean;
}

/** Before saving: what will be recorded, in the words of the GDPR tab. */
export function Outcome({ outcome, reconfirmed }: OutcomeProps) {
  const { exclusion } = outcome;
  const lines = outcome.lines.map(({ becomes, text: words }) => ({
    key: `${becomes} ${words}`,
    on: becomes === "given",
    words,
  }));
  if (exclusion !== null) {
    const words = text(exclusion ? "consent.outcomeExclude" : "consent.outcomeInclude");
    lines.unshift({ key: "exclusion", on: !exclusion, words });
  }
  return (
    <section className={classes.outcome} aria-live="polite">
      <h3>{text("consent.outcome")}</h3>
      {outcome.refusal && <Notice tone="warn">{outcome.refusal}</Notice>}
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
