import { Checkbox, Radio } from "@mantine/core";
import { useEffect, useRef } from "react";
import { STAFF_METHODS } from "@/bindings/constants";
import { Card } from "@/components/Card";
import { LoadingState } from "@/components/LoadingState";
import { NotesField } from "@/components/NotesField";
import { text } from "@/lib/texts";
import { METHOD_WORDS } from "./ConsentFields";
import { ConsentMatrix } from "./ConsentMatrix";
import classes from "./FirstConsent.module.css";
import type { StaffMethod } from "./useConsentForm";
import type { useFirstConsent } from "./useFirstConsent";

/** The consent matrix on the page of a new contact (N-01): left untouched, nothing is recorded. */
export function FirstConsent({ consent }: { consent: ReturnType<typeof useFirstConsent> }) {
  const { view, wrong, method } = consent;
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!wrong) return;
    const place = root.current?.querySelector(`[data-field="${wrong.field}"]`);
    place?.querySelector<HTMLElement>("input, textarea")?.focus();
  }, [wrong]);
  const paper = method === "paper_form";
  return (
    <Card title={text("consent.firstTitle")} hint={text("consent.firstHint")}>
      {!view ? (
        <LoadingState />
      ) : (
        <div className={classes.first} ref={root}>
          <ConsentMatrix
            view={view}
            cells={consent.cells}
            changes={consent.outcome?.changes}
            onTurn={consent.turn}
          />
          <Outcome consent={consent} />
          <Radio.Group
            data-field="method"
            label={text("consent.how")}
            value={method}
            onChange={(value) => consent.setMethod(value as StaffMethod)}
          >
            <div className={classes.methods}>
              {STAFF_METHODS.map((value) => (
                <Radio key={value} size="xs" value={value} label={text(METHOD_WORDS[value])} />
              ))}
            </div>
            <p className={classes.wrong} role={wrong?.field === "method" ? "alert" : undefined}>
              {wrong?.field === "method" && wrong.words}
            </p>
          </Radio.Group>
          <Checkbox
            label={text("consent.signedForm")}
            disabled={!paper}
            checked={paper && consent.signedForm}
            onChange={(event) => consent.setSignedForm(event.currentTarget.checked)}
          />
          <details className={classes.told}>
            <summary>{text("consent.notice", { version: view.notice.version })}</summary>
            <p className={classes.words}>{view.notice.text}</p>
          </details>
          <Checkbox
            label={text(paper ? "consent.onPaper" : "consent.readOut")}
            checked={consent.readOut}
            onChange={(event) => consent.setReadOut(event.currentTarget.checked)}
          />
          <div data-field="notes">
            <NotesField
              label={text("consent.firstNotes")}
              minRows={1}
              maxRows={4}
              error={wrong?.field === "notes" ? wrong.words : null}
              value={consent.notes}
              onChange={consent.setNotes}
            />
          </div>
        </div>
      )}
    </Card>
  );
}

/** What creating the contact will record of it. */
function Outcome({ consent }: { consent: ReturnType<typeof useFirstConsent> }) {
  const { answered, outcome } = consent;
  return (
    <section className={classes.outcome} aria-live="polite" aria-label={text("consent.outcome")}>
      {!answered && <p>{text("consent.firstNothing")}</p>}
      {answered && (
        <ul>
          {outcome?.lines.map(({ becomes, text: words }) => (
            <li
              key={`${becomes} ${words}`}
              className={becomes === "given" ? classes.on : classes.off}
            >
              <bdi>
                {becomes === "given" ? "+" : "−"} {words}
              </bdi>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
