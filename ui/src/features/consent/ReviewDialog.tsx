import { Button } from "@mantine/core";
import { useState } from "react";
import type { ConsentView, Screen } from "@/bindings/commands";
import { DialogForm } from "@/components/DialogForm";
import { NotesField, notesTooLong } from "@/components/NotesField";
import { notifyDone } from "@/components/notify";
import { Refusal, useChange } from "@/lib/api";
import { text } from "@/lib/texts";
import { ConfirmReview } from "./ConfirmReview";
import { ConsentFields, dialogWidth } from "./ConsentFields";
import { hasAnswers } from "./form";
import { notifySaved } from "./notifySaved";
import { Outcome } from "./Outcome";
import { useConsentForm } from "./useConsentForm";
import { deferredWords } from "./words";

interface ReviewDialogProps {
  view: ConsentView;
  name: string;
  screen: Screen;
  /** A module waits for the answer (N-14): there is no closing it, only making it small. */
  forced?: boolean;
  /** Made small; what was ticked and typed is kept. */
  minimised?: boolean;
  /** Closed unanswered, or made small when it is forced. */
  onClose: () => void;
  /** Saved, or put off. */
  onAnswered: () => void;
}

/** Review preferences (N-14, N-15): the ticks as they stand, to be gone through with the customer, or put off. */
export function ReviewDialog(props: ReviewDialogProps) {
  const { view, name, screen, forced = false, minimised = false, onClose, onAnswered } = props;
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState("");
  const [wrong, setWrong] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const putOff = useChange("defer_review");
  const form = useConsentForm(view, screen, false, (saved) => {
    notifySaved(view.contact_id, saved);
    onAnswered();
  });
  const { review } = form.view;

  const defer = async () => {
    const missing = review.reason_needed && reason.trim() === "";
    const amiss = missing ? text("consent.deferReasonRequired") : notesTooLong(reason);
    setWrong(amiss);
    setRefusal(null);
    if (amiss) return;
    const { contact_id, version } = form.view;
    try {
      await putOff.mutateAsync({ contact_id, version, reason, screen });
      notifyDone(text("consent.deferDone"));
      onAnswered();
    } catch (cause) {
      const refused = Refusal.from(cause);
      if (refused.code === "conflict") {
        setAsking(false);
        await form.takeIn(refused);
      } else if (refused.fields.reason && asking) setWrong(refused.fields.reason);
      else setRefusal(refused);
    }
  };

  if (asking) {
    return (
      <DialogForm
        opened={!minimised}
        title={text("consent.deferTitle")}
        submitLabel={text("consent.deferDo")}
        cancelLabel={text("consent.back")}
        size={520}
        busy={putOff.isPending}
        // Going back keeps the reason.
        dirty={false}
        refusal={refusal}
        onSubmit={() => defer()}
        onClose={() => setAsking(false)}
      >
        <p>{text("consent.deferWords", { count: review.deferrals })}</p>
        <NotesField
          label={text("consent.deferReason")}
          required
          focused
          error={wrong}
          maxRows={6}
          value={reason}
          onChange={(words) => {
            setReason(words);
            setWrong(null);
          }}
        />
      </DialogForm>
    );
  }
  return (
    <DialogForm
      opened={!minimised}
      title={text("consent.reviewOf", { name })}
      cancelLabel={forced ? text("consent.minimise") : undefined}
      waits={forced}
      // Made small it keeps everything; there is nothing to ask.
      dirty={forced ? false : undefined}
      size={dialogWidth(form.view)}
      busy={form.busy}
      submitDisabled={!form.turned}
      summary={<Outcome {...form} refusal={form.refusal ?? refusal} />}
      draft={form.draft}
      onSubmit={() => form.submit()}
      onClose={onClose}
      aside={
        <>
          <ConfirmReview form={form} />
          {review.due && (
            <Button
              variant="default"
              loading={putOff.isPending}
              onClick={() => (review.reason_needed ? setAsking(true) : void defer())}
            >
              {text("consent.defer")}
            </Button>
          )}
        </>
      }
    >
      <ConsentFields form={form}>
        <p>
          <bdi>
            {text(hasAnswers(form.view) ? "consent.reviewWords" : "consent.firstWords", { name })}
          </bdi>{" "}
          {review.text} {deferredWords(review.deferrals)}
        </p>
      </ConsentFields>
    </DialogForm>
  );
}
