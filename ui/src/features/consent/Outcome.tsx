import type { ConsentOutcome, ConsentView } from "@/bindings/commands";
import { Notice } from "@/components/Notice";
import { type Refusal, refusalWords } from "@/lib/refusal";
import { text } from "@/lib/texts";
import classes from "./Consent.module.css";
import { hasAnswers } from "./form";

interface OutcomeProps {
  view: ConsentView;
  outcome: ConsentOutcome;
  /** Is anything answered that was not when the dialog was opened? */
  turned: boolean;
  reconfirmed: boolean;
  /** Why the last try was refused. */
  refusal: Refusal | null;
}

/**
 * Right above the button: what saving will record, in the words of the GDPR tab, or why it records
 * nothing. Its height is the same whatever it says, so that the button stays where it is.
 */
export function Outcome({ view, outcome, turned, reconfirmed, refusal }: OutcomeProps) {
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
  if (reconfirmed) {
    lines.push({ key: "reconfirmed", on: true, words: text("consent.outcomeReconfirmed") });
  }
  return (
    <section className={classes.outcome} aria-live="polite" aria-label={text("consent.outcome")}>
      {refusal && refusal.code !== "cancelled" && (
        <Notice tone="bad">{refusalWords(refusal)}</Notice>
      )}
      {outcome.refusal && <Notice tone="warn">{outcome.refusal}</Notice>}
      {!turned ? (
        <p>{text(hasAnswers(view) ? "consent.outcomeUnchanged" : "consent.outcomeNothing")}</p>
      ) : (
        <>
          <h3>{text("consent.outcome")}</h3>
          {lines.length === 0 && !outcome.refusal && <p>{text("consent.standsAlready")}</p>}
          <ul>
            {lines.map(({ key, on, words }) => (
              <li key={key} className={on ? classes.on : classes.off}>
                <bdi>
                  {on ? "+" : "−"} {words}
                </bdi>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
