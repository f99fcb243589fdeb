import { Button } from "@mantine/core";
import { type ReactNode, useState } from "react";
import type { ContactId, Screen } from "@/bindings/commands";
import type { MODULES } from "@/bindings/constants";
import { ErrorState } from "@/components/ErrorState";
import { Notice } from "@/components/Notice";
import { useCall } from "@/lib/api";
import { text } from "@/lib/texts";
import classes from "./Consent.module.css";
import { ReviewDialog } from "./ReviewDialog";
import { deferredWords } from "./words";

/** A module that Settings > GDPR can make wait for a review (N-14). */
export type Module = keyof typeof MODULES;

interface ReviewGateProps {
  contactId: ContactId;
  name: string;
  /** Where it stands; kept with what it records (D-11). */
  screen: Screen;
  module: Module;
  /** The record; it can be read at any time, and changed once `readOnly` is false. */
  children: (readOnly: boolean) => ReactNode;
}

/**
 * What a module puts around a record (N-14, A-17): where Settings ask for it, a review that is due
 * has to be saved or put off before the record can be changed. The dialog can be made small, so
 * that looking something up is never blocked. Each opening asks anew.
 */
export function ReviewGate(props: ReviewGateProps) {
  return <Gate key={props.contactId} {...props} />;
}

function Gate({ contactId, name, screen, module, children }: ReviewGateProps) {
  const consent = useCall("get_consent", { contact_id: contactId });
  const [answered, setAnswered] = useState(false);
  const [minimised, setMinimised] = useState(false);
  const view = consent.data;
  const waits = view?.review.due === true && view.review.modules.includes(module) && !answered;
  return (
    <>
      {!view && consent.error && <ErrorState refusal={consent.error} onRetry={consent.refetch} />}
      {view && waits && (
        <>
          {minimised && (
            <Notice tone="warn" title={text("consent.gateTitle")}>
              <div className={classes.prompt}>
                <span>
                  {text("consent.gateWords")} {deferredWords(view.review.deferrals)}
                </span>
                <Button size="compact-sm" onClick={() => setMinimised(false)}>
                  {text("consent.reviewNow")}
                </Button>
              </div>
            </Notice>
          )}
          <ReviewDialog
            forced
            minimised={minimised}
            view={view}
            name={name}
            screen={screen}
            onClose={() => setMinimised(true)}
            onAnswered={() => setAnswered(true)}
          />
        </>
      )}
      {children(!view || waits)}
    </>
  );
}
