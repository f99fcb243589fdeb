import type { ConsentView, Screen } from "@/bindings/commands";
import { DialogForm } from "@/components/DialogForm";
import { text } from "@/lib/texts";
import { ConsentFields, type FormKind, useFormKind } from "./ConsentFields";
import { notifySaved } from "./notifySaved";
import { gridWidth } from "./PermissionGrid";
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

/** Edit Marketing Consent (D-07), and the contact-preferences pop-up: the same boxes, the same event. */
export function EditConsentDialog({ view, name, screen, first, onClose }: EditConsentDialogProps) {
  const [kind, setKind] = useFormKind();
  const form = useConsentForm(view, screen, () => {
    notifySaved(view.contact_id);
    onClose();
  });
  return (
    <DialogForm
      opened
      title={text(first ? "consent.dialogFirst" : "consent.edit")}
      submitLabel={first ? text("consent.savePreferences") : undefined}
      cancelLabel={first ? text("consent.later") : undefined}
      size={dialogWidth(form.view, kind)}
      busy={form.busy}
      draft={form.draft}
      refusal={form.refusal}
      onSubmit={() => form.submit()}
      onClose={onClose}
    >
      {first && (
        <p>
          <bdi>
            {text(view.never_reviewed ? "consent.firstWords" : "consent.againWords", { name })}
          </bdi>
        </p>
      )}
      <ConsentFields form={form} kind={kind} onKind={setKind} readOut={first} />
    </DialogForm>
  );
}

/** As wide as the grid asks for; the dialog never leaves the window. */
export function dialogWidth(view: ConsentView, kind: FormKind): number {
  return kind === "ticks" ? 800 : Math.max(800, gridWidth(view) + 380);
}
