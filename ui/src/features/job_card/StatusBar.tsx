import { Button } from "@mantine/core";
import { useState } from "react";
import { useNavigate } from "react-router";
import type { JobStep } from "@/bindings/commands";
import { ConfirmDialog } from "@/components/ConfirmDialog";
import { notifyRefusal } from "@/components/notify";
import { Steps } from "@/components/Steps";
import shared from "@/components/shared.module.css";
import { WithReason } from "@/components/WithReason";
import { Refusal, useChange } from "@/lib/api";
import { paths } from "@/lib/paths";
import { useMissingRight } from "@/lib/session";
import { text } from "@/lib/texts";
import { ArrivedDialog } from "./ArrivedDialog";
import classes from "./JobCard.module.css";
import type { JobCardForm } from "./useJobCard";
import { statusWords, stepWords, WAY } from "./words";

interface StatusBarProps {
  form: JobCardForm;
  /** A review of the customer's preferences waits. */
  waits: boolean;
}

/** Where the job stands, and the buttons that move it: what is typed is saved with each. */
export function StatusBar({ form, waits }: StatusBarProps) {
  const { card, move, once, busy } = form;
  const missing = useMissingRight("set_job_status");
  const [arriving, setArriving] = useState(false);
  const [cancelling, setCancelling] = useState(false);
  const review = waits ? text("job_card.linesReview") : null;
  const at = WAY.indexOf(card.status as (typeof WAY)[number]);
  const go = (step: JobStep) => {
    if (step.to === "arrived" && !step.back) setArriving(true);
    else if (step.to === "cancelled") setCancelling(true);
    else once(() => move(step.to));
  };
  // The invoice has a button of its own.
  const steps = card.steps.filter(({ to, back }) => to !== "invoiced" || back);
  const when = card.collected_local
    ? text("job_card.collectedAt", { when: card.collected_local })
    : card.ready_local && text("job_card.readySince", { when: card.ready_local });
  return (
    <div className={classes.status}>
      {card.status === "cancelled" ? (
        <b>{statusWords("cancelled")}</b>
      ) : (
        <Steps label={text("job_card.steps")} steps={WAY.map(statusWords)} current={at} />
      )}
      {when && <span className={shared.small}>{when}</span>}
      <div className={classes.moves}>
        {steps.map((step) => (
          <WithReason key={step.to} reason={missing ?? review ?? step.why_not}>
            <Button
              size="xs"
              variant={step.back || step.to === "cancelled" ? "subtle" : "filled"}
              color={step.to === "cancelled" ? "red" : undefined}
              disabled={busy}
              onClick={() => go(step)}
            >
              {stepWords(step, card.status)}
            </Button>
          </WithReason>
        ))}
        <InvoiceButton form={form} review={review} />
      </div>
      {arriving && (
        <ArrivedDialog
          card={card}
          mileage={form.typed.mileage}
          refusal={form.refusal}
          onArrived={async (mileage) => {
            if (await move("arrived", mileage)) setArriving(false);
          }}
          onClose={() => setArriving(false)}
        />
      )}
      <ConfirmDialog
        opened={cancelling}
        danger
        title={text("job_card.cancelTitle", { number: card.number })}
        confirmLabel={text("job_card.toCancelled")}
        cancelLabel={text("common.back")}
        onConfirm={async () => {
          await move("cancelled");
          setCancelling(false);
        }}
        onClose={() => setCancelling(false)}
      >
        <p>{text("job_card.cancelWords")}</p>
      </ConfirmDialog>
    </div>
  );
}

/** The way to the invoice: it is drafted when there is none yet. */
function InvoiceButton({ form, review }: { form: JobCardForm; review: string | null }) {
  const { card, store, once, busy } = form;
  const navigate = useNavigate();
  const missing = useMissingRight("draft_invoice");
  const draft = useChange("draft_invoice");
  const { invoice } = card;
  if (invoice?.posted) {
    return (
      <Button size="xs" variant="default" onClick={() => navigate(paths.invoice(invoice.id))}>
        {text("job_card.invoiceNumber", { number: invoice.number ?? "" })}
      </Button>
    );
  }
  const make = () =>
    once(async () => {
      const saved = await store();
      if (!saved) return;
      try {
        const made = await draft.mutateAsync({ job_card_id: saved.id });
        navigate(paths.invoice(made.id));
      } catch (cause) {
        notifyRefusal(Refusal.from(cause));
      }
    });
  return (
    <WithReason reason={missing ?? review ?? card.invoice_why_not}>
      <Button
        size="xs"
        variant={card.status === "ready" ? "filled" : "default"}
        disabled={busy}
        onClick={make}
      >
        {text(invoice ? "job_card.invoiceDraft" : "job_card.invoice")}
      </Button>
    </WithReason>
  );
}
