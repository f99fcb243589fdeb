import type { ConsentView, Screen } from "@/bindings/commands";
import { DialogForm } from "@/components/DialogForm";
import { text } from "@/lib/texts";
import { ConfirmReview } from "./ConfirmReview";
import { ConsentFields, dialogWidth } from "./ConsentFields";
import { notifySaved } from "./notifySaved";
import { Outcome } from "./Outcome";
import { useConsentForm } from "./useConsentForm";

interface EditConsentDialogProps {
  /** The panel as it was when the dialog was opened; a save names its version. */
  view: ConsentView;
  name: string;
  screen: Screen;
  /** The contact-preferences pop-up of a contact nobody ever asked (N-01, A-16). */
  first?: boolean;
  onClose: () => void;
}

/** Edit Marketing Consent (D-07), and the contact-preferences pop-up: the same matrix, the same event. */
export function EditConsentDialog({ view, name, screen, first, onClose }: EditConsentDialogProps) {
  const form = useConsentForm(view, screen, first === true, (saved) => {
    notifySaved(view.contact_id, saved);
    onClose();
  });
  return (
    <DialogForm
      opened
      title={text(first ? "consent.dialogFirst" : "consent.editOf", { name })}
      submitLabel={first ? text("consent.savePreferences") : undefined}
      cancelLabel={first ? text("consent.later") : undefined}
      size={dialogWidth(form.view)}
      busy={form.busy}
      submitDisabled={!form.turned}
      summary={<Outcome {...form} />}
      draft={form.draft}
      onSubmit={() => form.submit()}
      onClose={onClose}
      aside={<ConfirmReview form={form} />}
    >
      <ConsentFields form={form} wordsFirst={first}>
        {first && (
          <p>
            <bdi>
              {text(view.never_reviewed ? "consent.firstWords" : "consent.againWords", { name })}
            </bdi>
          </p>
        )}
      </ConsentFields>
    </DialogForm>
  );
}
