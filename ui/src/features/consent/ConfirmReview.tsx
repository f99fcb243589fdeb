import { Button } from "@mantine/core";
import { WithReason } from "@/components/WithReason";
import { text } from "@/lib/texts";
import { hasAnswers } from "./form";
import type { useConsentForm } from "./useConsentForm";

/**
 * "Confirmed, nothing changed" (D-10): a review is its own button, and never what Save does by the way.
 * Where nothing stands there is nothing to confirm: it would pass a customer whom nobody asked as reviewed.
 */
export function ConfirmReview({ form }: { form: ReturnType<typeof useConsentForm> }) {
  if (!hasAnswers(form.view)) return null;
  return (
    <WithReason reason={form.turned ? text("consent.confirmTurned") : null}>
      <Button variant="default" disabled={form.busy} onClick={() => void form.confirm()}>
        {text("consent.confirm")}
      </Button>
    </WithReason>
  );
}
